"""The list of programmes, a row each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from stegvis.core.values.formatting import day as day_words
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.calculations.states import day_count_words, state_name, state_on
from stegvis.programmes.calculations.upcoming import next_event
from stegvis.programmes.calculations.words import period_words
from stegvis.programmes.queries.definitions import newest_definitions
from stegvis.programmes.queries.programmes import Programme
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.states import ProgrammeState
from stegvis.web.programmes.presenters import STATE_KINDS, first_tab

ORDER = (ProgrammeState.ONGOING, ProgrammeState.PLANNED, ProgrammeState.ENDED)
SORTS = {
    "namn": lambda row: row.name.casefold(),
    "lage": lambda row: (ORDER.index(row.state), row.name.casefold()),
    "tid": lambda row: (row.first, row.name.casefold()),
    "nast": lambda row: (row.next_on, row.name.casefold()),
}
DEFAULT_SORT = "lage"


@dataclass(frozen=True)
class ProgrammeRow:
    name: str
    address: str
    association: str
    state: ProgrammeState
    state_name: str
    state_kind: str
    period: str
    day_count: str
    next_words: str
    first: date
    next_on: date


def programme_rows(programmes: Iterable[Programme], viewer: Viewer) -> list[ProgrammeRow]:
    """Three queries however many they are, and two once this process has read the definitions."""
    found = list(programmes)
    definitions = newest_definitions(found)
    return [_row(one, definitions[one.pk], viewer) for one in found if one.pk in definitions]


def narrowed(rows: Iterable[ProgrammeRow], lage: str, sok: str) -> list[ProgrammeRow]:
    wanted = sok.strip().casefold()
    return [
        row for row in rows if (not lage or row.state == lage) and wanted in row.name.casefold()
    ]


def _row(programme: Programme, definition: Definition, viewer: Viewer) -> ProgrammeRow:
    state, upcoming = state_on(definition, viewer.on), next_event(definition, viewer.on)
    return ProgrammeRow(
        name=definition.name,
        address=reverse(first_tab(programme.association_id, viewer), args=[programme.pk]),
        association=programme.association.name,
        state=state,
        state_name=state_name(state),
        state_kind=STATE_KINDS[state],
        period=period_words(definition.first_day, definition.last_day),
        day_count=day_count_words(definition, viewer.on),
        next_words=f"{upcoming.words} {day_words(upcoming.on)}" if upcoming else "",
        first=definition.first_day or date.max,
        next_on=upcoming.on if upcoming else date.max,
    )
