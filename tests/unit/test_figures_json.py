"""figures.json, an interface: what others read may not change without its format."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from stegvis.programmes.values.indicators import Target
from stegvis.reports.calculations.figures_json import figures_json, figures_text
from stegvis.results.values.figures import (
    Cell,
    DisclosureLevel,
    Figure,
    FollowUp,
    Interval,
    Point,
    Verdict,
)

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "figures.schema.json").read_text(encoding="utf-8")
)
WILSON = Interval("wilson", 0.95, 0.403775, 0.558688)
FIGURE = Figure(
    id="work-or-studies",
    goal="Hälften till arbete eller studier",
    kind="share",
    unit="person",
    value=75 / 156,
    k=75,
    n=156,
    population="exited",
    population_name="avslutade deltagare",
    cut_off=date(2024, 12, 31),
    definition_version="2",
    excluded={"deceased": 0},
    bounds=(75 / 156, 75 / 156),
    interval=WILSON,
    groups={"gender": {"woman": Cell(27 / 56, 27, 56), "": Cell(0.5, 1, 2)}},
    points={"all": (Point(30, 0.9, 120),)},
    target=Target(value=0.5),
    missing=3,
    verdict=Verdict.NOT_REACHED,
)
FOLLOW_UP = FollowUp(
    programme="ung",
    programme_name="Ung",
    definition_version="2",
    as_of=date(2024, 12, 31),
    data_state="abc",
    level=DisclosureLevel.REPORT,
    rows_left_out=3,
    figures=(FIGURE,),
)


def written(**changes):
    (figure,) = figures_json(replace(FOLLOW_UP, figures=(replace(FIGURE, **changes),)))["figures"]
    return figure


def faults(follow_up):
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(json.loads(figures_text(follow_up)))]


def test_figures_json_of_a_programme():
    data = figures_json(FOLLOW_UP)

    assert {key: value for key, value in data.items() if key != "figures"} == {
        "format": 1,
        "programme": "ung",
        "programme_name": "Ung",
        "definition_version": "2",
        "as_of": "2024-12-31",
        "data_state": "abc",
        "level": "report",
        "preliminary": True,
        "rows_left_out": 3,
        "parts": [],
    }


def test_figures_json_of_a_figure_says_its_outcome():
    figure = written()

    said = ("value", "k", "n", "excluded", "unknown", "bounds", "interval", "verdict", "target")
    assert {key: figure[key] for key in said} == {
        "value": 0.4807692307692308,
        "k": 75,
        "n": 156,
        "excluded": {"deceased": 0},
        "unknown": 0,
        "bounds": [0.4807692307692308, 0.4807692307692308],
        "interval": {"method": "wilson", "level": 0.95, "low": 0.403775, "high": 0.558688},
        "verdict": "not_reached",
        "target": {"op": ">=", "value": 0.5, "missing": 3},
    }


def test_figures_json_of_a_figure_says_what_it_is_of():
    figure = written(replaces="old", valid=(None, date(2023, 1, 1)), method="m", notes=("n",))

    said = ("population", "cut_off", "definition_version", "replaces", "valid", "method", "notes")
    assert [figure[key] for key in said] == [
        "exited",
        "2024-12-31",
        "2",
        "old",
        [None, "2023-01-01"],
        "m",
        ["n"],
    ]


def test_figures_json_of_groups_and_points():
    figure = written()

    nobody_left_out = {"hidden": False, "unknown": 0, "excluded": {}, "interval": None}
    assert figure["groups"] == {
        "gender": {
            "woman": {"value": 27 / 56, "k": 27, "n": 56} | nobody_left_out,
            "": {"value": 0.5, "k": 1, "n": 2} | nobody_left_out,
        }
    }
    bare = {"low": None, "high": None, "name": None}
    assert figure["points"] == {"all": [{"at": 30, "value": 0.9, "at_risk": 120} | bare]}


def test_figures_json_of_a_hidden_cell_holds_no_number():
    cell = Cell(0.5, 1, 2, unknown=1, excluded={"x": 1}, interval=WILSON, hidden="small")

    figure = written(groups={"gender": {"woman": cell}})
    assert figure["groups"]["gender"]["woman"] == {
        "hidden": True,
        "value": None,
        "k": None,
        "n": None,
        "unknown": None,
        "excluded": {},
        "interval": None,
    }


def test_figures_json_of_a_hidden_figure_holds_no_number():
    figure = written(hidden="small", groups={})

    numbers = ("value", "k", "n", "unknown", "bounds", "interval", "not_yet_due", "after_cut_off")
    assert [figure[key] for key in numbers] == [None] * 8
    assert (figure["excluded"], figure["points"]) == ({}, {"all": []})
    assert figure["target"]["missing"] is None


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"value": None, "k": None, "n": None, "bounds": None, "interval": None, "target": None},
        {"hidden": "small"},
        {"parts": (FIGURE, FIGURE)},
        {"unit": "krona", "value": -27_574_00, "k": -27_574_00},
        {"replaces": "old", "valid": (date(2022, 1, 1), None)},
    ],
)
def test_figures_json_keeps_its_schema(changes):
    part = replace(FOLLOW_UP, programme="del", rows_left_out=0)
    whole = replace(FOLLOW_UP, figures=(replace(FIGURE, **changes),), parts=(part,))

    assert faults(whole) == []


@pytest.mark.parametrize("key", ["value", "population", "verdict", "cut_off"])
def test_schema_refuses_a_figure_that_lacks_its_base(key):
    data = figures_json(FOLLOW_UP)
    del data["figures"][0][key]

    messages = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)]
    assert messages == [f"'{key}' is a required property"]


def test_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)

    assert list(SCHEMA["properties"]) == list(figures_json(FOLLOW_UP))


def test_figures_text_is_the_same_every_time():
    turned = replace(FIGURE, groups={"gender": dict(reversed(FIGURE.groups["gender"].items()))})

    assert figures_text(replace(FOLLOW_UP, figures=(turned,))) == figures_text(FOLLOW_UP)
    assert "Hälften" in figures_text(FOLLOW_UP)


def test_figures_text_never_holds_what_json_cannot():
    with pytest.raises(ValueError, match="Out of range"):
        figures_text(replace(FOLLOW_UP, figures=(replace(FIGURE, value=float("nan")),)))
