"""Days by which something should have happened, as columns that conditions can look at."""

from collections.abc import Iterable
from datetime import timedelta

import narwhals as nw

from stegvis.core.values.periods import add_months, day_number, day_of
from stegvis.programmes.values import conditions as tree
from stegvis.programmes.values.conditions import Condition, Field, Span, Term
from stegvis.results.calculations.evaluation.calendar import DAYS_PER_WEEK, with_months_later
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.scope import Scope


def column_of(term: Term, scope: Scope) -> str:
    return term.name if isinstance(term, Field) else scope.gathered[term]


def deadline(start: Term, amount: int, span: Span, scope: Scope) -> nw.Expr:
    """The last day that is still within `amount` of `start`."""
    column = column_of(start, scope)
    if span is Span.MONTHS:
        return nw.col(_name(column, amount))
    return nw.col(column) + amount * (DAYS_PER_WEEK if span is Span.WEEKS else 1)


def last_start(passed: int, amount: int, span: Span) -> int:
    """The last day from which `amount` has run out by the day `passed`: no column is needed."""
    if span is not Span.MONTHS:
        return passed - amount * (DAYS_PER_WEEK if span is Span.WEEKS else 1)
    day, one = day_of(passed), timedelta(days=1)
    before = add_months(day, -amount), add_months(day + one, -amount) - one
    return day_number(max(before))


def with_deadlines(rows: Rows, parts: Iterable[Condition | Term | None], scope: Scope) -> Rows:
    """`rows` with a column for every number of months that a condition counts from a day."""
    wanted = {
        (column_of(within.start, scope), within.amount)
        for part in parts
        for within in _withins(part)
        if within.span is Span.MONTHS
    }
    for column, months in sorted(wanted):
        rows = with_deadline(rows, column, months)
    return rows


def with_deadline(rows: Rows, column: str, months: int) -> Rows:
    name = _name(column, months)
    if name in rows.collect_schema().names():
        return rows
    return with_months_later(rows, column, months, name)


def _name(column: str, months: int) -> str:
    return f"{column}_plus_{months}_months"


def _withins(condition: Condition | Term | None) -> list[tree.Within]:
    match condition:
        case tree.All(parts) | tree.Any(parts):
            return [within for part in parts for within in _withins(part)]
        case tree.Not(part):
            return _withins(part)
        case tree.Within():
            return [condition]
        case _:
            return []
