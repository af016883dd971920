"""A follow-up that was kept as JSON is the one that was counted."""

from datetime import date

import pytest

from stegvis.programmes.files.definition import load_programme
from stegvis.reports.calculations.figures_json import figures_text
from stegvis.reports.files.given_facts import given_facts
from stegvis.results.calculations.days import earlier_days
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.follow_up_json import read, written
from stegvis.results.calculations.publishing import publish
from tests.follow_up_samples import follow_up
from tests.house import ROOT

PROGRAMMES = sorted(folder.name for folder in (ROOT / "demo" / "data").iterdir() if folder.is_dir())
LEVELS = ("internal", "report", "open")


def test_a_made_up_follow_up_comes_back_equal():
    made = follow_up(since=date(2024, 1, 1), rows_left_out=3)

    assert read(written(made)) == made


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_programme_comes_back_equal_to_the_byte(name):
    definition, parts = load_programme(ROOT / "definitions" / f"{name}.toml")
    facts = given_facts(ROOT / "demo" / "data" / name, definition).facts

    for day in (definition.last_day, *earlier_days(definition, definition.last_day)[:1]):
        found = evaluate(definition, parts, facts, as_of=day)
        for level in LEVELS:
            shown = publish(found, level, (definition, *parts))
            again = read(written(shown))
            assert (again, figures_text(again)) == (shown, figures_text(shown))
