"""The follow-up as typed rows: what stands in each sheet of the workbook."""

from dataclasses import replace
from datetime import date

from stegvis.programmes.values.indicators import Target
from stegvis.reports.calculations.figure_sheets import sheets_of
from stegvis.reports.values.sheets import Measure
from stegvis.results.values.figures import Cell, DisclosureLevel, Figure, FollowUp, Interval, Point
from tests.follow_up_samples import AS_OF, definition, follow_up, part_definition, work_or_studies

WILSON = Interval("wilson", 0.95, 0.404, 0.559)


def sheets(*figures, **more):
    whole = follow_up(figures=figures, parts=(), **more) if figures else follow_up(**more)
    return {one.title: one for one in sheets_of(whole, (definition(), part_definition()))}


def told(sheet):
    """Each row as its titles and the values that are there."""
    titles = [column.title for column in sheet.columns]
    return [
        {
            title: value
            for title, value in zip(titles, row.values, strict=True)
            if value not in (None, "")
        }
        for row in sheet.rows
    ]


def money(**more):
    return Figure(
        "money-used", "Medel", "money", "krona", 90_000_00, 90_000_00, 100_000_00, "none", "",
        AS_OF, "2", **more,
    )  # fmt: skip


def test_sheets_stand_in_order():
    assert list(sheets()) == ["Mål", "Siffror", "Grupper", "Kurvor", "Definitioner"]


def test_goal_row_says_target_and_verdict():
    (row,) = told(sheets(work_or_studies())["Mål"])

    assert row == {
        "Insats": "Unga vidare",
        "Beteckning": "work-or-studies",
        "Mål": "Hälften går vidare till arbete eller studier",
        "Nivå": "insatsmål",
        "Värde": 75 / 156,
        "Täljare": 75,
        "Nämnare": 156,
        "Krav": "minst",
        "Mål, värde": 0.5,
        "Saknas till målet": 3,
        "Omdöme": "inte nådd",
        "Räknat på": "avslutade deltagare",
        "Definitionens version": "2",
    }


def test_goals_of_parts_stand_under_their_own_name():
    rows = told(sheets()["Mål"])

    assert [(row["Insats"], row["Beteckning"]) for row in rows] == [
        ("Unga vidare", "work-or-studies"),
        ("Unga vidare", "progress"),
        ("Unga vidare", "measured"),
        ("Unga vidare", "new-places"),
        ("Hälsan", "onwards"),
    ]


def test_figure_row_says_its_uncertainty():
    bounds = {"bounds": (0.4, 0.6), "unknown": 2, "excluded": {"deceased": 1, "moved": 0}}
    (row,) = told(sheets(work_or_studies(**bounds, notes=("Ett.", "Två.")))["Siffror"])

    said = ("Uppgift saknas", "Inte medräknade", "Lägst möjliga", "Högst möjliga", "Anmärkningar")
    assert [row[title] for title in said] == [2, "deceased 1", 0.4, 0.6, "Ett. Två."]
    interval = ("Intervall, lägst", "Intervall, högst", "Intervall, metod", "Sista dag som räknas")
    assert [row[title] for title in interval] == [0.404, 0.559, "Wilson", date(2024, 12, 31)]
    assert (row["Typ"], row["Enhet"]) == ("andel", "personer")


def test_money_stands_in_kronor():
    aim = {"target": Target(value=100_000_00), "missing": 10_000_00}
    whole = sheets(money(**aim))

    (row,) = told(whole["Siffror"])
    assert [row[title] for title in ("Värde", "Täljare", "Nämnare")] == [90_000, 90_000, 100_000]
    assert whole["Siffror"].rows[0].measure is Measure.KRONOR


def test_hidden_figure_has_no_number():
    hidden = work_or_studies(hidden="small", groups={}, bounds=(0.1, 0.2))

    whole = sheets(hidden, level=DisclosureLevel.REPORT)
    (row,) = told(whole["Siffror"])
    numbers = [value for value in row.values() if isinstance(value, int | float)]
    (goal,) = told(whole["Mål"])
    assert (numbers, row["Dolt"], goal["Dolt"], "Saknas till målet" in goal) == (
        [],
        "ja",
        "ja",
        False,
    )


def test_group_rows_name_the_group():
    groups = {
        "gender": {"woman": Cell(27 / 56, 27, 56, interval=WILSON), "": Cell(None, hidden="small")},
        "exit_reason:man": {"work": Cell(0.5, 1, 2)},
    }

    rows = told(sheets(work_or_studies(groups=groups))["Grupper"])
    assert [
        (row["Indelning"], row["Grupp"], row.get("Täljare"), row.get("Dolt")) for row in rows
    ] == [
        ("kön", "Kvinnor", 27, None),
        ("kön", "Kön saknas", None, "ja"),
        ("avslutsorsak, Män", "Arbete", 1, None),
    ]


def test_curve_rows_tell_days_from_days_since_a_start():
    points = {"all": (Point(100, 0.2, 156), Point(19_900, 0.4, low=0.3, high=0.5, name="slut"))}

    first, second = told(sheets(work_or_studies(points=points))["Kurvor"])
    assert (first["Dagar från start"], first["Antal som följs"], "Dag" in first) == (
        100,
        156,
        False,
    )
    assert (second["Dag"], second["Punkt"], second["Intervall, lägst"]) == (
        date(2024, 6, 26),
        "slut",
        0.3,
    )


def test_sub_criteria_stand_as_figures():
    part = replace(work_or_studies(), id="work-or-studies-1")

    rows = told(sheets(work_or_studies(parts=(part,)))["Siffror"])
    assert [row["Beteckning"] for row in rows] == ["work-or-studies", "work-or-studies-1"]


def test_definition_row_says_how_it_is_counted():
    (row,) = told(sheets(work_or_studies())["Definitioner"])

    assert (row["Räknat på"], row["Enhet"], row["Källa"]) == (
        "avslutade deltagare",
        "personer",
        "F1:68",
    )


def test_sheets_of_nothing_have_only_headings():
    empty = FollowUp("x", "X", "1", AS_OF, "", DisclosureLevel.INTERNAL, 0, ())

    assert [one.rows for one in sheets_of(empty, (definition(),))] == [()] * 5
