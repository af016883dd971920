"""Where a programme is on a day, in words."""

from datetime import date

import pytest

from stegvis.programmes.calculations.states import day_count_words, state_on
from stegvis.programmes.values.states import ProgrammeState
from tests.definition_samples import HEAD, definition_of

TWO_PERIODS = HEAD.replace(
    "last = 2024-12-31}]", "last = 2023-12-31}, {first = 2024-02-01, last = 2024-12-31}]"
)
OPEN = HEAD.replace(", last = 2024-12-31}]", "}]")
NOTHING_DECIDED = HEAD.replace("{first = 2023-01-01, last = 2024-12-31}", "")
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "day", "state", "words"),
    [
        (HEAD, date(2022, 12, 31), ProgrammeState.PLANNED, "Börjar om 1 dag"),
        (HEAD, date(2023, 1, 1), ProgrammeState.ONGOING, "Dag 1 av 731"),
        (HEAD, date(2024, 12, 31), ProgrammeState.ONGOING, "Dag 731 av 731"),
        (HEAD, date(2025, 1, 1), ProgrammeState.ENDED, "Slutade för 1 dag sedan"),
        (HEAD, date(2027, 12, 31), ProgrammeState.ENDED, f"Slutade för 1{NBSP}095 dagar sedan"),
        (TWO_PERIODS, date(2024, 1, 22), ProgrammeState.PLANNED, "Börjar om 10 dagar"),
        (OPEN, date(2025, 12, 31), ProgrammeState.ONGOING, f"Dag 1{NBSP}096"),
        (NOTHING_DECIDED, date(2025, 1, 1), ProgrammeState.PLANNED, "Ingen period är beslutad"),
    ],
)
def test_state_on_a_day(tmp_path, text, day, state, words):
    definition = definition_of(tmp_path, text)

    assert (state_on(definition, day), day_count_words(definition, day)) == (state, words)
