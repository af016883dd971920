"""Whether the rows of a worked example could be rows of the facts."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from stegvis.core.values.language import gettext as _
from stegvis.programmes.policies.conditions import Scope, check_value
from stegvis.programmes.values.conditions import Literal
from stegvis.programmes.values.facts import DERIVED, TABLE_OF, Column, columns_in_scope
from stegvis.programmes.values.findings import Finding, unknown_word
from stegvis.programmes.values.indicators import AnyIndicator, Example, Scalar

COMPUTED = {column.name for column in DERIVED if not column.code_list}
EXPLAINED = frozenset({"enrolment", "person", "place", "respondent", "interest", "placement"})
"""Keys, which an example may write as it likes."""


def check_examples(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    if indicator.level is not None and not indicator.examples:
        what = _("Målet har inget räkneexempel (examples).")
        expected = _("minst ett: rader in, och k och n som ska komma ut")
        yield scope.at("examples").finding(what, "", expected)
    for index, example in enumerate(indicator.examples):
        yield from _check_example(example, scope.at("examples", index))


def _check_example(example: Example, scope: Scope) -> Iterator[Finding]:
    journeys = columns_in_scope("enrolments")
    flat = {name: column for name, column in journeys.items() if name not in COMPUTED}
    for index, row in enumerate(example.journeys):
        yield from _check_row(row, flat, scope.at("journeys", index))
    for name, rows in example.rows.items():
        table = TABLE_OF.get(name)
        if table is None:
            sentence = _("Tabellen {table} finns inte.").format(table=name)
            yield unknown_word(scope.at("rows", name).path, sentence, name, tuple(TABLE_OF))
            continue
        columns = {column.name: column for column in table.columns}
        for index, row in enumerate(rows):
            place = scope.at("rows", name, index)
            yield from _check_row(row, columns, place)
            yield from _check_journey(row, len(example.journeys), place)


def _check_row(
    row: Mapping[str, Scalar], columns: Mapping[str, Column], scope: Scope
) -> Iterator[Finding]:
    for key, value in row.items():
        place = scope.at(key)
        if key not in columns:
            sentence = _("Kolumnen {name} finns inte.").format(name=key)
            yield unknown_word(place.path, sentence, key, tuple(columns))
        elif key not in EXPLAINED:
            yield from check_value(_literal(value), columns[key], place)


def _literal(value: Scalar) -> Literal:
    """As a condition would have it: every number a Decimal."""
    if isinstance(value, bool | str | date):
        return value
    return Decimal(str(value))


def _check_journey(row: Mapping[str, Scalar], journeys: int, scope: Scope) -> Iterator[Finding]:
    number = row.get("enrolment")
    if isinstance(number, int) and not 1 <= number <= journeys:
        what = _("Raden hör till en deltagare (enrolment) som exemplet inte har.")
        expected = _("ett tal från 1 till {journeys}").format(journeys=journeys)
        yield scope.at("enrolment").finding(what, str(number), expected)
