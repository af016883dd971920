"""Accounts opened from the command line: the first one, before anybody can sign in."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Agency, Association, Membership, Unit, User
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.organisations.policies.grants import check_role
from stegvis.organisations.values.roles import OF_PARTICIPANTS, ROLE_OF


@dataclass(frozen=True)
class Seat:
    """Where somebody works: in which association, at which unit of which agency, as what."""

    association: str
    agency: str
    kind: str
    unit: str
    role: str


def open_account(*, name: str, email: str, password: str, seat: Seat, on: date) -> User:
    """Association, agency and unit are made when they are new; the address must be."""
    _check(seat)
    address = email.strip().lower()
    if User.objects.filter(email__iexact=address).exists():
        raise Refused(_("{email} har redan ett konto.").format(email=address))
    with transaction.atomic():
        association, _new = Association.objects.get_or_create(name=seat.association)
        agency, _new = Agency.objects.get_or_create(
            association=association, name=seat.agency, defaults={"kind": seat.kind}
        )
        unit, _new = Unit.objects.get_or_create(agency=agency, name=seat.unit)
        user = User.objects.create_user(address, password, name=name)
        Membership.objects.create(
            user=user, association=association, unit=unit, role=seat.role, starts_on=on
        )
    return user


def _check(seat: Seat) -> None:
    if seat.role == OF_PARTICIPANTS:
        check_role(seat.role)
    roles = [code for code in ROLE_OF if code != OF_PARTICIPANTS]
    for written, known in ((seat.role, roles), (seat.kind, list(AgencyKind.values))):
        if written not in known:
            sentence = _("{written} finns inte. Välj bland {known}.")
            said = sentence.format(written=written, known=", ".join(known))
            raise Refused(with_guess(said, nearest(written, known)))
