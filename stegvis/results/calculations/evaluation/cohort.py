"""Those enrolled from a day on, what else happened from it, and the words for it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import narwhals as nw

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number, day_of
from stegvis.programmes.values.facts import TABLE_OF, TABLE_OF_UNIT, Unit
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import Figure

BY_THEIR_OWN_DAY = ("interests", "survey_answers", "places", "volumes")
"""Tables where a row without an enrolment belongs to the time it happened in."""

WHOLE_TIME = frozenset({Unit.KRONA, Unit.EVENT})
"""Money is held against a grant for the whole time, and a thing made stays made."""

BY_THEIR_YEAR = "anonymous"
"""Persons of whom no more is known: the year that the cohort begins in counts whole."""

Table = Any  # a frame of an engine, in the words of Narwhals


def enrolled_since(facts: FactSet, since: date) -> FactSet:
    """The same delivery with one cohort only; money, events and opening balances stay whole."""
    first = day_number(since)
    tables = {name: nw.from_native(table) for name, table in facts.tables.items()}
    if "enrolments" in tables:
        tables["enrolments"] = tables["enrolments"].filter(nw.col("enrolled_on") >= first)
    kept = {name: _kept(name, tables, first) for name in tables}
    return replace(facts, tables={name: nw.to_native(table) for name, table in kept.items()})


def _kept(name: str, tables: Mapping[str, Table], first: int) -> Table:
    rows = tables[name]
    if name == BY_THEIR_YEAR:
        return rows.filter(nw.col("year") >= day_of(first).year)
    has_enrolment = "enrolment" in rows.collect_schema()
    if name not in BY_THEIR_OWN_DAY:
        is_theirs = has_enrolment and name != "enrolments"
        return _of_enrolled(rows, tables) if is_theirs else rows
    happened = nw.col(TABLE_OF[name].happened) >= first
    if not has_enrolment:
        return rows.filter(happened)
    alone = rows.filter(nw.col("enrolment").is_null(), happened)
    return nw.concat([_of_enrolled(rows, tables), alone])


def _of_enrolled(rows: Table, tables: Mapping[str, Table]) -> Table:
    if "enrolments" not in tables:
        return rows
    return rows.join(tables["enrolments"].select("enrolment"), on="enrolment", how="semi")


def of_cohort(figure: Figure, since: date) -> Figure:
    """The figure with its population said in full, wherever it is printed."""
    unit = Unit(figure.unit)
    if unit in WHOLE_TIME or not figure.population_name:
        return figure
    enrolled = TABLE_OF_UNIT[unit] == "enrolments"
    sentence = (
        _("{population}, inskrivna från och med {day}")
        if enrolled
        else _("{population}, från och med {day}")
    )
    said = sentence.format(population=figure.population_name, day=day(since))
    parts = tuple(of_cohort(part, since) for part in figure.parts)
    return replace(figure, population_name=said, parts=parts)
