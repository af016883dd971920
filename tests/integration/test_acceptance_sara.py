"""SARA, the period 2013–2015. Source: [F4]; the reconstruction is told in demo/data."""

import pytest

from tests.acceptance import follow_up_of, imported, outcome, percent, shown


@pytest.fixture(scope="module")
def report():
    return follow_up_of("sara")


def test_no_row_is_left_out():
    assert imported("sara").faults == ()


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("exited-persons", ("61", "reached", 0)),
        ("work-or-studies", ("25 av 61", "reached", 0)),
        ("better-health", ("–", "not_measured", None)),
    ],
)
def test_goals(report, goal, expected):
    """The report says that all goals were reached; one of them was never measured."""
    assert outcome(report, goal) == expected


def test_percentage_is_that_of_the_report(report):
    assert percent(report, "work-or-studies") == 41


def test_in_and_remaining(report):
    assert shown(report.figure("enrolled-in-the-period")) == "31"
    assert shown(report.figure("remaining")) == "29"
