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


def read_parquet(source: BinaryIO, name: str) -> Iterator[Table]:
    """One sheet, with the names of the columns as its first row."""
    footer = footer_of(source)
    allow_polars(cells=footer.cells, text=footer.unpacked)
    frame = _frame(source, footer)
    columns = [_column(frame, name, position) for position in range(frame.width)]
    yield Table(name, range(1, frame.height + 1 + HEADING_ROWS), columns)


def _frame(source: BinaryIO, footer: Footer) -> "pl.DataFrame":
    import polars as pl  # noqa: PLC0415 - half a second and 60 MB that other files do not need

    try:
        frame = pl.read_parquet(io.BytesIO(source.read()))
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise unfit("damaged_parquet") from error
    if (frame.height, tuple(frame.columns)) != (footer.rows, footer.names):
        raise unfit("damaged_parquet")
    frame = frame.cast({pl.Categorical: pl.String, pl.Enum: pl.String, pl.Decimal: pl.Float64})
    texts = frame.select(pl.col(pl.String).str.len_bytes().sum())
    shown = sum(texts.row(0)) if texts.width else 0
    if shown > limits.TEXT_BYTES:
        raise unfit("much_text", number=shown, limit=limits.TEXT_BYTES)
    return frame


def _column(frame: "pl.DataFrame", name: str, position: int) -> list[Cell]:
    series = frame.to_series(position)
    if series.dtype.is_float():
        _refuse(name, position, "not_a_number", ~series.is_finite().fill_null(value=True))
    if series.dtype.is_temporal() and str(series.dtype) != "Date":
        _refuse(name, position, "date_with_time", series.dt.date().cast(series.dtype) != series)
        series = series.dt.date()
    return [frame.columns[position], *(value or None if value == "" else value for value in series)]


def _refuse(name: str, position: int, kind: str, wrong: "pl.Series") -> None:
    rows = wrong.arg_true().to_list()
    problems = [
        Problem(kind, name, row + 1 + HEADING_ROWS, position + 1) for row in rows[: limits.FAULTS]
    ]
    if problems:
        raise Unfit(*problems, count=len(rows))
