"""What reading a table gives: drafts of tables, and findings about their rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.facts import Table
from stegvis.results.values.fact_set import FactSet

ROW, ORIGIN, INDEX = "row\n", "_origin", "_index"
"""Row in the sheet, number of the origin, and number of the row within its draft.

No heading is called ROW: white space in headings has become single spaces.
"""


@dataclass(frozen=True)
class Unreadable:
    """Why a text is not a value of its kind, and what was expected instead."""

    what: str
    expected: str = ""


@dataclass(frozen=True)
class Written:
    """A sheet as it was written: every cell a text or null, by heading, beside ROW."""

    name: str
    headings: tuple[str, ...]
    frame: pl.DataFrame


@dataclass(frozen=True)
class Origin:
    """The sheet that rows came from, and what it calls our columns."""

    sheet: str
    headings: Mapping[str, str]

    def heading(self, column: str) -> str:
        return self.headings.get(column, "")


@dataclass(frozen=True)
class Draft:
    """One table on its way to become facts: its columns beside ROW, ORIGIN and INDEX."""

    table: Table
    frame: pl.DataFrame
    origins: tuple[Origin, ...]

    def with_frame(self, frame: pl.DataFrame) -> "Draft":
        return Draft(self.table, frame, self.origins)


@dataclass(frozen=True)
class Finding:
    """Something wrong with one row; `is_fault` leaves the row out, otherwise it is a warning."""

    table: str
    index: int
    column: str
    what: str
    read: str = ""
    expected: str = ""
    is_fault: bool = True


@dataclass(frozen=True)
class Place:
    """Where a fault stands: every row of it, though its sentence names only the first."""

    sheet: str
    heading: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ImportResult:
    """Facts, and everything that was wrong with what they were read from.

    `rows_left_out` counts rows as the sheets have them; `left_out` the same by our table,
    and `counted` the rows of each table that are facts. `places` says where each fault stands.
    """

    facts: FactSet
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[Fault, Place] = field(default_factory=dict)

    @property
    def rows_left_out(self) -> int:
        return self.facts.rows_left_out
