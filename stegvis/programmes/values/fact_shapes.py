"""What a fact table is: columns of a kind, a key, and the day on which a row happened."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    KEY = "key"
    CODE = "code"
    DAY = "day"
    YEAR = "year"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    YES_NO = "yes_no"
    TEXT = "text"


@dataclass(frozen=True)
class Column:
    name: str
    kind: ColumnKind
    title: str
    required: bool = False
    code_list: str = ""
    refers_to: str = ""


@dataclass(frozen=True)
class Table:
    """One fact table; `one_row` says what a row means, `key` what makes it unique."""

    name: str
    title: str
    one_row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    happened: str = ""

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def key(name: str, title: str, refers_to: str = "", *, required: bool = True) -> Column:
    return Column(name, ColumnKind.KEY, title, required, refers_to=refers_to)


def code(name: str, title: str, code_list: str, *, required: bool = False) -> Column:
    return Column(name, ColumnKind.CODE, title, required, code_list=code_list)


def day(name: str, title: str, *, required: bool = False) -> Column:
    return Column(name, ColumnKind.DAY, title, required)


def of_kind(kind: ColumnKind, name: str, title: str, *, required: bool = False) -> Column:
    return Column(name, kind, title, required)
