"""The standing cast: four people that every test of access starts from.

Alva leads a programme at the municipality, Bo works with it at Försäkringskassan, Cecilia leads
another in another, Disa sits on the board and sees only totals.
"""

from dataclasses import dataclass
from datetime import date

import pytest

from stegvis.organisations.models import Agency, Association, Membership, Unit, User
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.programmes.actions.definitions import NewVersion, create_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Assignment, Programme

PASSWORD = "prov-och-lösen-ord"  # noqa: S105 - of people that do not exist
JOINED = date(2020, 1, 1)


@dataclass(frozen=True)
class Cast:
    """`programme` is Ung Framtid with its part; `foreign` is Cecilia's, of the other."""

    here: Association
    elsewhere: Association
    alva: User
    bo: User
    cecilia: User
    disa: User
    programme: Programme
    foreign: Programme


@pytest.fixture
def cast(db):
    return stage()


def stage():
    here, elsewhere = (
        Association.objects.create(name=name)
        for name in ("Samordningsförbundet Exempelbygden", "Samordningsförbundet Provlandet")
    )
    programme = decided_programme(here, "ung-framtid")
    decided_programme(here, "halsoverket", whole=programme)
    foreign = decided_programme(elsewhere, "sara")
    alva = person("Alva Alm", here, AgencyKind.MUNICIPALITY, "programme_leader")
    bo = person("Bo Berg", here, AgencyKind.SOCIAL_INSURANCE, "partner_officer")
    cecilia = person("Cecilia Ceder", elsewhere, AgencyKind.MUNICIPALITY, "programme_leader")
    disa = person("Disa Dal", here, AgencyKind.ASSOCIATION_OFFICE, "board_member")
    for user, one in ((alva, programme), (bo, programme), (cecilia, foreign)):
        Assignment.objects.create(user=user, programme=one, starts_on=JOINED)
    return Cast(here, elsewhere, alva, bo, cecilia, disa, programme, foreign)


def person(name, association, kind, role):
    first = name.split()[0].lower()
    user = User.objects.create_user(f"{first}@exempel.se", name=name)
    agency = Agency.objects.create(association=association, name=f"{kind} {first}", kind=kind)
    unit = Unit.objects.create(agency=agency, name="Enheten")
    Membership.objects.create(
        user=user, association=association, unit=unit, role=role, starts_on=JOINED
    )
    return user


def decided_programme(association, slug, whole=None):
    text = shipped(f"{slug}.toml").read_text(encoding="utf-8")
    new = NewVersion(text, date(2020, 1, 1), "Första beslutet")
    return create_programme(association=association.pk, new=new, by=None, whole=whole)


def sign_in(client, user):
    """Without a password: signing in has tests of its own."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
