"""Figures of those enrolled from a day on, and of everyone along the calendar from it."""

from datetime import date

import polars as pl
import pytest

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.evaluation.cohort import enrolled_since
from stegvis.results.values.fact_set import FactSet
from tests.journeys import CUT_OFF, defined, exited, facts, goal

SINCE = date(2023, 1, 1)
EARLIER = exited("work")
LATER = {"enrolled_on": date(2023, 2, 1), "exited_on": date(2024, 2, 1), "destination": "care"}


def counted(*journeys, since=SINCE, goals=(), **rows):
    found = evaluate(defined(*goals), (), facts(*journeys, **rows), as_of=CUT_OFF, since=since)
    return {figure.id: figure for figure in found.figures}


def test_a_cohort_counts_only_those_enrolled_since_the_day():
    figures = counted(EARLIER, LATER, LATER, goals=[goal()])

    assert (figures["goal"].k, figures["goal"].n, figures["persons"].value) == (0, 2, 2)


def test_enrolled_on_the_day_itself_is_of_the_cohort():
    figures = counted(LATER | {"enrolled_on": SINCE}, goals=[goal()])

    assert figures["goal"].n == 1


def test_a_cohort_says_so_in_its_population():
    figures = counted(LATER, goals=[goal()])

    named = "de som har lämnat insatsen, inskrivna från och med 2023-01-01"
    assert figures["goal"].population_name == named


def test_what_looks_at_days_is_of_everyone_from_that_day():
    both = {"enrolled_on": date(2022, 1, 10)}
    seats = goal(id="seats", kind="standing_volume", unit="seat", denominator="none")
    seats = {key: seats[key] for key in seats if key != "numerator"}

    figures = counted(both, LATER, goals=[seats | {"target": {"value": 1}}])

    flow = {code: cell.k for code, cell in figures["stock-flow"].groups["flow"].items()}
    assert flow == {"opening": 1, "in": 1, "out": 1, "transferred": 0, "remaining": 1}
    days = (date(2024, 2, 1) - date(2023, 2, 1)).days
    assert figures["seats"].value == pytest.approx(1 + days / 731)
    assert figures["occupancy"].value == figures["seats"].value


def test_no_day_counts_everybody():
    assert counted(EARLIER, LATER, since=None)["persons"].value == 2


def test_a_follow_up_tells_since_when():
    found = evaluate(defined(), (), facts(LATER), as_of=CUT_OFF, since=SINCE)

    assert found.since == SINCE


def test_rows_without_an_enrolment_belong_to_their_own_day():
    days = {"counted_on": [day_number(date(2022, 12, 31)), day_number(SINCE)]}
    volumes = pl.DataFrame({"volume": ["certificate", "certificate"], "low": [1, 2]} | days)
    money = pl.DataFrame({"booked_on": [day_number(date(2022, 1, 1))], "amount_ore": [100]})

    kept = enrolled_since(FactSet("provet", {"volumes": volumes, "money": money}), SINCE).tables

    assert (kept["volumes"]["low"].to_list(), kept["money"].height) == ([2], 1)


def test_answers_without_an_enrolment_stay_when_asked_within():
    enrolments = pl.DataFrame({"enrolment": ["1", "2"], "enrolled_on": [0, day_number(SINCE)]})
    asked = [day_number(SINCE), day_number(SINCE), 0, day_number(SINCE)]
    answers = pl.DataFrame(
        {"respondent": ["a", "b", "c", "d"], "enrolment": ["1", "2", None, None], "asked_on": asked}
    )

    tables = {"enrolments": enrolments, "survey_answers": answers}
    kept = enrolled_since(FactSet("provet", tables), SINCE).tables

    assert sorted(kept["survey_answers"]["respondent"].to_list()) == ["b", "d"]
