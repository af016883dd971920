"""What the child says to the parent: JSON, one line a thing, never a pickle."""

import json
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
    """Dates travel as day ordinals; `dates` says where they stand, or from where all are."""
    kinds = set(map(type, values))
    if date not in kinds:
        return {"values": values}
    ordinals = [value.toordinal() if isinstance(value, date) else value for value in values]
    rest = set(map(type, values[1:]))
    if rest <= {date, type(None)}:
        return {"values": ordinals, "from": 0 if isinstance(values[0], date) else 1}
    return {
        "values": ordinals,
        "dates": [i for i, value in enumerate(values) if isinstance(value, date)],
    }
