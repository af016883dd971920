"""The attack on what is published, for whoever wants to know whether it holds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf

from stegvis.results.calculations.disclosure.attack import conclude
from stegvis.results.calculations.disclosure.systems import System, system_of
from stegvis.results.calculations.disclosure.tables import (
    REDACTED_TO,
    ROUNDED_TO,
    TOTAL,
    UNKNOWN,
    CellKey,
    ProtectedTable,
    Range,
    Reason,
    Reference,
    is_small,
)
from stegvis.results.values.figures import DisclosureLevel

NARROW = 5  # fewer possible values than this is printed as narrowed: architecture, Access 11


@dataclass(frozen=True)
class Audit:
    """What an outsider gets out of a release. It holds when nothing is recovered."""

    ranges: dict[Reference, Range]
    recovered: tuple[Reference, ...]
    small_differences: tuple[str, ...]  # populations between which 1–4 can be worked out

    @property
    def holds(self) -> bool:
        return not self.recovered and not self.small_differences

    @property
    def narrowed_share(self) -> float | None:
        """Share of hidden cells with fewer than five possible values; None with none hidden."""
        narrow = [found.width < NARROW for found in self.ranges.values()]
        return sum(narrow) / len(narrow) if narrow else None


def recover(published: Sequence[ProtectedTable]) -> dict[Reference, Range]:
    """The range of every hidden cell: numbers are whole and not negative, and sums hold.

    At level open the outsider also knows the rule: what was redacted and how far was rounded.
    """
    kept = [table for table in published if not table.is_withheld]
    system = system_of(table.shape for table in kept)
    places = {
        (table.name, cell): system.of(table.shape, cell) for table in kept for cell in table.hidden
    }
    found = conclude(system.equations, _knowledge(system, kept), places.values())
    return {reference: found[place] for reference, place in places.items()}


def audit(published: Sequence[ProtectedTable]) -> Audit:
    ranges = recover(published)
    return Audit(ranges, recovered_cells(published, ranges), _small_differences(published))


def recovered_cells(
    published: Sequence[ProtectedTable], ranges: dict[Reference, Range] | None = None
) -> tuple[Reference, ...]:
    """Hidden cells with one possible value, but for those that the grand totals alone give."""
    known = recover(published) if ranges is None else ranges
    exact = [reference for reference, found in known.items() if found.is_exact]
    if not exact:
        return ()
    kept = [table for table in published if not table.is_withheld]
    system = system_of(table.shape for table in kept)
    shapes = {table.name: table.shape for table in kept}
    places = {(name, cell): system.of(shapes[name], cell) for name, cell in exact}
    totals = _knowledge(system, kept, only=system.exact)
    public = conclude(system.equations, totals, places.values())
    return tuple(reference for reference in exact if not public[places[reference]].is_exact)


def _small_differences(published: Sequence[ProtectedTable]) -> tuple[str, ...]:
    kept = [table for table in published if not table.is_withheld]
    system = system_of(table.shape for table in kept)
    unread = set(system.derived) - system.exact
    found = conclude(system.equations, _knowledge(system, kept), unread)
    small = {place for place, range_ in found.items() if range_.is_exact and is_small(range_.low)}
    return tuple(str(key) for key, place in system.place.items() if place in small)


def _knowledge(
    system: System, published: Sequence[ProtectedTable], only: Collection[int] | None = None
) -> list[Range]:
    knowledge = [UNKNOWN] * system.size
    for table in published:
        for cell, count in table.cells.items():
            place = system.of(table.shape, cell)
            if only is None or place in only:
                read = _read(table, cell, count)
                knowledge[place] = _both(knowledge[place], read)
    if only is None and any(table.level is DisclosureLevel.OPEN for table in published):
        _read_the_rule(system, published, knowledge)
    return knowledge


def _read(table: ProtectedTable, cell: CellKey, count: int | None) -> Range:
    if table.level is not DisclosureLevel.OPEN:
        return UNKNOWN if count is None else Range(count, count)
    if cell in table.reasons:
        small = table.reasons[cell] is Reason.SMALL
        return Range(0, REDACTED_TO) if small else Range(REDACTED_TO + 1, inf)
    if count is None or TOTAL in cell:
        return UNKNOWN
    reach = ROUNDED_TO // 2
    return Range(max(REDACTED_TO + 1, count - reach), count + reach)


def _read_the_rule(
    system: System, published: Sequence[ProtectedTable], knowledge: list[Range]
) -> None:
    """A part that is shown leaves more than seven outside; one redacted for that does not.

    So are parts of a whole published; a total that stands by itself is not looked at so.
    """
    reasons = {
        system.of(table.shape, cell): table.reasons.get(cell)
        for table in published
        if table.shape.within
        for cell in table.shape.inner_cells()
    }
    for rest, (_whole, part) in system.derived.items():
        ruled = part in reasons and rest not in system.grown
        if ruled and reasons[part] is not Reason.SMALL:
            shown = reasons[part] is None
            rule = Range(REDACTED_TO + 1, inf) if shown else Range(0, REDACTED_TO)
            knowledge[rest] = _both(knowledge[rest], rule)


def _both(first: Range, second: Range) -> Range:
    return Range(max(first.low, second.low), min(first.high, second.high))
