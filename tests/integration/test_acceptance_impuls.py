"""Impuls 2014–2015: certificates and cases, never persons. Source: [F4]."""

import pytest

from tests.acceptance import follow_up_of, imported, outcome, shown


@pytest.fixture(scope="module")
def report():
    return follow_up_of("impuls")


def test_no_row_is_left_out():
    assert (imported("impuls").faults, imported("impuls").warnings) == ((), ())


@pytest.mark.parametrize(
    ("figure", "unit", "expected"),
    [
        ("certificates-read", "certificate", "950–1050"),
        ("certificates-needing-coordination", "certificate", "200–250"),
        ("cases-worked-on", "case", "45–55"),
        ("compensation-granted", "case", "35–45"),
    ],
)
def test_volumes_are_ranges_of_their_own_unit(report, figure, unit, expected):
    assert (report.figure(figure).unit, shown(report.figure(figure))) == (unit, expected)


def test_certificates_by_gender_are_approximate(report):
    """49 and 51 per cent of about a thousand."""
    cells = report.figure("certificates-read").groups["gender"]

    assert {code: cell.value for code, cell in cells.items()} == {"man": None, "woman": None}


def test_goals(report):
    goals = {
        "picture-of-the-need": ("–", "none", None),
        "own-case-worker": ("1", "reached", None),
        "know-each-other": ("–", "none", None),
        "municipal-competence": ("–", "none", None),
        "basis-for-implementation": ("1", "reached", None),
    }

    assert {goal: outcome(report, goal) for goal in goals} == goals


def test_nothing_is_counted_in_persons(report):
    of_definition = [figure for figure in report.figures if figure.goal and figure.kind == "count"]

    assert "person" not in {figure.unit for figure in of_definition if figure.value}
