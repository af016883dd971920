"""Every kind of indicator but the share."""

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


def test_an_approximate_volume_that_straddles_the_target_has_no_verdict():
    found = figure(CERTIFICATES | {"target": {"value": 1000}}, volumes=[counted(950, 1050)])

    assert found.verdict is Verdict.NOT_MEASURED


def rated(enrolment: int, on: date, item: str, score: float) -> dict[str, object]:
    return {
        "enrolment": enrolment,
        "instrument": "ladder",
        "item": item,
        "measured_on": on,
        "score": score,
    }


CHANGE = goal(
    kind="change",
    denominator="enrolled",
    numerator=None,
    instrument="ladder",
    least=1,
    least_is="raw",
    unknown="exclude",
    fewest=1,
)
LATER = date(2022, 4, 10)


def test_change_compares_first_and_latest_of_the_same_person():
    rows = [
        rated(1, START, "sleep", 2),
        rated(1, date(2022, 2, 1), "sleep", 9),
        rated(1, LATER, "sleep", 4),
        rated(2, START, "sleep", 3),
        rated(2, LATER, "sleep", 3.5),
    ]

    found = figure(CHANGE, enrolled(), enrolled(), enrolled(), measurements=rows)

    assert (found.k, found.n, found.unknown) == (1, 2, 1)


def test_change_downwards_is_better_where_lower_is_better():
    rows = [rated(1, START, "worry", 6), rated(1, LATER, "worry", 4)]

    assert figure(CHANGE, enrolled(), measurements=rows).k == 1


def test_change_of_exactly_the_least_counts_in_spite_of_floating_numbers():
    moved = {"sleep": 0.2, "rest": 0.3, "calm": 0.7}  # as floating numbers their mean is under 0.4
    rows = [rated(1, START, item, 1) for item in moved]
    rows += [rated(1, LATER, item, 1 + more) for item, more in moved.items()]

    found = figure(CHANGE | {"least": 0.4}, enrolled(), measurements=rows)

    assert (found.k, found.n) == (1, 1)


def test_mean_change_is_paired():
    rows = [rated(1, START, "sleep", 2), rated(1, LATER, "sleep", 5), rated(2, START, "sleep", 9)]
    mean = CHANGE | {"measure": "mean_change", "target": {"value": 1}}

    found = figure(mean, enrolled(), enrolled(), measurements=rows)

    assert (found.value, found.n, found.unknown) == (3, 1, 1)


DECEASED = {"id": "deceased", "name": "avlidna", "where": "exit_reason = deceased"}


def test_mean_change_leaves_out_and_counts_the_excluded():
    rows = [rated(1, START, "sleep", 2), rated(1, LATER, "sleep", 5)]
    rows += [rated(2, START, "sleep", 1), rated(2, LATER, "sleep", 9)]
    mean = CHANGE | {"measure": "mean_change", "exclusions": [DECEASED], "target": {"value": 3}}

    found = figure(mean, enrolled(), exited(exit_reason="deceased"), measurements=rows)

    assert (found.value, found.n, found.excluded) == (3, 1, {"deceased": 1})
    assert found.verdict is Verdict.REACHED


def test_mean_change_of_nobody_has_no_value():
    mean = CHANGE | {"measure": "mean_change", "target": {"value": 3}}

    found = figure(mean, enrolled(), measurements=[])

    assert (found.value, found.n, found.unknown) == (None, 0, 1)
    assert found.verdict is Verdict.NOT_MEASURED


def test_change_downwards_is_better_for_all_items_when_the_goal_says_so():
    rows = [rated(1, START, "sleep", 6), rated(1, LATER, "sleep", 4)]

    assert figure(CHANGE | {"better": "lower"}, enrolled(), measurements=rows).k == 1


def test_change_looks_only_at_the_items_named():
    rows = [rated(1, START, "sleep", 6), rated(1, LATER, "sleep", 2)]
    rows += [rated(1, START, "worry", 6), rated(1, LATER, "worry", 4)]

    assert figure(CHANGE | {"items": ["worry"]}, enrolled(), measurements=rows).k == 1
    assert figure(CHANGE, enrolled(), measurements=rows).k == 0


def test_of_two_ratings_on_one_day_the_lower_counts():
    rows = [rated(1, START, "sleep", 4), rated(1, START, "sleep", 3)]
    rows += [rated(1, LATER, "sleep", 4), rated(1, LATER, "sleep", 5)]

    assert figure(CHANGE, enrolled(), measurements=rows).k == 1
    assert figure(CHANGE | {"least": 1.001}, enrolled(), measurements=rows).k == 0


def test_change_without_any_second_measurement_lacks_its_baseline():
    found = figure(CHANGE, enrolled(), measurements=[rated(1, START, "sleep", 2)])

    assert (found.value, found.verdict) == (None, Verdict.NO_BASELINE)


def test_change_without_any_measurement_is_not_measured():
    assert figure(CHANGE, enrolled(), measurements=[]).verdict is Verdict.NOT_MEASURED


def test_domains_improved_counts_items_of_each_person():
    rows = [
        rated(1, START, "sleep", 2),
        rated(1, LATER, "sleep", 4),
        rated(1, START, "worry", 5),
        rated(1, LATER, "worry", 3),
        rated(2, START, "sleep", 2),
        rated(2, LATER, "sleep", 4),
        rated(2, START, "worry", 3),
        rated(2, LATER, "worry", 5),
    ]
    both = goal(
        kind="domains_improved",
        denominator="measured_twice",
        numerator=None,
        instrument="ladder",
        least=1,
        domains=2,
        fewest=1,
    )

    found = figure(both, enrolled(), enrolled(), enrolled(), measurements=rows)

    assert (found.k, found.n) == (1, 2)


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
