"""Somebody who has moved or left: what they were involved in for one agency is not taken along."""

import pytest

from stegvis.organisations.models import Membership
from stegvis.participants.models import Person, Representative
from tests.people import agency_of, involve, looking, participant, row_about, today

pytestmark = pytest.mark.django_db


def seen_by(user):
    """The same through either wall."""
    with looking(user) as viewer:
        first = (
            len(Person.objects.visible_to(viewer)),
            len(Representative.objects.visible_to(viewer)),
        )
        behind = Person.objects.unscoped(reason="t"), Representative.objects.unscoped(reason="t")
        second = len(behind[0]), len(behind[1])
    assert first == second
    return first


def moved(user, unit, role="partner_officer"):
    """Ends what they had today, and begins at another unit."""
    held = user.memberships.get()
    held.ends_on = today()
    held.save()
    Membership.objects.create(
        user=user, association=held.association, unit=unit, role=role, starts_on=today()
    )


def test_who_moves_to_another_agency_leaves_its_persons(cast):
    agency = agency_of(cast.alva)
    person = participant(agency)
    row_about(person, agency, "sensitive")
    involve(cast.alva, person, named=True)
    assert seen_by(cast.alva) == (1, 1)
    moved(cast.alva, cast.bo.memberships.get().unit)
    assert seen_by(cast.alva) == (0, 0)


def test_who_takes_a_role_beside_sees_for_the_agency_they_still_have(cast):
    agency = agency_of(cast.alva)
    person = participant(agency)
    row_about(person, agency, "sensitive")
    involve(cast.alva, person)
    Membership.objects.create(
        user=cast.alva,
        association=cast.here,
        unit=cast.bo.memberships.get().unit,
        role="partner_officer",
        starts_on=today(),
    )
    assert seen_by(cast.alva) == (1, 1)


def test_a_participant_sees_themself_without_an_agency(cast):
    agency = agency_of(cast.alva)
    person = participant(agency)
    involve(cast.disa, person, agency=agency, reason="own", classes=[], named=True)
    assert seen_by(cast.disa) == (1, 0)
