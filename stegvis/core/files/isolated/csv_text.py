"""CSV as the standard reader has it, once the bytes have been looked through."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.csv_look import Look, look_through
from stegvis.core.files.isolated.messages import Cell, Table
from stegvis.core.files.isolated.problems import Problem, Unfit
from stegvis.core.files.isolated.restraint import allow_read, allow_scan

FORMULA = "="
Numbered = list[tuple[int, list[str]]]


def read_csv(source: BinaryIO, name: str, encoding: str | None) -> Iterator[Table]:
    """One sheet; every cell is text, or None where nothing stands."""
    allow_scan(source.seek(0, io.SEEK_END))
    source.seek(0)
    look = look_through(source, encoding)
    allow_read(cells=look.cells, text=look.characters)
    records = _records(source, name, look)
    kept = [(number, row) for number, row in enumerate(records, 1) if any(row)]
    _check_widths(name, kept)
    dense = len(kept) == len(records)
    every = range(1, len(records) + 1)
    numbers = every if dense else [number for number, _row in kept]
    notes = _formulas(name, kept) if look.has_formula_mark else []
    yield Table(name, numbers, _columns(kept), notes=notes)


def _records(source: BinaryIO, name: str, look: Look) -> list[list[str]]:
    csv.field_size_limit(limits.CELL_CHARACTERS)
    text = io.TextIOWrapper(source, encoding=look.coding, newline="")
    reader = csv.reader(text, delimiter=look.delimiter(), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        kind = "long_field" if "field larger" in str(error) else "quotes"
        raise Unfit(Problem(kind, name, reader.line_num, limit=limits.CELL_CHARACTERS)) from error


def _check_widths(name: str, kept: Numbered) -> None:
    width = len(kept[0][1]) if kept else 0
    if width > limits.COLUMNS:
        raise Unfit(Problem("far_column", name, kept[0][0], width, limit=limits.COLUMNS))
    uneven = [(number, len(row)) for number, row in kept if len(row) != width]
    problems = [
        Problem("uneven_row", name, number, number=length, limit=width)
        for number, length in uneven[: limits.FAULTS]
    ]
    if problems:
        raise Unfit(*problems, count=len(uneven))


def _columns(kept: Numbered) -> list[list[Cell]]:
    raw = list(zip(*(row for _number, row in kept), strict=True))
    while raw and not any(raw[-1]):
        raw.pop()
    return [[value or None for value in column] for column in raw]


def _formulas(name: str, kept: Numbered) -> list[Problem]:
    """Cells that a spreadsheet would run: they are plain text here, and that is said."""
    found = [
        (number, position + 1, value)
        for number, row in kept
        for position, value in enumerate(row)
        if value.startswith(FORMULA)
    ]
    notes = [Problem("formula_text", name, *place) for place in found[: limits.FAULTS]]
    if len(found) > limits.FAULTS:
        notes.append(Problem("formula_text_more", name, number=len(found) - limits.FAULTS))
    return notes
