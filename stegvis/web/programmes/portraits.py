"""A definition as a page one can read: sections, goals that lead to their figures, the budget."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from stegvis.core.values.formatting import kronor
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.calculations.budget_table import BudgetTable, budget_table
from stegvis.programmes.calculations.portrait import Section, portrait
from stegvis.programmes.calculations.portrait.section import Entry, SideBySide
from stegvis.programmes.calculations.words import period_words
from stegvis.programmes.queries.definitions import definition_of, version_of
from stegvis.programmes.queries.programmes import Programme
from stegvis.programmes.values.definition import Definition
from stegvis.web.programmes.presenters import SEES_FIGURES
from stegvis.web.shell.links import Link

GOALS = ("goals_overall", "goals_effect", "goals_programme", "figures")


@dataclass(frozen=True)
class EntryShown:
    text: str
    under: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True)
class PairShown:
    """`earlier` is the goal that this one has replaced."""

    now: EntryShown
    earlier: EntryShown | None = None


@dataclass(frozen=True)
class SectionShown:
    """`kind`: goals, table or sentences."""

    key: str
    title: str
    kind: str
    pairs: tuple[PairShown, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, bool, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class PartShown:
    name: str
    address: str
    period: str
    goals: int


def sections_shown(
    definition: Definition, programme: UUID | None = None
) -> tuple[SectionShown, ...]:
    """With `programme` every goal leads to its figure; without, as for who sees no figures."""
    return tuple(_section(section, definition, programme) for section in portrait(definition))


def contents(sections: Iterable[SectionShown]) -> list[Link]:
    return [Link(section.title, f"#{section.key}") for section in sections]


def sees_figures(association: UUID, viewer: Viewer) -> bool:
    return any(viewer.may(one, association) for one in SEES_FIGURES)


def parts_shown(parts: Iterable[Programme]) -> list[PartShown]:
    return [_part(part, definition_of(version_of(part))) for part in parts]


def _part(part: Programme, definition: Definition) -> PartShown:
    return PartShown(
        definition.name,
        reverse("programme", args=[part.pk]),
        period_words(definition.first_day, definition.last_day),
        len(definition.goals),
    )


def _section(section: Section, definition: Definition, programme: UUID | None) -> SectionShown:
    if section.key == "budget":
        return _budget(section, budget_table(definition))
    kind = "goals" if section.key in GOALS else "sentences"
    pairs = tuple(_pair(entry, programme) for entry in section.entries)
    title = _("I korthet") if section.key == "programme" else section.title
    return SectionShown(section.key, title, kind, pairs)


def _pair(entry: Entry | SideBySide, programme: UUID | None) -> PairShown:
    if isinstance(entry, SideBySide):
        return PairShown(_entry(entry.later, programme), _entry(entry.earlier, programme))
    return PairShown(_entry(entry, programme))


def _entry(entry: Entry, programme: UUID | None) -> EntryShown:
    linked = programme is not None and entry.about
    address = reverse("figure", args=[programme, entry.about]) if linked else ""
    return EntryShown(entry.text, entry.under, address)


def _budget(section: Section, table: BudgetTable) -> SectionShown:
    headings = (_("Post"), *map(str, table.years), _("Hela tiden"))
    rows = tuple(
        (
            line.name,
            line.is_sum,
            tuple(kronor(amount) if amount else "–" for amount in line.amounts),
        )
        for line in table.lines
    )
    return SectionShown(section.key, section.title, "table", headings=headings, rows=rows)
