"""The example in the database: whole, dated from today, and put there once."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from demo.load import load
from demo.people import ALVA, CECILIA, ELSEWHERE, HERE
from demo.programmes import STAGED, When
from stegvis.organisations.models import User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import programmes_of
from stegvis.results.models import Delivery, Fact

PASSWORD = "ett-exempel-på-lösen"  # noqa: S105 - of people that do not exist
WHY = "a test"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def loaded(db, today):
    return load(today, password=PASSWORD)


def seen_by(person, today):
    user = User.objects.get(email=person.email)
    return [one.slug for one in programmes_of(viewer_for(user.pk, on=today))]


def test_example_is_loaded_once(loaded, today):
    assert (loaded, load(today, password=PASSWORD)) == (True, False)


def test_each_leader_sees_the_programmes_of_the_own_association(loaded, today):
    assert sorted(seen_by(ALVA, today)) == [
        "enter",
        "forrehabiliterande-insatser",
        "hikikomori",
        "impuls",
        "ung-framtid",
    ]
    assert sorted(seen_by(CECILIA, today)) == ["3-4-4", "sara"]


def test_programmes_are_where_they_should_be_in_their_time(loaded, today):
    periods = {
        one.slug: decided(one).definition
        for one in Programme.objects.unscoped(reason=WHY).filter(whole=None)
    }

    year = timedelta(days=366)
    for staged in STAGED:
        first, last = periods[staged.slug].first_day, periods[staged.slug].last_day
        expected = {
            When.GOING_ON: first < today < last <= today + year,
            When.ENDED: today - year <= last <= today,
            When.BEGUN: today - year <= first <= today < last,
        }
        assert expected[staged.when], staged.slug


def test_no_row_was_left_out_and_none_is_of_the_future(loaded, today):
    deliveries = Delivery.objects.unscoped(reason=WHY).order_by("applied_at")

    assert {one.rows_left_out for one in deliveries} == {0}
    assert max(one.extracted_on for one in deliveries) < today
    assert all(one.applied_at.date() == one.extracted_on for one in deliveries)
    late = Fact.objects.unscoped(reason=WHY).filter(effective_on__gt=today)
    assert list(late) == []


def test_definitions_name_the_own_association(loaded):
    said = {
        one.slug: set(decided(one).definition.associations)
        for one in Programme.objects.unscoped(reason=WHY)
    }

    assert said["ung-framtid"] == {HERE}
    assert said["sara"] == {ELSEWHERE}


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 1, 1)])
def test_example_can_be_loaded_on_another_day(db, day):
    assert load(day, password=PASSWORD)
