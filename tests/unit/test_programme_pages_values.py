"""Small things that the pages about programmes are made of."""

import tomllib
from datetime import date

import pytest

from stegvis.programmes.calculations.budget_table import BudgetLine, budget_table
from stegvis.programmes.calculations.upcoming import Upcoming, next_event
from stegvis.programmes.files.version_rows import next_label, with_version
from stegvis.programmes.values.identifiers import code_from, slug_from
from tests.definition_samples import HEAD, definition_of

MONEY = """
budget = [
  {year = 2023, category = "salaries", payer = "municipality", financed = true, amount = 100},
  {year = 2024, category = "salaries", payer = "municipality", financed = true, amount = 200},
  {year = 2024, category = "travel", payer = "region", financed = false, amount = 30},
]
"""
CALENDAR = """
intake_stop = 2024-06-30
phases = [{name = "Avslut", first = 2024-09-01}]
"""


@pytest.mark.parametrize(
    ("words", "taken", "slug", "code"),
    [
        ("Nya vägar – på öar!", (), "nya-vagar-pa-oar", "nya_vagar_pa_oar"),
        ("Team", ("team", "team-2", "team_2"), "team-3", "team_3"),
        ("…", (), "ny", "ny"),
        ("ß", (), "ss", "ss"),
    ],
)
def test_ids_are_made_from_words(words, taken, slug, code):
    assert (slug_from(words, taken), code_from(words, taken)) == (slug, code)


def test_the_budget_has_the_association_first_and_sums(tmp_path):
    table = budget_table(definition_of(tmp_path, HEAD + MONEY))

    assert table.years == (2023, 2024)
    assert table.lines == (
        BudgetLine("Löner, Kommunen", (10_000, 20_000, 30_000)),
        BudgetLine("Från förbundet", (10_000, 20_000, 30_000), is_sum=True),
        BudgetLine("Resor, Regionen", (0, 3_000, 3_000)),
        BudgetLine("Från parterna själva", (0, 3_000, 3_000), is_sum=True),
        BudgetLine("Tillsammans", (10_000, 23_000, 33_000), is_sum=True),
    )


def test_no_budget_is_an_empty_table(tmp_path):
    assert budget_table(definition_of(tmp_path, HEAD)).lines == ()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2022, 1, 1), Upcoming(date(2023, 1, 1), "Beslutad tid börjar")),
        (date(2023, 1, 2), Upcoming(date(2024, 6, 30), "Sista dag för nya deltagare")),
        (date(2024, 6, 30), Upcoming(date(2024, 6, 30), "Sista dag för nya deltagare")),
        (date(2024, 7, 1), Upcoming(date(2024, 9, 1), "Avslut börjar")),
        (date(2024, 9, 2), Upcoming(date(2024, 12, 31), "Beslutad tid slutar")),
        (date(2025, 1, 1), None),
    ],
)
def test_what_happens_next(tmp_path, on, expected):
    assert next_event(definition_of(tmp_path, HEAD + CALENDAR), on) == expected


@pytest.mark.parametrize(
    ("written", "taken", "label"),
    [("1", {"1"}, "2"), ("1", {"1", "2"}, "3"), ("2a", {"1"}, "2a"), ("2a", {"2a"}, "1")],
)
def test_a_version_gets_the_next_name(written, taken, label):
    assert next_label(f'version = "{written}"\n', taken) == label


def test_the_text_tells_of_its_version_once():
    on = date(2024, 1, 1)

    text = with_version(HEAD, "2", on=on, why="Beslut")

    assert tomllib.loads(text)["versions"] == [{"version": "2", "on": on, "why": "Beslut"}]
    assert with_version(text, "2", on=on, why="Annat") == text
