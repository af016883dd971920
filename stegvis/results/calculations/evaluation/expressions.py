"""A condition as an expression: true, false or unknown for each row."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import and_, eq, ge, gt, le, lt, ne, or_
from typing import Any

import narwhals as nw

from stegvis.core.values.periods import day_number
from stegvis.programmes.values import conditions as tree
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Comparison,
    Condition,
    Field,
    Has,
    Known,
    Literal,
    Not,
    OneOf,
    Operator,
    Term,
    Within,
)
from stegvis.results.calculations.evaluation.deadlines import column_of, deadline
from stegvis.results.calculations.evaluation.scope import Scope

_COMPARE: dict[Operator, Callable[[Any, Any], Any]] = {
    Operator.EQUAL: eq,
    Operator.UNEQUAL: ne,
    Operator.AT_LEAST: ge,
    Operator.AT_MOST: le,
    Operator.MORE: gt,
    Operator.LESS: lt,
}


def term_expression(term: Term, scope: Scope) -> nw.Expr:
    return nw.col(column_of(term, scope))


def condition_expression(condition: Condition, scope: Scope) -> nw.Expr:
    """Three-valued: null where the facts do not say."""
    match condition:
        case All(parts):
            return reduce(and_, (condition_expression(part, scope) for part in parts))
        case tree.Any(parts):
            return reduce(or_, (condition_expression(part, scope) for part in parts))
        case Not(part):
            return ~condition_expression(part, scope)
        case Has():
            return nw.col(scope.gathered[condition])
        case _:
            return _leaf(condition, scope)


def _leaf(condition: Condition, scope: Scope) -> nw.Expr:
    match condition:
        case Known(term, negated):
            missing = term_expression(term, scope).is_null()
            return missing if negated else ~missing
        case OneOf(term, values):
            return _one_of(term, values, scope)
        case Comparison(term, operator, value):
            return _comparison(term, operator, value, scope)
        case Within():
            return _within(condition, scope)
    message = f"no such condition: {condition!r}"
    raise TypeError(message)


def _within(condition: Within, scope: Scope) -> nw.Expr:
    """What has not happened is not within any time; an unknown start leaves it unknown."""
    event, start = (term_expression(term, scope) for term in (condition.term, condition.start))
    last = deadline(condition.start, condition.amount, condition.span, scope)
    inside = (event >= start) & (event <= last)
    return nw.when(~start.is_null()).then(inside.fill_null(value=False))


def _comparison(term: Term, operator: Operator, value: Literal, scope: Scope) -> nw.Expr:
    if isinstance(value, str) and operator in (Operator.EQUAL, Operator.UNEQUAL):
        inside = _one_of(term, (value,), scope)
        return inside if operator is Operator.EQUAL else ~inside
    compared: nw.Expr = _COMPARE[operator](term_expression(term, scope), _plain(value))
    return compared


def _one_of(term: Term, values: tuple[Literal, ...], scope: Scope) -> nw.Expr:
    column = term_expression(term, scope)
    plain: list[object] = []
    for value in values:
        if isinstance(value, str) and isinstance(term, Field):
            plain.extend(scope.meant_by(term.name, value))
        else:
            plain.append(_plain(value))
    different = list(dict.fromkeys(plain))
    if len(different) > 1 and all(isinstance(one, str) for one in different):
        return column.is_in(different)
    return reduce(or_, (column == one for one in different))


def _plain(value: Literal) -> str | bool | int | float:
    if isinstance(value, date):
        return day_number(value)
    return value if isinstance(value, str | bool) else float(value)


def aggregates_in(condition: Condition | Term | None) -> list[Aggregate | Has]:
    """Everything that a condition asks of other tables, in order, without repeats."""
    return list(dict.fromkeys(_walk(condition)))


def _walk(node: Condition | Term | None) -> list[Aggregate | Has]:
    match node:
        case Aggregate() | Has():
            return [node]
        case All(parts) | tree.Any(parts):
            return [found for part in parts for found in _walk(part)]
        case Not(part):
            return _walk(part)
        case Known(term) | OneOf(term) | Comparison(term):
            return _walk(term)
        case Within(term, _, _, start):
            return [*_walk(term), *_walk(start)]
    return []
