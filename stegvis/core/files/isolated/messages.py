"""What the child says to the parent: JSON, one line a thing, never a pickle."""

import json
from array import array
from binascii import b2a_base64
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from stegvis.core.files.isolated.problems import Problem, Unfit

Cell = str | int | float | bool | date | None


@dataclass
class Table:
    """A sheet laid out as columns; `numbers` gives the sheet row of each position."""

    name: str
    numbers: range | list[int]
    columns: list[list[Cell]]
    visible: bool = True
    notes: list[Problem] = field(default_factory=list)


def write_line(out: BinaryIO, message: dict[str, Any]) -> None:
    out.write(
        json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    )
    out.write(b"\n")


def write_table(out: BinaryIO, table: Table) -> None:
    numbers = table.numbers
    head = {
        "table": table.name,
        "visible": table.visible,
        "numbers": [numbers.start, numbers.stop] if isinstance(numbers, range) else None,
        "sparse": None if isinstance(numbers, range) else numbers,
        "columns": len(table.columns),
        "notes": [note.as_data() for note in table.notes],
    }
    write_line(out, head)
    for values in table.columns:
        write_line(out, _column(values))


def write_end(out: BinaryIO) -> None:
    write_line(out, {"end": True})


def write_unfit(out: BinaryIO, reason: Unfit) -> None:
    problems = [problem.as_data() for problem in reason.problems]
    write_line(out, {"problems": problems, "count": reason.count})


def _column(values: list[Cell]) -> dict[str, Any]:
    """Dates travel as day ordinals; `dates` says where they stand.

    A column of nothing but numbers or dates under its heading travels packed: writing and
    parsing two million numbers as text would take a second.
    """
    kinds = set(map(type, values[1:]))
    if not isinstance(values[0], date):
        if kinds == {date}:
            days = [day.toordinal() for day in values[1:] if isinstance(day, date)]
            return _packed("day", "q", values[0], days)
        if kinds == {float}:
            return _packed("float", "d", values[0], values[1:])
        if date not in kinds:
            return {"values": values}
    return {
        "values": [value.toordinal() if isinstance(value, date) else value for value in values],
        "dates": [i for i, value in enumerate(values) if isinstance(value, date)],
    }


def _packed(kind: str, code: str, heading: Cell, body: list[Any]) -> dict[str, Any]:
    packed = b2a_base64(array(code, body).tobytes(), newline=False)
    return {"heading": heading, "packed": kind, "body": packed.decode("ascii")}
