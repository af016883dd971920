"""Conversions, counts, volumes, seats and deliverables."""

from datetime import date

import pytest

from stegvis.results.values.figures import Figure, Verdict
from tests.journeys import enrolled, exited, figure, goal

START = date(2022, 1, 10)


def planned(enrolment: int, on: date) -> dict[str, object]:
    return {"enrolment": enrolment, "plan_kind": "action_plan", "established_on": on}


PLAN = goal(
    kind="conversion",
    denominator="enrolled",
    numerator=None,
    start="enrolled_on",
    event="first(plans.established_on where plan_kind = action_plan)",
    within=2,
    span="months",
    fewest=1,
)


def test_a_plan_on_the_same_day_two_months_later_is_in_time():
    plans = [planned(1, date(2022, 3, 10)), planned(2, date(2022, 3, 11))]

    found = figure(PLAN, enrolled(), enrolled(), plans=plans)

    assert (found.k, found.n) == (1, 2)


def test_those_whose_time_is_running_are_not_yet_due_even_when_early():
    late = enrolled(enrolled_on=date(2024, 12, 1))

    found = figure(PLAN, enrolled(), late, plans=[planned(2, date(2024, 12, 5))])

    assert (found.k, found.n, found.not_yet_due) == (0, 1, 1)


def test_a_plan_within_weeks_is_told_in_days():
    weeks = PLAN | {"within": 2, "span": "weeks"}
    plans = [planned(1, date(2022, 1, 24)), planned(2, date(2022, 1, 25))]

    assert figure(weeks, enrolled(), enrolled(), plans=plans).k == 1


COUNT = goal(kind="count", unit="place", denominator="none", numerator=None, target={"value": 3})


def test_places_are_counted_as_places():
    places = [{"place": str(n), "available_on": START} for n in range(2)]

    found = figure(COUNT, places=places)

    assert (found.value, found.n, found.missing) == (2, None, 1)
    assert found.verdict is Verdict.NOT_REACHED


def test_places_that_nobody_told_of_are_not_measured():
    found = figure(COUNT, enrolled())

    assert (found.value, found.bounds, found.verdict) == (None, None, Verdict.NOT_MEASURED)


def test_persons_are_counted_once_and_enrolments_every_time():
    again = enrolled(person="1", enrolled_on=date(2023, 1, 1))
    persons = goal(kind="count", denominator="none", numerator=None)

    assert figure(persons, enrolled(), again).value == 1
    assert figure(persons | {"unit": "enrolment"}, enrolled(), again).value == 2


CERTIFICATES = COUNT | {"unit": "certificate", "numerator": "volume = certificate"}


def counted(low: int, high: int | None = None) -> dict[str, object]:
    certificate: dict[str, object] = {"volume": "certificate", "counted_on": START, "low": low}
    return certificate if high is None else certificate | {"high": high}


def test_an_approximate_volume_has_bounds_and_no_value():
    found = figure(CERTIFICATES | {"target": {"value": 900}}, volumes=[counted(950, 1050)])

    assert (found.value, found.bounds, found.verdict) == (None, (950, 1050), Verdict.REACHED)


def test_volumes_of_every_kind_are_added_when_none_is_named():
    found = figure(CERTIFICATES | {"numerator": None}, volumes=[counted(2), counted(3)])

    assert (found.value, found.missing, found.verdict) == (5, 0, Verdict.REACHED)


def test_an_approximate_volume_that_straddles_the_target_has_no_verdict():
    found = figure(CERTIFICATES | {"target": {"value": 1000}}, volumes=[counted(950, 1050)])

    assert found.verdict is Verdict.NOT_MEASURED


def standing(**changed: object) -> Figure:
    seats = goal(kind="standing_volume", unit="seat", denominator="none", numerator=None)
    week = {"field": "enrolled_on", "first": date(2022, 1, 10), "last": date(2022, 1, 13)}
    population = {"name": "alla", "window": week}
    people = [enrolled(enrolled_on=date(2021, 5, 1)), exited(exited_on=date(2022, 1, 12))]
    return figure(seats | {"population": population, "target": {"value": 2}} | changed, *people)


def test_a_seat_is_taken_from_enrolment_up_to_but_not_on_the_day_of_exit():
    found = standing()

    assert found.value == pytest.approx((4 + 2) / 4)
    assert (found.verdict, found.missing) == (Verdict.NOT_REACHED, 0.5)


def test_seats_of_a_period_that_has_not_begun_are_not_measured():
    later = {"field": "enrolled_on", "first": date(2025, 1, 1)}

    found = standing(population={"name": "alla", "window": later})

    assert (found.value, found.verdict) == (None, Verdict.NOT_MEASURED)


def test_seats_on_the_cut_off_are_those_who_have_not_left_by_then():
    assert standing(measure="at_cut_off").value == 1


def test_seats_without_anybody_are_not_measured():
    found = figure(goal(kind="standing_volume", unit="seat", denominator="none", numerator=None))

    assert (found.value, found.verdict) == (None, Verdict.NOT_MEASURED)


MADE = goal(
    kind="deliverable", unit="event", denominator="none", numerator=None, event="team_formed"
)


def test_a_deliverable_is_reached_by_its_event():
    formed = {"event": "team_formed", "happened_on": START, "evidence": "Protokoll 2"}

    found = figure(MADE, events=[formed])

    assert (found.verdict, found.notes) == (
        Verdict.REACHED,
        ("Visat 2022-01-10.", "Underlag: Protokoll 2."),
    )


def test_a_deliverable_is_not_reached_when_its_time_is_over():
    assert figure(MADE, events=[]).verdict is Verdict.NOT_REACHED
    assert figure(MADE, as_of=date(2023, 1, 1), events=[]).verdict is Verdict.NOT_MEASURED


def test_a_qualitative_goal_never_gets_a_verdict():
    found = figure(goal(kind="qualitative", denominator="none", numerator=None, target=None))

    assert (found.value, found.verdict) == (None, Verdict.NONE)


def test_a_deadline_from_an_unknown_start_is_unknown():
    from_plan = PLAN | {"start": "first(steps.started_on where step = mapping)"}
    step = {"enrolment": 1, "step": "mapping", "started_on": START}

    found = figure(from_plan, enrolled(), enrolled(), steps=[step], plans=[planned(1, START)])

    assert (found.k, found.n, found.unknown) == (1, 2, 1)
