"""Hikikomori 2010–2015. Source: [F4]; the reconstruction is told in demo/data."""

import pytest

from tests.acceptance import by, by_gender, follow_up_of, imported, outcome, percent, shown

DAYS_PER_MONTH = 365.25 / 12


@pytest.fixture(scope="module")
def report():
    return follow_up_of("hikikomori")


def test_no_row_is_left_out():
    assert (imported("hikikomori").faults, imported("hikikomori").warnings) == ((), ())


@pytest.mark.parametrize(
    ("figure", "everyone", "genders"),
    [
        ("participants", "58", {"man": "33", "woman": "25"}),
        ("exited", "41", {"man": "21", "woman": "20"}),
        ("remaining", "17", {"man": "12", "woman": "5"}),
    ],
)
def test_participants(report, figure, everyone, genders):
    assert shown(report.figure(figure)) == everyone
    assert by_gender(report, figure) == genders


def test_published_percentages_are_of_all_enrolled(report):
    """The goals speak of those who completed; these are of the 58, 17 of them still there."""
    assert shown(report.figure("isolation-broken-of-enrolled")) == "52 av 58"
    assert percent(report, "isolation-broken-of-enrolled") == 90
    assert shown(report.figure("planning-started-of-enrolled")) == "43 av 58"
    assert percent(report, "planning-started-of-enrolled") == 74
    assert by_gender(report, "planning-started-of-enrolled") == {
        "man": "22 av 33",
        "woman": "21 av 25",
    }


def test_support_of_those_who_left(report):
    """Two women declined; two women and two men left early."""
    assert shown(report.figure("support-of-exited")) == "35 av 41"
    assert by_gender(report, "support-of-exited") == {"man": "19 av 21", "woman": "16 av 20"}


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("independent-life", ("–", "none", None)),
        ("support-in-place", ("35 av 37", "not_reached", 2)),
        ("isolation-broken", ("33 av 37", "not_reached", 1)),
        ("planning-started", ("29 av 37", "reached", 0)),
        ("outreach", ("1", "reached", None)),
    ],
)
def test_goals_on_their_own_base(report, goal, expected):
    """Who of the 37 fulfilled what is invented, in the proportions of the 58."""
    assert outcome(report, goal) == expected


def test_occupied_seats(report):
    """58 persons for 19 months in 69 months."""
    assert round(report.figure("occupied-seats").value, 1) == 16.0


def test_stock_and_flow(report):
    assert by(report, "stock-flow", "flow") == {
        "opening": "0",
        "in": "58",
        "out": "41",
        "transferred": "0",
        "remaining": "17",
    }


def test_mean_time_in_the_programme_is_19_months(report):
    """Of those who left; over all 58, to the last day, it is 19 months as well."""
    assert round(report.figure("days-enrolled").value / DAYS_PER_MONTH) == 19
