"""What goes past a limit, and what a review draws."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from stegvis.core.values.sightings import Action
from stegvis.participants.calculations.log_risks import alarms, drawn, risky
from stegvis.participants.values.log_risks import RULES, Limits, Reading, Risk

MONDAY = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
USER = UUID(int=1)
LIMITS = Limits()


def reading(number, *, at=None, person=None, action=Action.READ, user=USER, **marks):
    when = at or MONDAY + timedelta(seconds=number)
    request = marks.pop("request", UUID(int=1000 + number))
    who = UUID(int=person if person is not None else number)
    return Reading(number, when, user, who, action, request, **marks)


def told(readings, limits=LIMITS):
    return {(one.risk, one.count) for one in alarms(readings, limits)}


def test_as_many_as_the_limit_is_not_too_many():
    assert told(map(reading, range(40))) == set()


def test_one_more_than_the_limit_is_too_many():
    assert told(map(reading, range(41))) == {(Risk.MANY, 41)}


def test_the_same_person_again_is_counted_once():
    assert told(reading(number, person=1) for number in range(100)) == set()


def test_those_outside_the_window_are_not_counted():
    apart = (reading(n, at=MONDAY + timedelta(seconds=20 * n)) for n in range(60))

    assert told(apart) == set()


def test_two_users_are_not_counted_together():
    assert told(reading(n, user=UUID(int=n % 2)) for n in range(60)) == set()


def test_an_alarm_has_the_rows_that_show_it():
    (found,) = alarms(map(reading, range(41)), LIMITS)

    assert (found.user, found.at, found.rows) == (
        USER,
        MONDAY + timedelta(seconds=40),
        tuple(range(41)),
    )


def test_the_association_decides_the_limit():
    assert told(map(reading, range(4)), Limits(limits={"many": 3})) == {(Risk.MANY, 4)}


@pytest.mark.parametrize(
    ("marks", "times", "expected"),
    [
        ({"is_same_name": True, "person": 7}, 2, set()),
        ({"is_same_name": True, "person": 7}, 3, {(Risk.SAME_NAME, 3)}),
        ({"is_same_name": True}, 9, set()),
        ({"is_same_name": True, "person": 7, "is_own_case": True}, 3, set()),
        ({"is_same_name": True, "is_rare": True}, 1, {(Risk.RELATIVE, 1)}),
        ({"is_after_end": True}, 2, set()),
        ({"is_after_end": True}, 3, {(Risk.AFTER_END, 3)}),
        ({"is_protected": True, "action": Action.REFUSED}, 1, {(Risk.PROTECTED, 1)}),
        ({"is_protected": True, "is_own_case": True}, 5, set()),
        ({"action": Action.REFUSED}, 3, set()),
        ({"action": Action.REFUSED}, 4, {(Risk.REFUSED, 4)}),
        ({"action": Action.SEARCH}, 15, set()),
        ({"action": Action.SEARCH}, 16, {(Risk.SEARCHED, 16)}),
        ({"action": Action.EXPORT}, 10, set()),
        ({"action": Action.PRINT}, 11, {(Risk.EXPORTED, 11)}),
        ({"action": Action.LIST}, 300, set()),
        ({"action": Action.LIST}, 301, {(Risk.LISTED, 301)}),
        ({"family": "öberg"}, 2, set()),
        ({"family": "öberg"}, 3, {(Risk.FAMILY, 3)}),
        ({"family": "öberg", "is_own_case": True}, 3, set()),
        ({"is_outside": True}, 9, set()),
    ],
)
def test_rule(marks, times, expected):
    assert told(reading(number, **marks) for number in range(times)) == expected


def test_different_families_are_not_counted_together():
    assert told(reading(n, family=f"namn{n}") for n in range(3)) == set()


@pytest.mark.parametrize(
    ("at", "is_off"),
    [
        (datetime(2027, 3, 1, 5, 59, tzinfo=UTC), True),
        (datetime(2027, 3, 1, 6, 0, tzinfo=UTC), False),
        (datetime(2027, 3, 5, 19, 59, tzinfo=UTC), False),
        (datetime(2027, 3, 5, 20, 0, tzinfo=UTC), True),
        (datetime(2027, 3, 6, 12, 0, tzinfo=UTC), True),
    ],
)
def test_hours(at, is_off):
    assert LIMITS.is_off_hours(at) is is_off


def test_six_persons_in_an_hour_at_night_are_too_many():
    night = MONDAY.replace(hour=23)

    assert told(reading(n, at=night + timedelta(minutes=n)) for n in range(6)) == {
        (Risk.OFF_HOURS, 6)
    }


def test_a_review_draws_from_each_that_fits_and_from_what_is_too_much():
    rows = [reading(1), reading(2, is_outside=True), reading(3, is_after_end=True)]

    assert risky(rows, LIMITS) == {Risk.OUTSIDE: [2], Risk.AFTER_END: [3]}


def test_a_review_draws_all_of_what_is_together_too_much():
    rows = [reading(n, action=Action.REFUSED) for n in range(5)]

    assert risky([*rows, reading(9)], LIMITS) == {Risk.REFUSED: [0, 1, 2, 3, 4]}


def test_the_same_rows_are_drawn_with_the_same_seed():
    first = drawn(range(1000), 20, "abc")

    assert drawn(reversed(range(1000)), 20, "abc") == first
    assert len(set(first)) == 20
    assert drawn(range(1000), 20, "abd") != first


def test_all_are_drawn_where_there_are_few():
    assert drawn([3, 1], 20, "abc") == [1, 3]


def test_every_rule_but_one_alarms():
    assert [rule.risk for rule in RULES.values() if not rule.minutes] == [Risk.OUTSIDE]
