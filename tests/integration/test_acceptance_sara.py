"""SARA, the period 2013–2015. Source: [F4]; the reconstruction is told in demo/data."""

import pytest

from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.reports.calculations.assembly.assembled import assemble
from stegvis.reports.files.templates import load_template
from stegvis.reports.values.texts import ReportTexts
from tests.acceptance import by, follow_up_of, imported, outcome, percent, shown


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


def test_stock_and_flow(report):
    flow = by(report, "stock-flow", "flow")

    assert flow == {
        "opening": "59",
        "in": "31",
        "out": "61",
        "transferred": "29",
        "remaining": "0",
    }


def test_transferred_are_left_out_of_the_goals_and_said(report):
    assert shown(report.figure("transferred")) == "29"
    assert report.figure("work-or-studies").excluded == {"transferred": 29}


def test_in_and_out_since_the_start(report):
    """188 in and 159 out, with the opening balance from before the period."""
    cells = report.figure("opening-balances").groups["enrolled_and_exited_earlier"]
    earlier = sum(cell.k for cell in cells.values())

    assert earlier + report.figure("persons").k == 188
    assert earlier + report.figure("exited-persons").k == 159


def test_status_says_what_went_back_and_nothing_of_requisitions_nobody_recorded():
    definition, parts = load_programme(shipped("sara.toml"))
    made = assemble(definition, parts, follow_up_of("sara"), load_template("status"), ReportTexts())

    said = [run.text for block in made.document.blocks for run in getattr(block, "runs", ())]
    name = "SARA, samordnad arbetslivsinriktad rehabilitering till arbete"
    assert [text for text in said if "\u00a0kr" in text] == [
        f"{name}: 252\u00a0053\u00a0kr återfört."
    ]
