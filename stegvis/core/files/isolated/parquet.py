"""Parquet through Polars, once the footer has been found honest."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.messages import Cell, Table
from stegvis.core.files.isolated.parquet_footer import Footer, footer_of
from stegvis.core.files.isolated.problems import Problem, Unfit, unfit
from stegvis.core.files.isolated.restraint import allow_polars

if TYPE_CHECKING:
    import polars as pl

HEADING_ROWS = 1  # the names of the columns stand as row 1
PLAIN = ("Boolean", "Categorical", "Date", "Datetime", "Decimal", "Enum", "Null", "String")
WISH, NO_WISH = b"ARROW:schema", b"-----:schema"  # of the same length


def read_parquet(source: BinaryIO, name: str) -> Iterator[Table]:
    """One sheet, with the names of the columns as its first row."""
    footer = footer_of(source)
    allow_polars(cells=footer.cells, text=footer.unpacked)
    content = source.read()
    zones = _zones(content)
    frame = _frame(content, footer)
    columns = [_column(frame, name, position, zones) for position in range(frame.width)]
    yield Table(name, range(1, frame.height + 1 + HEADING_ROWS), columns)


def _zones(content: bytes) -> dict[str, str]:
    """Time zones by column, from the types that the writer meant; Refuse what is no cell."""
    import polars as pl  # noqa: PLC0415 - half a second and 60 MB that other files do not need

    try:
        kinds = pl.read_parquet_schema(io.BytesIO(content))
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise unfit("damaged_parquet") from error
    for position, (column, kind) in enumerate(kinds.items(), 1):
        if not (kind.is_numeric() or str(kind).startswith(PLAIN)):
            raise Unfit(Problem("column_type", column=position, read=column))
    return {
        column: kind.time_zone
        for column, kind in kinds.items()
        if isinstance(kind, pl.Datetime) and kind.time_zone
    }


def _frame(content: bytes, footer: Footer) -> "pl.DataFrame":
    """The values as they are stored, not laid out as the writer wished.

    A wish for categories makes the reader go through a text of any length once for every row:
    five seconds for a file of seven kilobytes.
    """
    import polars as pl  # noqa: PLC0415 - as above

    tail = footer.start
    stored = content[:tail] + content[tail:].replace(WISH, NO_WISH)
    try:
        frame = pl.read_parquet(io.BytesIO(stored))
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise unfit("damaged_parquet") from error
    if (frame.height, tuple(frame.columns)) != (footer.rows, footer.names):
        raise unfit("damaged_parquet")
    texts = frame.select(pl.col(pl.String).str.len_bytes().cast(pl.UInt64).sum())
    shown = sum(texts.row(0)) if texts.width else 0  # one text may be shown by every row
    if shown > limits.TEXT_BYTES:
        raise unfit("much_text", number=shown, limit=limits.TEXT_BYTES)
    return frame.cast({pl.Decimal: pl.Float64})


def _column(frame: "pl.DataFrame", name: str, position: int, zones: dict[str, str]) -> list[Cell]:
    series = frame.to_series(position)
    if series.dtype.is_float():
        _refuse(name, position, "not_a_number", ~series.is_finite().fill_null(value=True))
    elif str(series.dtype).startswith("Datetime"):
        series = _dates(series, name, position, zones.get(series.name))
    return [series.name, *(None if value == "" else value for value in series)]


def _dates(series: "pl.Series", name: str, position: int, zone: str | None) -> "pl.Series":
    """Midnight where the file was written is a date; any other time of day is a fault."""
    local = series.dt.convert_time_zone(zone) if zone else series
    moments = local.dt.replace_time_zone(None)
    dates = moments.dt.date()
    _refuse(name, position, "date_with_time", dates.cast(moments.dtype) != moments)
    return dates


def _refuse(name: str, position: int, kind: str, wrong: "pl.Series") -> None:
    rows = wrong.arg_true().to_list()
    problems = [
        Problem(kind, name, row + 1 + HEADING_ROWS, position + 1) for row in rows[: limits.FAULTS]
    ]
    if problems:
        raise Unfit(*problems, count=len(rows))
