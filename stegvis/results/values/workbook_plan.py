"""An empty workbook on paper: sheets, columns, and what each cell may hold."""

from dataclasses import dataclass

from stegvis.programmes.values.facts import ColumnKind


@dataclass(frozen=True)
class PlannedColumn:
    """`choices` is the name of a list; `filled` stands in the first row from the start."""

    heading: str
    kind: ColumnKind
    required: bool
    expectation: str
    choices: str = ""
    filled: str = ""


@dataclass(frozen=True)
class PlannedSheet:
    name: str
    explanation: str
    columns: tuple[PlannedColumn, ...]


@dataclass(frozen=True)
class WorkbookPlan:
    """`choices` by list name: the words that a drop-down list offers."""

    title: str
    instructions: tuple[str, ...]
    sheets: tuple[PlannedSheet, ...]
    choices: dict[str, tuple[str, ...]]
