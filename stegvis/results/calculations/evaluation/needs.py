"""Which facts an indicator is counted from, so that one can say what is lacking."""

from collections.abc import Iterator

from stegvis.programmes.values import conditions as tree
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Comparison,
    Condition,
    Field,
    Has,
    Known,
    Not,
    OneOf,
    Term,
    Within,
)
from stegvis.programmes.values.facts import JOURNEY_TABLES, TABLE_OF, TABLES
from stegvis.programmes.values.indicators import (
    AnyIndicator,
    Change,
    Deliverable,
    DomainsImproved,
    Qualitative,
)
from stegvis.results.calculations.evaluation.populations import base_table
from stegvis.results.calculations.evaluation.prepared import parts_read

DERIVED_FROM = {"destination": "destinations", "age": "persons"}


def tables_needed(indicator: AnyIndicator) -> tuple[str, ...]:
    """Names of fact tables, in the order of the dictionary; none for what people judge."""
    if isinstance(indicator, Qualitative):
        return ()
    found = {base_table(indicator.unit)}
    for part in parts_read(indicator, 0):
        found.update(_read(part, base_table(indicator.unit)))
    if isinstance(indicator, Change | DomainsImproved):
        found.add("measurements")
    if isinstance(indicator, Deliverable):
        found = {"events"}
    return tuple(table.name for table in TABLES if table.name in found)


def _read(node: Condition | Term | None, table: str) -> Iterator[str]:
    match node:
        case Field(name):
            yield _table_of(name, table)
        case Aggregate(table=other) | Has(table=other):
            yield other
        case All(parts) | tree.Any(parts):
            for part in parts:
                yield from _read(part, table)
        case Not(part):
            yield from _read(part, table)
        case Known(term) | OneOf(term) | Comparison(term):
            yield from _read(term, table)
        case Within(term, _, _, start):
            yield from _read(term, table)
            yield from _read(start, table)


def _table_of(column: str, table: str) -> str:
    """Where a column of a journey is delivered."""
    if table != "enrolments":
        return table
    if column in DERIVED_FROM:
        return DERIVED_FROM[column]
    return next((one for one in JOURNEY_TABLES if TABLE_OF[one].column(column)), table)
