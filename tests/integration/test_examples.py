"""The worked examples of every definition that we ship come out as the definition says."""

from pathlib import Path

import pytest

from stegvis.programmes.files.definition import load_definition
from stegvis.results.calculations.examples import check_examples
from tests.house import ROOT

PROGRAMMES = sorted(
    path
    for path in (ROOT / "definitions").glob("*.toml")
    if path.name not in ("code-lists.toml", "patterns.toml")
)


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_every_worked_example_gives_what_its_goal_expects(path: Path):
    definition = load_definition(path)

    assert [str(fault) for fault in check_examples(definition)] == []


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_every_computed_goal_has_a_worked_example(path: Path):
    goals = load_definition(path).goals

    assert [goal.id for goal in goals if goal.kind != "qualitative" and not goal.examples] == []
