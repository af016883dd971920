"""The one door: every figure of a follow-up and its parts in, what may leave the house out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import Audit, audit
from stegvis.results.calculations.disclosure.tables import CountTable, ProtectedTable, Reference
from stegvis.results.calculations.publishing.breakdowns import Breakdowns
from stegvis.results.calculations.publishing.meanings import meanings_of
from stegvis.results.calculations.publishing.open_level import OpenLevel
from stegvis.results.calculations.publishing.open_tables import open_tables
from stegvis.results.calculations.publishing.reading import breakdowns_of, left_out, paths
from stegvis.results.calculations.publishing.report_level import Hidden, ReportLevel
from stegvis.results.calculations.publishing.tables import count_tables
from stegvis.results.calculations.publishing.ties import ties_of
from stegvis.results.values.figures import DisclosureLevel, FollowUp


@dataclass(frozen=True)
class Publication:
    """The follow-up as it may be shown, and the tables of counts that it shows."""

    follow_up: FollowUp
    tables: tuple[ProtectedTable, ...] = ()

    @property
    def audit(self) -> Audit:
        """What an outsider gets out of it. Cost: as much again as publishing."""
        return audit(self.tables)


def publish(
    follow_up: FollowUp, level: DisclosureLevel | str, definitions: Sequence[Definition] = ()
) -> FollowUp:
    """The follow-up at a level; `definitions` say what goals have in common with breakdowns."""
    return publication(follow_up, level, definitions).follow_up


def publication(
    follow_up: FollowUp, level: DisclosureLevel | str, definitions: Sequence[Definition] = ()
) -> Publication:
    wanted = DisclosureLevel(level)
    if wanted is DisclosureLevel.INTERNAL:
        return Publication(follow_up)
    if wanted is DisclosureLevel.OPEN:
        return _openly(follow_up)
    each = list(_with_parts(follow_up))
    known = {definition.id: definition for definition in definitions}
    read = {one.programme: breakdowns_of(one) for one in each}
    tables = [
        table
        for one in each
        for table in _tables(one, read[one.programme], known.get(one.programme))
    ]
    protected = protect(tables, wanted)
    hidden = set(hidden_in(protected))
    return Publication(_reported(follow_up, read, hidden), tuple(protected))


def _tables(
    follow_up: FollowUp, breakdowns: Breakdowns, definition: Definition | None
) -> list[CountTable]:
    ties = ties_of(breakdowns, follow_up.figures, meanings_of(definition))
    return count_tables(breakdowns, ties)


def _with_parts(follow_up: FollowUp) -> Iterator[FollowUp]:
    yield follow_up
    for part in follow_up.parts:
        yield from _with_parts(part)


def hidden_in(tables: Sequence[ProtectedTable]) -> Iterator[Reference]:
    for table in tables:
        cells = table.shape.all_cells() if table.is_withheld else table.hidden
        yield from ((table.name, cell) for cell in cells)


def _reported(follow_up: FollowUp, read: dict[str, Breakdowns], hidden: set[Reference]) -> FollowUp:
    stands_on = read[follow_up.programme].stands_on
    cells = {place for place, counts in stands_on.items() if not hidden.isdisjoint(counts)}
    level = ReportLevel(follow_up.programme, Hidden(cells, set(left_out(follow_up))))
    return replace(
        follow_up,
        level=DisclosureLevel.REPORT,
        figures=tuple(level.shown(figure, path) for path, figure in paths(follow_up)),
        parts=tuple(_reported(part, read, hidden) for part in follow_up.parts),
    )


def _openly(follow_up: FollowUp) -> Publication:
    tables = [table for one in _with_parts(follow_up) for table in open_tables(one)]
    protected = protect(tables, DisclosureLevel.OPEN)
    return Publication(OpenLevel.of(protected).shown(follow_up), tuple(protected))
