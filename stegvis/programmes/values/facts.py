"""The face of the dictionary of facts: tables by name, units, and what a condition may name."""

from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.fact_shapes import Column, ColumnKind, Table, code, of_kind
from stegvis.programmes.values.fact_tables import TABLES

__all__ = [
    "DERIVED",
    "JOURNEY_TABLES",
    "TABLES",
    "TABLE_OF",
    "TABLE_OF_UNIT",
    "Column",
    "ColumnKind",
    "Table",
    "Unit",
    "columns_in_scope",
]

TABLE_OF: dict[str, Table] = {table.name: table for table in TABLES}

JOURNEY_TABLES = ("enrolments", "exits", "persons")
"""Tables whose columns, with DERIVED, stand beside each other for one enrolment."""

DERIVED: tuple[Column, ...] = (
    of_kind(ColumnKind.INTEGER, "age", N_("Ålder vid inskrivning")),
    of_kind(ColumnKind.INTEGER, "days_enrolled", N_("Dagar inskriven")),
    code("destination", N_("Gick vidare till vid avslut"), "destination"),
)


class Unit(StrEnum):
    """What one thing counted is. Units are never added to one another."""

    PERSON = "person"
    ENROLMENT = "enrolment"
    SEAT = "seat"
    PLACE = "place"
    PLACEMENT = "placement"
    ACTIVITY = "activity"
    ANSWER = "answer"
    CERTIFICATE = "certificate"
    CASE = "case"
    ADVICE = "advice"
    EVENT = "event"
    KRONA = "krona"
    DAY = "day"


TABLE_OF_UNIT: dict[Unit, str] = {
    Unit.PERSON: "enrolments",
    Unit.ENROLMENT: "enrolments",
    Unit.SEAT: "enrolments",
    Unit.DAY: "enrolments",
    Unit.PLACE: "places",
    Unit.PLACEMENT: "placements",
    Unit.ACTIVITY: "activities",
    Unit.ANSWER: "survey_answers",
    Unit.CERTIFICATE: "volumes",
    Unit.CASE: "volumes",
    Unit.ADVICE: "volumes",
    Unit.EVENT: "events",
    Unit.KRONA: "money",
}


def columns_in_scope(table: str) -> dict[str, Column]:
    """The columns a condition may name when one row of `table` is looked at."""
    tables = JOURNEY_TABLES if table == "enrolments" else (table,)
    columns = {column.name: column for name in tables for column in TABLE_OF[name].columns}
    if table == "enrolments":
        columns.update({column.name: column for column in DERIVED})
    return columns
