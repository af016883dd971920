"""Files of 100 000 rows into sheets, through the child, as a person waits for them.

A measurement table has six columns; the widest sheet that is likely, one row a participant,
has twenty. The child's own share of the time is told beside.
"""

import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import polars as pl
import xlsxwriter

from bench.measure import Measure, seconds
from stegvis.core.files.sheets import read_sheets
from stegvis.core.files.sheets.reading import read_each
from stegvis.core.files.sheets.running import Usage

ROWS = 100_000
NARROW, WIDE = 6, 20
IMPORT_SECONDS = 5.0  # issue 2: the reading is a part of the import
START_SECONDS = 0.3
FIRST_DAY = date(2020, 1, 1)
WORDS = ("ja", "nej", "Försäkringskassan", "arbete", "studier", "Älvnäs kommun")


def measures() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _small(Path(folder))
        for columns in (NARROW, WIDE):
            yield from _large(Path(folder), columns)


def _small(folder: Path) -> Iterator[Measure]:
    file = folder / "liten.csv"
    file.write_text("kod;kön\nP1;K\n", encoding="utf-8")
    started = seconds(lambda: read_sheets(file))
    yield Measure("barnprocess startar och läser två rader", started, "s", START_SECONDS)


def _large(folder: Path, columns: int) -> Iterator[Measure]:
    table = _table(columns)
    for suffix, write in (
        ("xlsx", _write_workbook),
        ("csv", _write_csv),
        ("parquet", _write_parquet),
    ):
        file = folder / f"matt{columns}.{suffix}"
        write(table, file)
        usage = Usage()
        read = seconds(partial(read_each, [file], usage=usage))
        name = f"läsa {ROWS // 1000} 000 rader × {columns} kolumner, {suffix}"
        yield Measure(name, read, "s", IMPORT_SECONDS)
        yield Measure("  varav barnets processortid", usage.cpu_seconds, "s")


def _table(columns: int) -> pl.DataFrame:
    chance = random.Random(1)
    kinds = (
        lambda: f"P{chance.randrange(ROWS):06d}",
        lambda: FIRST_DAY + timedelta(days=chance.randrange(2_000)),
        lambda: chance.randrange(100),
        lambda: chance.random() * 100,
        lambda: chance.choice(WORDS),
    )
    return pl.DataFrame(
        {f"kolumn {n}": [kinds[n % len(kinds)]() for _row in range(ROWS)] for n in range(columns)}
    )


def _write_workbook(table: pl.DataFrame, file: Path) -> None:
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Mätningar")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for position, name in enumerate(table.columns):
        values = table[name].to_list()
        style = day if isinstance(values[0], date) else None
        sheet.write_column(0, position, [name, *values], style)
    book.close()


def _write_csv(table: pl.DataFrame, file: Path) -> None:
    table.write_csv(file, separator=";")


def _write_parquet(table: pl.DataFrame, file: Path) -> None:
    table.write_parquet(file)
