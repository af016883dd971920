"""A sheet's cells as texts by heading: the one form that everything after reads."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from stegvis.core.files.sheets.sheet import Cell, Sheet
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.results.calculations.reading.words import tidy
from stegvis.results.values.reading import ROW, Written

MOST_DECIMALS = 6  # a workbook's sums carry binary dust after the fifteenth figure


def written_sheet(sheet: Sheet, heading_row: int | None = None) -> Written:
    """Headings stand in `heading_row` as the sheet counts, or in the first row with content."""
    at = _position(sheet, heading_row)
    positions = sheet.columns(at) if len(sheet.numbers) else {}
    columns = {
        heading: _as_texts(heading, sheet.cells[position][at + 1 :])
        for heading, position in positions.items()
    }
    rows = pl.Series(ROW, list(sheet.numbers[at + 1 :]), dtype=pl.Int64)
    return Written(sheet.name, tuple(positions), pl.DataFrame([*columns.values(), rows]))


def unread_sheet(sheet: Sheet) -> Written:
    """Only its name, to say that it is there."""
    return Written(sheet.name, (), pl.DataFrame({ROW: []}, schema={ROW: pl.Int64}))


def _position(sheet: Sheet, heading_row: int | None) -> int:
    if heading_row is None:
        return 0
    if heading_row in sheet.numbers:
        return list(sheet.numbers).index(heading_row)
    sentence = _("Bladet {sheet} har ingen rad {row}, där rubrikerna skulle stå.")
    raise Refused(sentence.format(sheet=sheet.name, row=heading_row))


def _as_texts(heading: str, cells: Sequence[Cell]) -> pl.Series:
    kinds = set(map(type, cells))
    texts = list(cells) if kinds <= {str, type(None)} else list(map(text_of, cells))
    series = pl.Series(heading, texts, dtype=pl.String)
    clean = series.str.replace_all(r"\s+", " ").str.strip_chars()
    return clean.set(clean == "", None)


def text_of(cell: Cell) -> str | None:
    """A cell as it would be written: dates as ISO, whole numbers without a decimal mark."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "SANT" if cell else "FALSKT"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(round(cell, MOST_DECIMALS))
    return tidy(str(cell))
