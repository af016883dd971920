"""The same figures on another engine: a whole follow-up in DuckDB against Polars."""

from dataclasses import fields, is_dataclass, replace
from math import isclose

import duckdb
import pytest

from bench.bench_evaluation import counted_goals
from bench.evaluation_bare import by_hand
from bench.evaluation_data import DEFINITION, LAST, tables
from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.results.calculations.evaluation import evaluate, goal_table
from stegvis.results.values.fact_set import FactSet
from tests.acceptance import follow_up_of, imported

PROGRAMMES = ("ung-framtid", "hikikomori", "sara", "impuls")
CLOSE = 1e-12
PERSONS = 1_000


def in_duckdb(facts, connection):
    for name, frame in facts.tables.items():
        connection.register(f"read_{name}", frame.to_arrow())
    tables = {name: connection.table(f"read_{name}") for name in facts.tables}
    return replace(facts, tables=tables)


def differences(one, other, where=""):
    """Where two values differ, floats by more than the last digits."""
    if is_dataclass(one) and type(one) is type(other):
        names = [field.name for field in fields(one)]
        pairs = [(f"{where}.{name}", getattr(one, name), getattr(other, name)) for name in names]
    elif isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        pairs = [(f"{where}[{name}]", one[name], other[name]) for name in one]
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        pairs = [(f"{where}[{n}]", *both) for n, both in enumerate(zip(one, other, strict=True))]
    elif isinstance(one, float) and isinstance(other, float):
        return [] if isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE) else [(where, one, other)]
    else:
        return [] if type(one) is type(other) and one == other else [(where, one, other)]
    return [found for place, *both in pairs for found in differences(*both, place)]


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_duckdb_gives_the_figures_that_polars_gives(programme):
    definition, parts = load_programme(shipped(f"{programme}.toml"))
    with duckdb.connect() as connection:
        facts = in_duckdb(imported(programme).facts, connection)
        found = evaluate(definition, parts, facts, as_of=definition.last_day)

    expected = follow_up_of(programme)

    assert [figure.id for figure in found.figures] == [figure.id for figure in expected.figures]
    assert differences(found, expected) == []


@pytest.fixture(scope="module")
def invented():
    return FactSet(DEFINITION.id, tables(PERSONS))


def test_duckdb_measures_plans_and_changes_as_polars_does(invented):
    with duckdb.connect() as connection:
        found = goal_table(DEFINITION, in_duckdb(invented, connection), as_of=LAST)

    assert differences(found, goal_table(DEFINITION, invented, as_of=LAST)) == []


def test_goals_have_the_numbers_of_the_same_goals_written_by_hand(invented):
    lazy = {name: frame.lazy() for name, frame in invented.tables.items()}

    table = goal_table(DEFINITION, invented, as_of=LAST)

    assert counted_goals(table) == by_hand(lazy)


def test_reading_tables_as_they_are_needed_changes_no_figure(invented):
    lazy = {name: frame.lazy() for name, frame in invented.tables.items()}

    found = goal_table(DEFINITION, replace(invented, tables=lazy), as_of=LAST)

    assert differences(found, goal_table(DEFINITION, invented, as_of=LAST)) == []
