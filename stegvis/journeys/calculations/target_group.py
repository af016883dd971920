"""Whether what is known of one person answers to a condition: yes, no, or nobody knows."""

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any as Anything

from stegvis.programmes.values import conditions as tree
from stegvis.programmes.values.conditions import Condition, Operator
from stegvis.programmes.values.definition import Definition

Known = Mapping[str, Anything]
"""What is known of a person, by the names of the dictionary of facts; None is not known."""

COMPARED: dict[Operator, Callable[[Anything, Anything], bool]] = {
    Operator.EQUAL: operator.eq,
    Operator.UNEQUAL: operator.ne,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
    Operator.MORE: operator.gt,
    Operator.LESS: operator.lt,
}


def is_outside(definition: Definition, known: Known, on: date) -> bool:
    """Some rule in force on the day is clearly not met; what is not known is no reason."""
    rules = (
        rule.where.tree
        for rule in definition.target_group
        if rule.where and not rule.priority and _holds_on(rule.first, rule.last, on)
    )
    return any(answers(rule, known) is False for rule in rules)


def answers(condition: Condition, known: Known) -> bool | None:
    match condition:
        case tree.All(parts):
            return _all(answers(part, known) for part in parts)
        case tree.Any(parts):
            return _opposite(_all(_opposite(answers(part, known)) for part in parts))
        case tree.Not(part):
            return _opposite(answers(part, known))
    return _of_person(condition, known)


def _of_person(condition: Condition, known: Known) -> bool | None:
    match condition:
        case tree.Known(tree.Field(name), negated):
            return (known.get(name) is None) is negated
        case tree.Comparison(tree.Field(name), op, value):
            return _compared(known.get(name), op, value)
        case tree.OneOf(tree.Field(name), values) if known.get(name) is not None:
            return known[name] in values
    return None  # not known, or asks of other tables than a person's own


def _compared(found: Anything, op: Operator, value: Anything) -> bool | None:
    if found is None or _is_number(found) is not _is_number(value):
        return None
    return COMPARED[op](found, value)


def _is_number(value: Anything) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _all(found: Iterable[bool | None]) -> bool | None:
    told = list(found)
    if False in told:
        return False
    return None if None in told else True


def _opposite(found: bool | None, /) -> bool | None:  # noqa: FBT001 - a value, no flag
    return None if found is None else not found


def _holds_on(first: date | None, last: date | None, on: date) -> bool:
    return (first is None or first <= on) and (last is None or on <= last)
