"""A goal pattern: a kind of goal that many programmes have, with a few things left open."""

from datetime import date
from typing import Any

from pydantic import Field

from stegvis.programmes.values.records import Record, Slug, Words

Choice = str | int | float | bool | date | tuple[str | int | float, ...]


class Parameter(Record):
    """What a pattern leaves open; without `default` it has to be said."""

    about: Words
    default: Choice | None = None


class Pattern(Record):
    """`goal` is a goal as it is written, with `$name` where a parameter's value goes.

    In it `$name[0]` is the first of a list, `$day+30` the thirtieth day after the decided start,
    and a row with `each = "name"` stands once for every value, which is its `$item`.
    """

    id: Slug
    name: Words
    goal_type: Words
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    goal: dict[str, Any]
