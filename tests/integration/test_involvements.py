"""Involvements are begun, ended and handed over; and who they let see is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stegvis.core.values.privacy import About
from stegvis.core.values.sightings import collecting
from stegvis.organisations.models import Membership, Unit, User
from stegvis.participants.actions.involvements import involve
from stegvis.participants.queries.involvements import formerly_involved, involved_with
from stegvis.participants.queries.persons import persons_of
from stegvis.participants.values.involving import NewInvolvement
from stegvis.participants.values.reasons import Reason
from tests.cast import JOINED
from tests.people import agency_of, consent, exception, looking, participant, today
from tests.people import involve as given

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(cast):
    return participant(agency_of(cast.alva))


@pytest.fixture(autouse=True)
def collected():
    with collecting(purpose="test") as seen:
        yield seen


@pytest.fixture
def colleague(cast):
    unit = cast.alva.memberships.get().unit
    user = User.objects.create_user("kim@exempel.se", name="Kim Kvist")
    Membership.objects.create(
        user=user, association=cast.here, unit=unit, role="case_worker", starts_on=JOINED
    )
    return user


def seen_by(user):
    with looking(user) as viewer:
        return {one.pk for one in persons_of(viewer)}


def new(user, **fields):
    defaults = {"reason": Reason.CASE_WORKER, "agency": agency_of(user).pk, "user": user.pk}
    return NewInvolvement(**(defaults | fields))


def test_involve_lets_somebody_see_from_today(cast, person, collected):
    made = involve(person.pk, new(cast.alva), by=cast.bo.pk)

    assert (made.starts_on, made.classes) == (today(), ["ordinary", "sensitive"])
    assert seen_by(cast.alva) == {person.pk}
    assert [(one.person, one.ground) for one in collected.rows("READ")] == [(person.pk, "involved")]


def names(user, person):
    with looking(user) as viewer:
        return [said.name for _row, said in involved_with(viewer, person)]


def former(user, person):
    with looking(user) as viewer:
        return [(one.name, one.until) for one in formerly_involved(viewer, person)]


def test_those_who_see_are_told_to_those_who_do(cast, person):
    unit = cast.bo.memberships.get().unit
    empty = Unit.objects.create(agency=agency_of(cast.bo), name="Lokalkontoret")
    given(cast.alva, person)
    for one in (unit, empty):
        given(cast.bo, person, unit=one, reason="unit")
    given(cast.cecilia, person, ends_on=today())

    assert names(cast.alva, person) == ["Alva Alm", "Enheten"]
    assert names(cast.bo, person) == ["Alva Alm", "Enheten"]
    assert names(cast.disa, person) == []


def test_those_who_no_longer_see_stand_apart_with_the_day(cast, person, colleague):
    """Who has left or was taken off; not who is merely shut out."""
    yesterday = today() - timedelta(days=1)
    given(cast.alva, person)
    given(colleague, person)
    given(cast.bo, person, ends_on=today())
    given(cast.disa, person)
    exception(person, against_user=cast.disa)
    colleague.memberships.update(ends_on=yesterday)

    assert names(cast.alva, person) == ["Alva Alm"]
    assert former(cast.alva, person) == [("Bo Berg", today()), ("Kim Kvist", yesterday)]


def test_whoever_works_there_again_sees_again(cast, person, colleague):
    given(cast.alva, person)
    given(colleague, person)
    held = colleague.memberships.get()
    colleague.memberships.update(ends_on=today() - timedelta(days=9))
    again = {"role": "case_worker", "association": cast.here, "unit": held.unit}
    Membership.objects.create(user=colleague, starts_on=today(), **again)

    assert names(cast.alva, person) == ["Alva Alm", "Kim Kvist"]
    assert former(cast.alva, person) == []


def test_whoever_rested_on_a_consent_is_former_when_it_is_withdrawn(cast, person):
    given(cast.alva, person)
    agreed = consent(person, agency_of(cast.alva), [agency_of(cast.bo)])
    given(cast.bo, person, consent=agreed)
    agreed.withdrawn_at, agreed.withdrawn_by = timezone.now(), cast.alva.pk
    agreed.save()

    assert former(cast.alva, person) == [("Bo Berg", today())]


def test_those_whose_consent_is_withdrawn_or_who_are_shut_out_do_not_see(cast, person):
    given(cast.alva, person)
    agreed = consent(person, agency_of(cast.alva), [agency_of(cast.bo)])
    given(cast.bo, person, consent=agreed)
    given(cast.disa, person)
    exception(person, against_user=cast.disa)
    assert names(cast.alva, person) == ["Alva Alm", "Bo Berg"]

    agreed.ends_on = today() - timedelta(days=1)
    agreed.save()

    assert names(cast.alva, person) == ["Alva Alm"]


def test_only_the_named_see_a_protected_person(cast):
    person = participant(agency_of(cast.alva), protection="registered")
    given(cast.alva, person, named=True)
    given(cast.bo, person, classes=[About.ORDINARY.value])

    assert names(cast.alva, person) == ["Alva Alm"]
