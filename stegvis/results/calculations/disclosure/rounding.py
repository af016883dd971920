"""Level open: at most seven is redacted, the rest rounded to five, totals from what is shown."""

from collections.abc import Mapping, Sequence
from itertools import product

from stegvis.results.calculations.disclosure.recovery import recovered_cells
from stegvis.results.calculations.disclosure.tables import (
    REDACTED_TO,
    ROUNDED_TO,
    TOTAL,
    CellKey,
    CountTable,
    ProtectedTable,
    Reason,
)
from stegvis.results.values.figures import DisclosureLevel


def redact_and_round(tables: Sequence[CountTable]) -> list[ProtectedTable]:
    """A part is redacted where either it or what is left outside it is at most seven.

    Nought is redacted like any other small number. A table with a cell that the others give away
    is withheld; that is rare, and takes at least three cuts of the same population.
    """
    by_population = {(table.shape.population, table.dimensions): table for table in tables}
    published = [
        _rounded(table, by_population.get((table.within, table.dimensions))) for table in tables
    ]
    while recovered := recovered_cells(published):
        names = {name for name, _cell in recovered}
        published = [
            ProtectedTable(table.shape, DisclosureLevel.OPEN, {}, is_withheld=True)
            if table.name in names
            else table
            for table in published
        ]
    return published


def _rounded(table: CountTable, whole: CountTable | None) -> ProtectedTable:
    inner = dict.fromkeys(table.shape.inner_cells(), 0) | dict(table.counts)
    reasons: dict[CellKey, Reason] = {}
    for cell, count in inner.items():
        if count <= REDACTED_TO:
            reasons[cell] = Reason.SMALL
        elif whole and whole.counts.get(cell, 0) - count <= REDACTED_TO:
            reasons[cell] = Reason.LINKED
    shown = {
        cell: None if cell in reasons else round_to_base(count) for cell, count in inner.items()
    }
    cells = {cell: _from_shown(cell, table, shown) for cell in table.shape.all_cells()}
    return ProtectedTable(table.shape, DisclosureLevel.OPEN, cells, reasons)


def round_to_base(count: int) -> int:
    """To the nearest five; a whole number is never half-way."""
    return ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def _from_shown(
    cell: CellKey, table: CountTable, shown: Mapping[CellKey, int | None]
) -> int | None:
    if cell in shown:
        return shown[cell]
    choices = (
        categories if category == TOTAL else (category,)
        for category, categories in zip(cell, table.shape.categories, strict=True)
    )
    return sum(shown[inner] or 0 for inner in product(*choices))
