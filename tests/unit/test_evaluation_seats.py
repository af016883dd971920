"""How long people stay, how many at once, and how long until work or studies."""

from datetime import date

import pytest

from stegvis.core.values.periods import day_number
from stegvis.results.values.fact_set import FactSet
from tests.journeys import enrolled, exited, facts
from tests.standard import figures, of


def test_time_enrolled_is_of_those_who_left_with_the_others_apart():
    people = [
        exited(exited_on=date(2022, 1, 11), gender="woman"),
        exited(exited_on=date(2022, 1, 14)),
        exited(exited_on=date(2022, 1, 30)),
        enrolled(enrolled_on=date(2024, 12, 21)),
    ]

    found = of(*people)
    mean, median = found["days-enrolled"], found["days-enrolled-median"]

    assert (mean.value, mean.n, median.value, median.n) == (25 / 3, 3, 4, 3)
    assert (mean.groups["state"]["ongoing"].value, mean.groups["state"]["ongoing"].n) == (10, 1)
    assert {code: cell.value for code, cell in median.groups["gender"].items()} == {
        "woman": 1,
        "": 12,
    }


def test_seats_taken_are_a_mean_of_days_and_a_curve():
    week = [{"first": date(2022, 1, 10), "last": date(2022, 1, 13)}]
    people = [enrolled(enrolled_on=date(2021, 5, 1)), exited(exited_on=date(2022, 1, 12))]
    places = [{"seat": "seat", "number": 3, "first": date(2022, 1, 1)}]

    found = of(*people, decisions=week, seats=places)["occupancy"]

    assert found.value == (4 + 2) / 4
    assert [(point.at, point.value) for point in found.points["enrolled"]] == [
        (day_number(date(2022, 1, 13)), 1)
    ]
    assert [(point.value, point.name) for point in found.points["seats"]] == [(3, "seat")]


@pytest.mark.parametrize(("years", "points"), [(1, 12), (5, 60), (6, 24), (20, 40), (40, 40)])
def test_a_curve_has_so_few_points_that_they_can_be_seen(years, points):
    span = [{"first": date(2024 - years + 1, 1, 1), "last": date(2024, 12, 31)}]

    assert len(of(enrolled(), decisions=span)["occupancy"].points["enrolled"]) == points


def test_seats_of_a_period_that_has_not_begun_are_not_told():
    later = [{"first": date(2025, 1, 1), "last": date(2025, 12, 31)}]

    found = of(enrolled(), decisions=later)["occupancy"]

    assert (found.value, found.points["enrolled"]) == (None, ())


@pytest.mark.parametrize("known_on", [None, date(2022, 12, 10), date(2023, 2, 1)])
def test_work_counts_on_the_day_of_exit_whenever_it_came_to_be_known(known_on):
    work = {"enrolment": 1, "moment": "exit", "destination": "work", "known_on": known_on}
    told_of = {name: value for name, value in work.items() if value is not None}
    others = enrolled(), enrolled(), exited("care", exited_on=date(2022, 7, 1))

    found = figures(facts(exited(), *others, destinations=[told_of]))["time-to-work-or-studies"]

    assert (found.k, found.n, found.value) == (1, 4, pytest.approx(1 / 4))
    assert [(point.at, point.value) for point in found.points["all"]] == [
        (172, 0),
        (334, pytest.approx(1 / 4)),
    ]


def test_time_to_work_is_told_when_somebody_was_followed_for_a_year():
    soon = exited("work", enrolled_on=date(2024, 1, 10), exited_on=date(2024, 2, 10))
    recent = enrolled(enrolled_on=date(2024, 1, 10))

    assert of(soon, recent)["time-to-work-or-studies"].value is None
    assert of(soon, enrolled())["time-to-work-or-studies"].value == pytest.approx(1 / 2)


def test_time_to_work_needs_destinations():
    given = facts(enrolled())
    kept = {name: table for name, table in given.tables.items() if name != "destinations"}

    assert "time-to-work-or-studies" not in figures(FactSet("provet", kept))
