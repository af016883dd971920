"""A workbook as plain sheets: typed values, and how each column is shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Value = str | int | float | date | None


class Shape(StrEnum):
    """A value's own shape (per cent, kronor, number) depends on the figure of its row."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WHOLE = "whole"
    VALUE = "value"
    DAY = "day"


class Measure(StrEnum):
    NUMBER = "number"
    SHARE = "share"
    KRONOR = "kronor"


@dataclass(frozen=True)
class Column:
    title: str
    shape: Shape = Shape.TEXT
    width: int = 12


@dataclass(frozen=True)
class Row:
    values: tuple[Value, ...]
    measure: Measure = Measure.NUMBER


@dataclass(frozen=True)
class Sheet:
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
