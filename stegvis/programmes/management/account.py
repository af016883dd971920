"""`account`: opens an account, and assigns it to programmes that there are."""

import argparse
import secrets
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.actions.opening import Seat, open_account
from stegvis.programmes.models import Assignment, Programme

PASSWORD_BYTES = 12  # 96 bits in 16 signs; the person changes it after signing in
ASSOCIATION_OFFICE, MANAGER = "ASSOCIATION_OFFICE", "association_manager"


def main(arguments: list[str]) -> int:
    chosen = _parser().parse_args(arguments)
    seat = Seat(chosen.association, chosen.agency, chosen.kind, chosen.unit, chosen.role)
    password, on = secrets.token_urlsafe(PASSWORD_BYTES), timezone.localdate()
    with transaction.atomic():
        user = open_account(
            name=chosen.name, email=chosen.email, password=password, seat=seat, on=on
        )
        for slug in chosen.programme:
            programme = _programme(chosen.association, slug)
            Assignment.objects.create(programme_id=programme, user=user, starts_on=on)
    said = _("{name} kan logga in som {email} med lösenordet {password}. Det visas bara nu.")
    print(said.format(name=user.name, email=user.email, password=password))
    return 0


def _programme(association: str, slug: str) -> UUID:
    programmes = Programme.objects.unscoped(reason="opening an account")
    found = programmes.filter(association__name=association, slug=slug).first()
    if found is None:
        sentence = _("Insatsen {slug} finns inte i {association}.")
        raise Refused(sentence.format(slug=slug, association=association))
    key: UUID = found.pk
    return key


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py account",
        description=_("Öppna ett konto. Lösenordet skapas och visas en gång."),
        allow_abbrev=False,
    )
    parser.add_argument("name", metavar=_("NAMN"), help=_("personens namn"))
    parser.add_argument("email", metavar=_("E-POST"), help=_("adressen att logga in med"))
    names = _("förbundets namn; det skapas om det är nytt")
    parser.add_argument("--association", required=True, metavar=_("NAMN"), help=names)
    parser.add_argument(
        "--agency", default=_("Förbundets kansli"), metavar=_("NAMN"), help=_("arbetsgivare")
    )
    parser.add_argument(
        "--kind", default=ASSOCIATION_OFFICE, metavar=_("TYP"), help=_("arbetsgivarens typ")
    )
    parser.add_argument(
        "--unit", default=_("Kansliet"), metavar=_("NAMN"), help=_("enhet hos arbetsgivaren")
    )
    parser.add_argument("--role", default=MANAGER, metavar=_("ROLL"), help=_("vad hen gör"))
    parser.add_argument(
        "--programme",
        action="append",
        default=[],
        metavar=_("ID"),
        help=_("insats att arbeta i; får anges flera gånger"),
    )
    return parser
