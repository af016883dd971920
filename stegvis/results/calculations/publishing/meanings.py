"""Which categories of a breakdown a goal or an exclusion consists of, where it says so itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from stegvis.programmes.values.conditions import Comparison, Condition, Field, OneOf, Operator
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import ColumnKind, columns_in_scope
from stegvis.programmes.values.indicators import Count, Indicator, Share
from stegvis.results.values.destinations import TRANSFERRED, WORK_OR_STUDIES


@dataclass(frozen=True)
class Meaning:
    """Those with one of `codes` in `column`."""

    column: str
    codes: frozenset[str]


@dataclass(frozen=True)
class Meanings:
    """By figure: what its numerator means; by figure and reason: what an exclusion means."""

    onwards: Meaning
    transferred: Meaning
    numerators: dict[str, Meaning] = field(default_factory=dict)
    exclusions: dict[tuple[str, str], Meaning] = field(default_factory=dict)


def meanings_of(definition: Definition | None) -> Meanings:
    found = Meanings(
        onwards=_meaning_of("destination", WORK_OR_STUDIES, definition),
        transferred=_meaning_of("exit_reason", (TRANSFERRED,), definition),
    )
    found.numerators["time-to-work-or-studies"] = found.onwards
    for indicator in (*definition.goals, *definition.figures) if definition else ():
        for figure_id, condition in _numerators(indicator):
            if meaning := _meaning(condition, definition):
                found.numerators[figure_id] = meaning
        for reason in (*indicator.exclusions, *indicator.exceptions):
            if meaning := _meaning(reason.where.tree, definition):
                found.exclusions[indicator.id, reason.id] = meaning
    return found


def _numerators(indicator: Indicator) -> Iterator[tuple[str, Condition]]:
    if isinstance(indicator, Share | Count) and indicator.numerator is not None:
        yield indicator.id, indicator.numerator.tree
    if isinstance(indicator, Share):
        for part in indicator.sub_criteria:
            yield f"{indicator.id}-{part.id.replace('_', '-')}", part.numerator.tree


def _meaning(condition: Condition, definition: Definition | None) -> Meaning | None:
    match condition:
        case OneOf(Field(column), values):
            codes = [value for value in values if isinstance(value, str)]
        case Comparison(Field(column), Operator.EQUAL, str(value)):
            codes = [value]
        case _:
            return None
    return _meaning_of(column, codes, definition)


def _meaning_of(column: str, codes: Iterable[str], definition: Definition | None) -> Meaning:
    return Meaning(column, frozenset(_meant_by(definition, column, codes)))


def _meant_by(definition: Definition | None, column: str, codes: Iterable[str]) -> Iterator[str]:
    """The codes and the local kinds of them, as a condition reads them."""
    found = columns_in_scope("enrolments").get(column)
    for code in codes:
        if definition and found and found.kind is ColumnKind.CODE:
            yield from definition.codes(found.code_list).meant_by(code)
        else:
            yield code
