"""Change between the first and the latest measurement of the same person."""

from datetime import date

from stegvis.results.values.figures import Verdict
from tests.journeys import enrolled, exited, figure, goal

START = date(2022, 1, 10)


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


def test_a_rating_is_compared_with_one_by_the_same_rater():
    own = rated(1, START, "sleep", 2) | {"rater": "participant"}
    by_staff = rated(1, LATER, "sleep", 9) | {"rater": "staff"}

    assert figure(CHANGE, enrolled(), measurements=[own, by_staff]).verdict is Verdict.NO_BASELINE


def test_an_item_that_two_raters_saw_improve_is_one_domain():
    rows = [
        rated(1, day, "sleep", score) | {"rater": rater}
        for rater in ("participant", "staff")
        for day, score in ((START, 2), (LATER, 4))
    ]
    two = CHANGE | {"kind": "domains_improved", "domains": 2, "least_is": None}
    domains = {name: value for name, value in two.items() if value is not None}

    assert figure(domains, enrolled(), measurements=rows).k == 0
