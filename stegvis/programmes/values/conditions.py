"""The tree of a condition over coded facts, as its parser makes it and engines evaluate it.

For instance:
    destination in {work, studies} and has(plans where plan_kind = joint_plan)
    first(plans.established_on where plan_kind = action_plan) within 2 months of enrolled_on
    count(activities.activity where offered_on is known) >= 10
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Literal: TypeAlias = str | Decimal | date | bool


class Operator(StrEnum):
    EQUAL = "="
    UNEQUAL = "!="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"


class Gather(StrEnum):
    """How many rows of another table become one value."""

    COUNT = "count"
    FIRST = "first"
    LATEST = "latest"


class Span(StrEnum):
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True)
class Field:
    name: str


@dataclass(frozen=True)
class Aggregate:
    """`count(table)`, `count(table.column)` (different values), `first(table.day)`, `latest(…)`."""

    gather: Gather
    table: str
    column: str = ""
    where: "Condition | None" = None


@dataclass(frozen=True)
class Comparison:
    term: "Term"
    operator: Operator
    value: "Literal"


@dataclass(frozen=True)
class OneOf:
    term: "Term"
    values: "tuple[Literal, ...]"


@dataclass(frozen=True)
class Known:
    """`term is known`, or with `negated` `term is missing`; never unknown itself."""

    term: "Term"
    negated: bool = False


@dataclass(frozen=True)
class Within:
    """`term within 2 months of start`: from `start` to the same day that much later."""

    term: "Term"
    amount: int
    span: Span
    start: "Term"


@dataclass(frozen=True)
class Has:
    table: str
    where: "Condition | None" = None


@dataclass(frozen=True)
class All:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Any:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Not:
    part: "Condition"


Term: TypeAlias = Field | Aggregate
Condition: TypeAlias = Comparison | OneOf | Known | Within | Has | All | Any | Not
