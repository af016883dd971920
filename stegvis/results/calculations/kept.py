"""Rows of those who have been erased, put together with the rows of those who are here."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import polars as pl

from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.reading.conversion import TYPE_OF
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.recorded import PEOPLE, Nameless

Rows = Mapping[str, Iterable[Mapping[str, Any]]]

ANONYMOUS, NUMBER = "anonymous", "number"
"""Of these so many of each sort are counted, in one row."""


def with_kept(facts: FactSet, kept: Rows) -> FactSet:
    """The facts as they were before anybody was erased, but for the keys."""
    tables = {name: _together(name, facts, kept.get(name, ())) for name in PEOPLE}
    text = json.dumps([facts.digest, {name: list(rows) for name, rows in kept.items()}])
    return replace(facts, tables=tables, digest=hashlib.sha256(text.encode()).hexdigest())


def only_of(persons: Iterable[UUID], found: Nameless) -> Nameless:
    """The rows of some, as if there were nobody else."""
    sought = set(persons)
    theirs = {of: row for of, row in found.persons.items() if sought & {of, row["id"]}}
    enrolments = [row for row in found.enrolments if row["person_id"] in theirs]
    known = {row["id"] for row in enrolments}
    return Nameless(
        persons=theirs,
        enrolments=enrolments,
        plans=[row for row in found.plans if row["enrolment_id"] in known],
        incomes=[row for row in found.incomes if row["enrolment_id"] in known],
        consents=[row for row in found.consents if row["person_id"] in theirs],
    )


def _together(name: str, facts: FactSet, kept: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    kinds: dict[str, Any] = {one.name: TYPE_OF[one.kind] for one in TABLE_OF[name].columns}
    here: pl.DataFrame = facts.tables[name]  # type: ignore[assignment] # made here, on Polars
    there = pl.DataFrame([dict(row) for row in kept], schema=kinds)
    whole = pl.concat([here, there])
    if name != ANONYMOUS:
        return whole
    others = [one for one in kinds if one != NUMBER]
    counted = whole.group_by(others, maintain_order=True).agg(pl.col(NUMBER).sum())
    return counted.select(pl.col(one).cast(kind) for one, kind in kinds.items())
