"""Sheets that follow the documented tables, as pieces of those tables."""

from collections.abc import Sequence

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.values.facts import ColumnKind, Table
from stegvis.results.calculations.checks.delivery import refuse_personal_data
from stegvis.results.calculations.reading.layout import (
    columns_found,
    draft_of,
    missing_columns,
    table_named,
    unknown_headings,
)
from stegvis.results.calculations.reading.personal_data import PERSONAL_NUMBER, personal_column
from stegvis.results.calculations.reading.spreading import Piece
from stegvis.results.values.reading import Written


def documented_pieces(sheets: Sequence[Written]) -> tuple[list[Piece], list[Fault]]:
    """Pieces of the sheets that are tables, and warnings of what is not read."""
    pieces, faults, warnings = [], list[Fault](), list[Fault]()
    seen: dict[Table, str] = {}
    for sheet in sheets:
        table = table_named(sheet.name)
        if table is None or not sheet.headings:
            warnings.append(_not_read(sheet, is_known=table is not None))
            continue
        if table in seen:
            faults.append(_same_table(sheet, seen[table], table))
        seen[table] = sheet.name
        found, doubled = columns_found(sheet, table)
        faults += doubled + missing_columns(sheet, table, found)
        warnings += unknown_headings(sheet, table, found)
        pieces.append((sheet, table, found))
    if faults:
        raise Refused(_("Bladen går inte att läsa som de dokumenterade tabellerna."), faults)
    refuse_personal_data(
        [one for sheet, table, found in pieces for one in _personal(sheet, table, found)]
    )
    return [Piece(draft_of(*piece)) for piece in pieces], warnings


def _not_read(sheet: Written, *, is_known: bool) -> Fault:
    where = _("blad {sheet}").format(sheet=sheet.name)
    if is_known:
        return Fault(where, _("Bladet är tomt, även på rubriker; tabellen räknas inte som lämnad."))
    return Fault(where, _("Bladet känns inte igen och läses inte."))


def _same_table(sheet: Written, first: str, table: Table) -> Fault:
    where = _("blad {sheet}").format(sheet=sheet.name)
    what = _("Tabellen {table} finns redan i bladet {first}.")
    return Fault(where, what.format(table=_(table.title), first=first), "", _("en av dem"))


def _personal(sheet: Written, table: Table, found: dict[str, str]) -> list[tuple[str, str, str]]:
    """Columns of free words that hold what may not be carried: sheet, heading and kind."""
    told = []
    for column in table.columns:
        heading = found.get(column.name)
        if heading is None or column.kind not in {ColumnKind.KEY, ColumnKind.TEXT}:
            continue
        kind = personal_column("", sheet.frame[heading])
        if kind and (column.kind is ColumnKind.KEY or kind == PERSONAL_NUMBER):
            told.append((sheet.name, heading, kind))
    return told
