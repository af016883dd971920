"""ENTER 2013–2015. Source: [F4]; the reconstruction is told in demo/data."""

import pytest

from tests.acceptance import by, by_gender, follow_up_of, imported, outcome, shown


@pytest.fixture(scope="module")
def report():
    return follow_up_of("enter")


def test_no_row_is_left_out():
    assert (imported("enter").faults, imported("enter").warnings) == ((), ())


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("more-knowledge", ("–", "none", None)),
        ("through-the-steps", ("57 av 76", "none", None)),
        ("begun-step-2", ("76", "not_reached", 4)),
        ("work-studies-or-rehabilitation", ("–", "not_measured", None)),
        ("better-health-belief-motivation", ("–", "not_measured", None)),
    ],
)
def test_goals(report, goal, expected):
    """The report says that 76 narrowly reached at least 80."""
    assert outcome(report, goal) == expected


def test_steps_3_and_4_by_area(report):
    assert shown(report.figure("in-steps-3-and-4")) == "57"
    assert by(report, "in-steps-3-and-4", "municipality") == {
        "area_a": "47",
        "area_b": "10",
        "": "0",
    }


def test_exits_by_reason(report):
    assert shown(report.figure("exited-from-steps-3-and-4")) == "31"
    assert by(report, "exited-from-steps-3-and-4", "exit_reason") == {
        "studies": "7",
        "work_rehabilitation": "4",
        "new_plan": "14",
        "worse_health": "4",
        "moved": "2",
        "": "0",
    }


def test_remaining(report):
    assert shown(report.figure("remaining")) == "26"


def test_missing_gender_is_its_own_group(report):
    assert by_gender(report, "remaining") == {"": "26"}


def test_each_part_of_the_goal_on_health_is_told(report):
    parts = report.figure("better-health-belief-motivation").parts

    assert [part.verdict.value for part in parts] == ["not_measured"] * 3


def test_stock_and_flow(report):
    """The 19 who went no further than step 2 are among the 50."""
    assert by(report, "stock-flow", "flow") == {
        "opening": "0",
        "in": "76",
        "out": "50",
        "transferred": "0",
        "remaining": "26",
    }
