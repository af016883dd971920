"""Level report: small cells are hidden, and others with them until none can be worked out."""

from collections.abc import Collection, Sequence

from stegvis.results.calculations.disclosure.searches import run, searches_of
from stegvis.results.calculations.disclosure.tables import (
    CountTable,
    ProtectedTable,
    Reason,
)
from stegvis.results.calculations.disclosure.truth import Truth, truth_of
from stegvis.results.values.figures import DisclosureLevel


def suppress(tables: Sequence[CountTable]) -> list[ProtectedTable]:
    """Grand totals stay. A table that gives a small cell away whatever is hidden is withheld."""
    withheld: set[str] = set()
    while True:
        kept = [table for table in tables if table.name not in withheld]
        truth = truth_of(kept)
        searches = searches_of(truth)
        run(truth, searches)
        leaking = {place for search in searches for place in search.given_away}
        if not leaking:
            hidden = {place for search in searches for place in search.hidden}
            return [
                _withheld(table) if table.name in withheld else _protected(table, truth, hidden)
                for table in tables
            ]
        withheld |= _tables_with(kept, truth, leaking)


def _tables_with(tables: Sequence[CountTable], truth: Truth, leaking: Collection[int]) -> set[str]:
    places = truth.printed_for(leaking)
    return {
        table.name
        for table in tables
        if any(truth.system.of(table.shape, cell) in places for cell in table.shape.all_cells())
    }


def _protected(table: CountTable, truth: Truth, hidden: Collection[int]) -> ProtectedTable:
    shape = table.shape
    small = truth.small(range(truth.system.size))
    own = truth.printed_for(small)
    cells = {
        cell: None if truth.system.of(shape, cell) in hidden else count
        for cell, count in table.with_margins().items()
    }
    reasons = {
        cell: Reason.SMALL if truth.system.of(shape, cell) in own else Reason.LINKED
        for cell, count in cells.items()
        if count is None
    }
    return ProtectedTable(shape, DisclosureLevel.REPORT, cells, reasons)


def _withheld(table: CountTable) -> ProtectedTable:
    return ProtectedTable(table.shape, DisclosureLevel.REPORT, {}, is_withheld=True)
