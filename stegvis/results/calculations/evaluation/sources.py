"""Whether what a goal counts was ever written down: if not, the goal is not measured."""

from collections.abc import Iterable

from stegvis.programmes.values.conditions import (
    All,
    Comparison,
    Condition,
    Field,
    OneOf,
    Term,
)
from stegvis.results.calculations.evaluation.expressions import (
    aggregates_in,
    condition_expression,
)
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.scope import Scope

OCCASION = ("instrument", "survey", "assessment", "moment")
"""Columns that name an occasion of measuring: none of it on record means that nobody measured."""


def ever_recorded(parts: Iterable[Condition | Term | None], frames: Frames) -> bool:
    """True when at least one source of the parts has a row; true when they need none."""
    sources = [found for part in parts for found in aggregates_in(part)]
    return not sources or any(rows_on_record(found.table, found.where, frames) for found in sources)


def rows_on_record(table: str, where: Condition | None, frames: Frames) -> int:
    if not frames.has(table):
        return 0
    scope = Scope(table, frames.definition, frames.cut_off)
    occasions = _occasions(where)

    def rows() -> Rows:
        asked = [condition_expression(occasion, scope) for occasion in occasions]
        return frames.table(table).filter(*asked) if asked else frames.table(table)

    return frames.counted(("on record", table, *occasions), rows)


def _occasions(where: Condition | None) -> list[Condition]:
    match where:
        case All(parts):
            return [found for part in parts for found in _occasions(part)]
        case Comparison(Field(name)) | OneOf(Field(name)) if name in OCCASION:
            return [where]
        case _:
            return []
