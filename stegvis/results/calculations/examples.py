"""The worked examples beside a definition: rows in, figure out, compared with what is expected."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind, Table
from stegvis.programmes.values.indicators import AnyIndicator, Example, Scalar
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds import answer
from stegvis.results.calculations.evaluation.prepared import prepare
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import Figure

CLOSE = 1e-9
FLAT = ("persons", "enrolments", "exits")
_TYPES: dict[ColumnKind, pl.DataType] = {
    ColumnKind.DAY: pl.Int64(),
    ColumnKind.YEAR: pl.Int64(),
    ColumnKind.INTEGER: pl.Int64(),
    ColumnKind.MONEY: pl.Int64(),
    ColumnKind.DECIMAL: pl.Float64(),
    ColumnKind.YES_NO: pl.Boolean(),
}

Row = Mapping[str, Scalar]


def check_examples(definition: Definition) -> list[Fault]:
    """Every example that does not come out as the definition says, in its own words."""
    return [
        fault
        for indicator in (*definition.goals, *definition.figures)
        for number, example in enumerate(indicator.examples, start=1)
        for fault in _differences(indicator, number, example, definition)
    ]


def figure_of_example(indicator: AnyIndicator, example: Example, definition: Definition) -> Figure:
    facts = facts_of(example, definition)
    frames = Frames(facts, definition, day_number(example.as_of))
    return answer(indicator, prepare(frames, [indicator]))


def _differences(
    indicator: AnyIndicator, number: int, example: Example, definition: Definition
) -> Iterable[Fault]:
    figure = figure_of_example(indicator, example, definition)
    for name in example.expect.model_fields_set:
        wanted, found = getattr(example.expect, name), getattr(figure, name)
        if not _same(wanted, found):
            where = _("{goal}, exempel {number}").format(goal=indicator.id, number=number)
            what = _("Raderna ger {name} = {found}.").format(name=name, found=_plainly(found))
            yield Fault(where, what, f"{name} = {_plainly(wanted)}")


def _plainly(value: object) -> str:
    """As a definition would have it; what cannot be said is nothing."""
    if value is None:
        return _("inget värde")
    return str(dict(value)) if isinstance(value, Mapping) else str(value)


def _same(wanted: object, found: object) -> bool:
    if isinstance(wanted, float) and isinstance(found, int | float):
        return abs(wanted - found) < CLOSE
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(found.get(code, 0) == many for code, many in wanted.items())
    return wanted == found


def facts_of(example: Example, definition: Definition) -> FactSet:
    """Flat journeys, numbered 1, 2, …, taken apart into the fact tables they stand for."""
    rows: dict[str, list[dict[str, object]]] = {"destinations": [], **{t: [] for t in FLAT}}
    persons: dict[str, dict[str, object]] = {}
    for number, journey in enumerate(example.journeys, start=1):
        whole = _numbered(journey, number, definition)
        persons.setdefault(str(whole["person"]), {}).update(_of("persons", whole))
        rows["enrolments"].append(_of("enrolments", whole))
        if "exited_on" in whole:
            rows["exits"].append(_of("exits", whole))
        if "destination" in whole:
            led_to = {"moment": "exit", "known_on": whole.get("exited_on")} | whole
            rows["destinations"].append(_of("destinations", led_to))
    rows["persons"] = list(persons.values())
    for table, given in example.rows.items():
        rows.setdefault(table, []).extend(_keyed(dict(row), table, rows) for row in given)
    frames = {name: frame_of(TABLE_OF[name], many) for name, many in rows.items()}
    return FactSet(definition.id, {name: frame.lazy() for name, frame in frames.items()})


def _numbered(journey: Row, number: int, definition: Definition) -> dict[str, object]:
    programme = definition.id
    return {"person": str(number), "enrolment": str(number), "programme": programme} | dict(journey)


def _keyed(
    row: dict[str, object], table: str, rows: Mapping[str, list[dict[str, object]]]
) -> dict[str, object]:
    """A row's own key may be left out of an example; it is then its number."""
    for column in TABLE_OF[table].columns:
        if column.kind is ColumnKind.KEY and column.required and not column.refers_to:
            row.setdefault(column.name, str(len(rows.get(table, [])) + 1))
    return row


def _of(table: str, row: Mapping[str, object]) -> dict[str, object]:
    return {name: row[name] for name in TABLE_OF[table].column_names if name in row}


def frame_of(table: Table, rows: Iterable[Mapping[str, object]]) -> pl.DataFrame:
    schema = {c.name: _TYPES.get(c.kind, pl.String()) for c in table.columns}
    plain = [{n: _plain(row.get(n), kind) for n, kind in schema.items()} for row in rows]
    return pl.DataFrame(plain, schema=schema)


def _plain(value: object, kind: pl.DataType) -> object:
    if isinstance(value, date):
        return day_number(value)
    if value is None or isinstance(value, bool):
        return value
    if kind == pl.String():
        return str(value)
    return float(value) if kind == pl.Float64() and isinstance(value, int | Decimal) else value
