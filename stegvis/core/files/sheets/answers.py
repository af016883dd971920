"""What the child says, believed only as far as it has been checked."""

import json
import math
from array import array
from binascii import a2b_base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from stegvis.core.files.isolated.problems import Problem
from stegvis.core.files.sheets.sheet import Cell

PLAIN = {str, int, float, bool, type(None)}
PACKED = {"day": "q", "float": "d"}


@dataclass(frozen=True)
class Table:
    name: str
    visible: bool
    numbers: range | list[int]
    columns: list[list[Cell]]
    notes: tuple[Problem, ...]


@dataclass(frozen=True)
class Answer:
    """Tables, or the problems for which there are none; `count` when more than are listed."""

    tables: tuple[Table, ...]
    problems: tuple[Problem, ...] = ()
    count: int = 0


def answer_from(lines: Iterator[bytes]) -> Answer | None:
    """None when the answer is not whole or not of the agreed form."""
    tables: list[Table] = []
    try:
        for line in lines:
            message = parsed(line)
            if message.get("end") is True:
                return Answer(tuple(tables))
            if "problems" in message:
                problems = tuple(map(problem_from, message["problems"]))
                return Answer((), problems, int(message["count"]))
            tables.append(_table(message, lines))
    except (
        KeyError,
        TypeError,
        ValueError,
        ArithmeticError,
        AttributeError,
        IndexError,
        StopIteration,
    ):
        return None
    return None


def parsed(line: bytes) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(line, parse_constant=_refuse_constant)
    return message


def problem_from(message: dict[str, Any]) -> Problem:
    problem = Problem(**message)
    texts = (problem.kind, problem.sheet, problem.read)
    numbers = (problem.row, problem.column, problem.number, problem.limit)
    if set(map(type, texts)) != {str} or set(map(type, numbers)) != {int}:
        raise TypeError(message)
    return problem


def _refuse_constant(constant: str) -> None:
    raise ValueError(constant)


def _table(head: dict[str, Any], lines: Iterator[bytes]) -> Table:
    numbers = range(*head["numbers"]) if head["numbers"] is not None else head["sparse"]
    if set(map(type, numbers[:1])) - {int}:
        raise TypeError(type(numbers))
    columns = [_column(parsed(next(lines)), len(numbers)) for _index in range(head["columns"])]
    notes = tuple(map(problem_from, head["notes"]))
    return Table(str(head["table"]), head["visible"] is True, numbers, columns, notes)


def _column(message: dict[str, Any], length: int) -> list[Cell]:
    if "packed" in message:
        values = [message["heading"], *_unpacked(message["packed"], message["body"])]
    else:
        values = message["values"]
    if len(values) != length:
        raise ValueError(length)
    if set(map(type, values)) - (PLAIN | {date}):
        raise TypeError(message.keys())
    for index in message.get("dates", ()):
        values[index] = _day(values[index])
    return values


def _unpacked(kind: str, body: str) -> list[Cell]:
    numbers = array(PACKED[kind])
    numbers.frombytes(a2b_base64(body, strict_mode=True))
    if kind == "day":
        return list(map(date.fromordinal, numbers))
    if not math.isfinite(sum(numbers)) and not all(map(math.isfinite, numbers)):
        raise ValueError(kind)
    return list(numbers)


def _day(value: Cell) -> date:
    if type(value) is not int:
        raise TypeError(value)
    return date.fromordinal(value)
