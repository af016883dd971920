"""What every check looks at, and how its findings are put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from stegvis.core.values.formatting import kronor
from stegvis.core.values.periods import day_of
from stegvis.programmes.values.definition import Definition
from stegvis.results.values.reading import INDEX, Draft, Finding


@dataclass(frozen=True)
class Subject:
    """Typed drafts by table name, with the definition they are to be counted by."""

    drafts: Mapping[str, Draft]
    definition: Definition
    extracted_on: date | None = None

    def frame(self, table: str) -> pl.DataFrame | None:
        """The rows of a table that was delivered and has any."""
        draft = self.drafts.get(table)
        return None if draft is None or draft.frame.is_empty() else draft.frame


@dataclass(frozen=True)
class Complaint:
    """What is said of rows; `what` and `expected` may name their columns in braces."""

    table: str
    column: str
    what: str
    expected: str = ""
    is_fault: bool = True
    shows_value: bool = True

    def of(self, rows: pl.DataFrame) -> list[Finding]:
        return [self._of_row(row) for row in rows.iter_rows(named=True)]

    def _of_row(self, row: Mapping[str, object]) -> Finding:
        words = {name: shown(name, value) for name, value in row.items()}
        index = row[INDEX]
        return Finding(
            table=self.table,
            index=index if isinstance(index, int) else int(str(index)),
            column=self.column,
            what=self.what.format(**words),
            read=words.get(self.column, "") if self.shows_value else "",
            expected=self.expected.format(**words),
            is_fault=self.is_fault,
        )


def literal(text: str) -> str:
    """Somebody's own words inside a sentence whose braces name columns."""
    return text.replace("{", "{{").replace("}", "}}")


def shown(name: str, value: object) -> str:
    """A fact as it would be written in a sheet; the name tells days and money apart."""
    if value is None:
        return ""
    if name.endswith("_on") and isinstance(value, int):
        return day_of(value).isoformat()
    if name.endswith("_ore") and isinstance(value, int):
        return kronor(value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
