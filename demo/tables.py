"""Rows put together and written as the documented tables, one CSV file a table."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from stegvis.programmes.values.facts import TABLE_OF, TABLES, ColumnKind, Table

Value: TypeAlias = str | int | bool | date | None
ORE_PER_KRONA = 100
TEMPLATE_VERSION = "1"


@dataclass
class Tables:
    """The facts of one programme; money is given in kronor as `amount_ore` in whole öre."""

    programme: str
    rows: dict[str, list[dict[str, Value]]] = field(default_factory=dict)

    def about(self, definition_version: str, extracted_on: date) -> None:
        self.add(
            "about",
            programme=self.programme,
            definition_version=definition_version,
            template_version=TEMPLATE_VERSION,
            extracted_on=extracted_on,
        )

    def add(self, table: str, **values: Value) -> None:
        unknown = set(values) - set(TABLE_OF[table].column_names)
        if unknown:
            raise KeyError(table, sorted(unknown))
        self.rows.setdefault(table, []).append(values)

    def empty(self, *tables: str) -> None:
        for table in tables:
            self.rows.setdefault(table, [])

    def add_kronor(self, money_kind: str, booked_on: date, kronor: int, payer: str) -> None:
        amount_ore = kronor * ORE_PER_KRONA
        self.add(
            "money", money_kind=money_kind, booked_on=booked_on, payer=payer, amount_ore=amount_ore
        )

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.sheets():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)

    def sheets(self) -> Iterator[tuple[str, list[list[str]]]]:
        """Each table that there is, headings first, every cell as it is written."""
        for table in TABLES:
            if table.name in self.rows:
                yield table.name, _sheet(table, self.rows[table.name])


def _sheet(table: Table, rows: list[dict[str, Value]]) -> list[list[str]]:
    used = [
        column
        for column in table.columns
        if not rows or column.required or any(row.get(column.name) is not None for row in rows)
    ]
    cells = [[_written(row.get(column.name), column.kind) for column in used] for row in rows]
    return [[column.title for column in used], *cells]


def _written(value: Value, kind: ColumnKind) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if kind is ColumnKind.MONEY and isinstance(value, int):
        return str(value // ORE_PER_KRONA)
    return value.isoformat() if isinstance(value, date) else str(value)
