"""Whether a condition speaks of columns and codes that there are, and compares like with like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.condition_written import literal, written
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Any,
    Comparison,
    Condition,
    Field,
    Gather,
    Has,
    Known,
    Literal,
    Not,
    OneOf,
    Operator,
    Term,
    Within,
)
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import (
    TABLE_OF,
    Column,
    ColumnKind,
    columns_in_scope,
)
from stegvis.programmes.values.findings import Finding, KeyPath, one_of, unknown_word

NUMBERS = (ColumnKind.YEAR, ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.MONEY)
KEYS = ("enrolment", "person")
"""What the rows of two tables may have in common, the nearest first."""

COUNTED = Column("count", ColumnKind.INTEGER, "")
WANTED: dict[ColumnKind, tuple[type, str]] = {
    ColumnKind.CODE: (str, N_("ett kodord")),
    ColumnKind.KEY: (str, N_("ett kodord")),
    ColumnKind.TEXT: (str, N_("en text")),
    ColumnKind.DAY: (date, N_("ett datum som 2024-12-31")),
    ColumnKind.YES_NO: (bool, N_("yes eller no")),
    **dict.fromkeys(NUMBERS, (Decimal, N_("ett tal"))),
}
ORDERED = (*NUMBERS, ColumnKind.DAY)


@dataclass(frozen=True)
class Scope:
    """The rows that a condition looks at; `inner` when they are gathered for another row."""

    definition: Definition
    table: str
    path: KeyPath
    inner: bool = False

    @property
    def columns(self) -> dict[str, Column]:
        if self.inner:
            return {column.name: column for column in TABLE_OF[self.table].columns}
        return columns_in_scope(self.table)

    def at(self, *keys: str | int) -> "Scope":
        return replace(self, path=(*self.path, *keys))

    def finding(self, what: str, read: str = "", expected: str = "") -> Finding:
        return Finding(self.path, what, read, expected)


def check_condition(condition: Condition, scope: Scope) -> Iterator[Finding]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from check_condition(part, scope)
        case Not(part):
            yield from check_condition(part, scope)
        case Has():
            yield from _check_rows(condition, scope)
        case _:
            yield from _check_test(condition, scope)


def check_day(term: Term, scope: Scope) -> Iterator[Finding]:
    """A term that has to be a date."""
    yield from _check_term(term, scope)
    if isinstance(term, Aggregate) and term.gather is not Gather.COUNT:
        return  # its column has been looked at
    column = _column_of(term, scope)
    if column is not None and column.kind is not ColumnKind.DAY:
        days = one_of(_names(scope, ColumnKind.DAY))
        yield scope.finding(_("Här behövs ett datum."), written(term), days)


def _check_test(condition: Comparison | OneOf | Known | Within, scope: Scope) -> Iterator[Finding]:
    if isinstance(condition, Within):
        yield from check_day(condition.term, scope)
        yield from check_day(condition.start, scope)
        return
    yield from _check_term(condition.term, scope)
    column = _column_of(condition.term, scope)
    if column is None or isinstance(condition, Known):
        return
    if isinstance(condition, OneOf):
        for value in condition.values:
            yield from check_value(value, column, scope)
        return
    yield from check_value(condition.value, column, scope)
    if condition.operator not in (Operator.EQUAL, Operator.UNEQUAL) and column.kind not in ORDERED:
        what = _("{name} har ingen ordning att jämföra efter.").format(name=column.name)
        yield scope.finding(what, condition.operator.value, "=, !=, in")


def check_value(value: Literal, column: Column, scope: Scope) -> Iterator[Finding]:
    """A literal that a column can hold; a code that its list has."""
    kind, wanted = WANTED[column.kind]
    if not isinstance(value, kind):
        what = _("{name} kan inte ha det värdet.").format(name=column.name)
        yield scope.finding(what, literal(value), _(wanted))
    elif column.kind is ColumnKind.CODE:
        yield from check_code(str(value), column.code_list, scope)


def check_code(code: str, code_list: str, scope: Scope) -> Iterator[Finding]:
    known = scope.definition.codes(code_list)
    if code not in known:
        sentence = _("Koden {code} finns inte i listan {list}.")
        sentence = sentence.format(code=code, list=code_list)
        codes = tuple(entry.code for entry in known.codes)
        yield unknown_word(scope.path, sentence, code, codes)


def _check_term(term: Term, scope: Scope) -> Iterator[Finding]:
    if isinstance(term, Aggregate):
        yield from _check_rows(term, scope)
    elif term.name not in scope.columns:
        sentence = _("Fältet {name} finns inte i {table}.")
        sentence = sentence.format(name=term.name, table=scope.table)
        yield unknown_word(scope.path, sentence, term.name, tuple(scope.columns))


def _column_of(term: Term, scope: Scope) -> Column | None:
    """What a term gives; None for one that is wrong, which has been told."""
    if isinstance(term, Field):
        return scope.columns.get(term.name)
    if term.gather is Gather.COUNT:
        return COUNTED
    table = TABLE_OF.get(term.table)
    return table.column(term.column) if table else None


def _check_rows(rows: Has | Aggregate, scope: Scope) -> Iterator[Finding]:
    table = TABLE_OF.get(rows.table)
    if table is None:
        sentence = _("Tabellen {table} finns inte.").format(table=rows.table)
        yield unknown_word(scope.path, sentence, rows.table, tuple(TABLE_OF))
        return
    if scope.inner:
        what = _("En tabell kan inte sökas inuti en annan (where).")
        yield scope.finding(what, written(rows), _("fält i {table}").format(table=scope.table))
        return
    if not any(table.column(key) and key in scope.columns for key in KEYS):
        what = _("Raderna i {table} hör inte till någon rad i {own}.")
        yield scope.finding(what.format(table=rows.table, own=scope.table), written(rows))
        return
    inner = replace(scope, table=rows.table, inner=True)
    if isinstance(rows, Aggregate):
        yield from _check_column(rows, inner)
    if rows.where is not None:
        yield from check_condition(rows.where, inner)


def _check_column(rows: Aggregate, scope: Scope) -> Iterator[Finding]:
    if rows.gather is not Gather.COUNT:
        yield from check_day(Field(rows.column), scope)
    elif rows.column:
        yield from _check_term(Field(rows.column), scope)


def _names(scope: Scope, kind: ColumnKind) -> tuple[str, ...]:
    return tuple(name for name, column in scope.columns.items() if column.kind is kind)
