"""How many of those who took part a figure is made of, at each level, and in which words."""

from datetime import date

import pytest

from stegvis.reports.calculations.figures_json import figures_json
from stegvis.reports.calculations.wording.coverage import coverage_of, coverage_sentence
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.follow_up_json import read, written
from stegvis.results.values.figures import Coverage, DisclosureLevel
from tests.journeys import CUT_OFF, defined, facts, goal


def others(number, year=2022, gender="man", **more):
    return {"year": year, "gender": gender, "number": number} | more


def follow_up(*anonymous, level=DisclosureLevel.INTERNAL, as_of=CUT_OFF, since=None):
    journeys = [
        {"enrolled_on": date(2022, 1, 1 + day), "gender": "woman", "person": f"p{day}"}
        for day in range(20)
    ]
    found = facts(*journeys, anonymous=list(anonymous))
    return evaluate(defined(goal()), (), found, as_of=as_of, level=level, since=since)


def coverage(*anonymous, **asked):
    return follow_up(*anonymous, **asked).figure("persons").coverage


@pytest.mark.parametrize(
    ("anonymous", "told"),
    [
        ([], None),
        ([others(0)], None),
        ([others(1)], Coverage(20, 21)),
        ([others(1), others(2, gender="woman"), others(3, 2024)], Coverage(20, 26)),
        ([others(1), others(7, 2025)], Coverage(20, 21)),
        ([others(1, programme="provet"), others(7, programme="another")], Coverage(20, 21)),
    ],
)
def test_those_who_came_by_the_cut_off_are_covered_or_not(anonymous, told):
    assert coverage(*anonymous) == told


def test_a_cohort_is_covered_by_those_of_its_years():
    rows = [others(4, 2021), others(2, 2022)]

    assert coverage(*rows, since=date(2022, 1, 11)) == Coverage(10, 12)


def test_the_anonymous_stand_in_no_other_figure():
    without, beside = follow_up(), follow_up(others(3))

    bare = [(one.id, one.value, one.k, one.n, one.groups) for one in without.figures]
    assert [(one.id, one.value, one.k, one.n, one.groups) for one in beside.figures] == bare


def test_every_figure_about_people_says_it_and_no_other():
    found = follow_up(others(3))

    assert {one.id for one in found.figures if one.coverage is None} == set()
    assert read(written(found)) == found


@pytest.mark.parametrize(
    ("many", "reported", "openly"),
    [
        (1, Coverage(None, None), None),
        (4, Coverage(None, None), None),
        (5, Coverage(20, 25), None),
        (7, Coverage(20, 27), None),
        (8, Coverage(20, 28), Coverage(20, 30)),
    ],
)
def test_a_few_are_never_told_outside(many, reported, openly):
    assert coverage(others(many), level=DisclosureLevel.REPORT) == reported
    assert coverage(others(many), level=DisclosureLevel.OPEN) == openly


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (None, ""),
        (
            Coverage(45, 46),
            "Bygger på 45 av 46 deltagare: övriga räknas bara med år och kön.",
        ),
        (
            Coverage(None, None),
            "Bygger på nästan alla deltagare: några få räknas bara med år och kön.",
        ),
    ],
)
def test_it_is_said_in_words_when_not_all_are_covered(told, sentence):
    assert coverage_sentence(told) == sentence


def test_it_is_said_once_of_all_figures():
    assert coverage_of(follow_up(others(1))) == (
        "Bygger på 20 av 21 deltagare: övriga räknas bara med år och kön."
    )
    assert coverage_of(follow_up()) == ""


def test_other_programs_are_told_only_where_somebody_is_left_out():
    without, beside = (figures_json(follow_up(*one))["figures"][0] for one in ([], [others(2)]))

    assert "coverage" not in without
    assert beside["coverage"] == {"counted": 20, "everybody": 22}
