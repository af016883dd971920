"""Who administers the cast's association, and what is asked of them."""

from datetime import date

from stegvis.organisations.models import Membership, Unit
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.grants import Grant
from tests.cast import JOINED, person

TODAY = date(2027, 3, 1)


def administrator(association, name="Ada Administratör"):
    return person(name, association, AgencyKind.ASSOCIATION_OFFICE, "administrator")


def looking(user, on=TODAY):
    return viewer_for(user.pk, on=on)


def unit_of(user):
    return Membership.objects.filter(user=user).latest("starts_on").unit


def asked(user, association, role, *, unit=None, starts_on=TODAY):
    return Grant(user.pk, association.pk, role, unit.pk if unit else None, starts_on)


def some_unit(association):
    return Unit.objects.filter(agency__association=association).earliest("pk")


def joined(user, association, role, unit=None):
    return Membership.objects.create(
        user=user, association=association, role=role, unit=unit, starts_on=JOINED
    )
