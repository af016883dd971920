"""Time to an event, with those still waiting and those who left in another way."""

from datetime import date

import pytest

from stegvis.results.values.figures import Verdict
from tests.journeys import enrolled, exited, figure, goal

DECEASED = {"id": "deceased", "name": "avlidna", "where": "exit_reason = deceased"}
WAIT = goal(
    kind="time_to_event",
    denominator="enrolled",
    numerator=None,
    start="enrolled_on",
    event="first(destinations.known_on where destination = work)",
    at_days=400,
    fewest=1,
)


def test_time_to_event_censors_those_still_waiting():
    in_a_year = [exited("work", exited_on=date(2022, 12, 31)), enrolled(), enrolled()]
    short = enrolled(enrolled_on=date(2024, 12, 1))

    found = figure(WAIT, *in_a_year, short)

    assert (found.k, found.n, found.value) == (1, 4, pytest.approx(1 / 3))
    assert [(point.at, point.at_risk) for point in found.points["all"]] == [(355, 3)]
    assert found.method == "kaplan-meier, log"


def test_time_to_event_lets_other_exits_compete():
    competing = WAIT | {"competing": {"other_exit": "exited_on"}}
    people = [exited("work"), exited("care", exited_on=date(2022, 2, 1)), enrolled(), enrolled()]

    found = figure(competing, *people)

    assert (found.k, found.value) == (1, pytest.approx(1 / 4))
    assert found.method.startswith("aalen-johansen")


def test_time_to_event_leaves_out_the_excluded_and_exceptions_that_never_got_there():
    moved = {"id": "moved", "name": "flyttade", "where": "exit_reason = moved"}
    people = [
        exited("work", exit_reason="moved"),
        exited("care", exit_reason="moved"),
        exited("care", exit_reason="deceased"),
        enrolled(),
    ]

    found = figure(WAIT | {"exclusions": [DECEASED], "exceptions": [moved]}, *people)

    assert (found.k, found.n, found.excluded) == (1, 2, {"deceased": 1, "moved": 1})


def test_time_to_event_of_nobody_is_too_few():
    found = figure(WAIT)

    assert (found.value, found.n, found.verdict) == (None, 0, Verdict.TOO_FEW)


def test_the_median_time_is_the_day_when_half_are_there():
    days = [exited("work", exited_on=date(2022, 1, 10 + days)) for days in (1, 2, 3, 4)]
    median = WAIT | {"measure": "median_days", "target": {"op": "<=", "value": 2}}

    assert (figure(median, *days).value, figure(median, *days).verdict) == (2, Verdict.REACHED)
    assert figure(median | {"competing": {"other_exit": "exited_on"}}, *days).value == 2


def test_a_share_that_nobody_has_reached_yet_has_no_doubt_about_it():
    found = figure(WAIT, enrolled(), enrolled())

    assert (found.value, found.k, found.points["all"]) == (0, 0, ())


def test_when_nobody_waits_any_more_the_share_stays():
    competing = WAIT | {"competing": {"other_exit": "exited_on"}}
    both = exited("work"), exited("care", exited_on=date(2022, 12, 31))
    waits = enrolled(enrolled_on=date(2024, 1, 1))

    assert (figure(WAIT, exited("work")).value, figure(WAIT, exited("work")).interval) == (1, None)
    assert figure(competing, *both).value == pytest.approx(1 / 2)
    assert figure(WAIT, exited("work"), waits).value is None
    assert figure(competing, *both, waits).value is None


def test_a_median_is_told_without_the_end_that_few_cannot_give():
    median = WAIT | {"measure": "median_days"}
    few = [exited("work", exited_on=date(2022, 1, 11)), enrolled()]
    many = [exited("work", exited_on=date(2022, 1, 10 + n % 20)) for n in range(60)]

    assert (figure(median, *few).value, figure(median, *few).interval) == (1, None)
    assert figure(median, *many).interval.low < figure(median, *many).value
