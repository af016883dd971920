"""From the reader's rows to columns of plain cells."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.messages import Cell
from stegvis.core.files.isolated.problems import Problem, Unfit

WHOLE = 2.0**53  # beyond this a float no longer holds every whole number
MIDNIGHT = time()
UNUSABLE = {datetime: "date_with_time", time: "time_only", timedelta: "time_only"}


def columns_of(
    name: str, rows: Sequence[Sequence[Any]]
) -> tuple[range | list[int], list[list[Cell]]]:
    """Row numbers from 1 and columns from A; wholly blank rows and last columns left out."""
    width = len(rows[0]) if rows else 0
    kept = [index for index, row in enumerate(rows) if row[0] != "" or row.count("") < width]
    dense = len(kept) == len(rows)
    full = rows if dense else [rows[index] for index in kept]
    numbers: range | list[int] = range(1, len(rows) + 1) if dense else [index + 1 for index in kept]
    raw = list(zip(*full, strict=True))
    while raw and raw[-1].count("") == len(raw[-1]):
        raw.pop()
    _check(name, numbers, raw)
    return numbers, [_tidy(column) for column in raw]


def _check(name: str, numbers: Sequence[int], raw: list[tuple[Any, ...]]) -> None:
    problems = [
        Problem(kind, name, numbers[index], position + 1, str(value))
        for position, column in enumerate(raw)
        if _suspicious(column)
        for index, value in enumerate(column)
        if (kind := _unusable(value))
    ]
    if problems:
        raise Unfit(*problems[: limits.FAULTS], count=len(problems))


def _suspicious(column: tuple[Any, ...]) -> bool:
    kinds = set(map(type, column))
    if not kinds.isdisjoint(UNUSABLE):
        return True
    if float not in kinds:
        return False
    numbers = column if len(kinds) == 1 else (v for v in column if type(v) is float)
    return not math.isfinite(sum(numbers))


def _unusable(value: object) -> str:
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return "not_a_number"
    return UNUSABLE.get(type(value), "")


def _tidy(column: tuple[Any, ...]) -> list[Cell]:
    """Blank is None, a whole number is an int, a date is a date; text is left as it stands."""
    heading, body = _plain(column[0]), column[1:]
    kinds = set(map(type, body))
    if kinds == {str}:
        return [heading, *[value or None for value in body]]
    if kinds == {float}:  # in line: a call for every number would cost half a second
        return [
            heading,
            *[int(v) if v.is_integer() and -WHOLE < v < WHOLE else v for v in body],
        ]
    if kinds == {date}:
        return [heading, *body]
    return [heading, *map(_plain, body)]


def _plain(value: Any) -> Cell:
    kind = type(value)
    if kind is str:
        return value or None
    if kind is float:
        return int(value) if value.is_integer() and -WHOLE < value < WHOLE else value
    return value.date() if kind is datetime else value
