"""Breakdowns as tables for disclosure control, with all that an outsider could subtract."""

from collections.abc import Iterable, Iterator

from stegvis.results.calculations.disclosure.tables import CellKey, CountTable
from stegvis.results.calculations.publishing.breakdowns import Breakdown, Breakdowns
from stegvis.results.calculations.publishing.crowds import Crowd
from stegvis.results.calculations.publishing.ties import Ties

ALL = "all"


def count_tables(breakdowns: Breakdowns, ties: Ties) -> list[CountTable]:
    tables = [
        table
        for breakdown in breakdowns.tables
        for table in _of(breakdown, ties.exact.get(breakdown.name, set()))
    ]
    crowds = {crowd.name: crowd for crowd in (*breakdowns.crowds.each, *ties.told)}
    totals = [table for crowd in crowds.values() for table in _totals(crowd)]
    if totals:
        totals[0] = _with_sums(totals[0], ties)
    return [*tables, *totals]


def _with_sums(table: CountTable, ties: Ties) -> CountTable:
    """The totals are never withheld, so the sums stay known whatever else is hidden."""
    return CountTable(
        name=table.name,
        dimensions=table.dimensions,
        counts=table.counts,
        population=table.population,
        within=table.within,
        exact=table.exact,
        sums=tuple(dict.fromkeys(ties.sums)),
    )


def _of(breakdown: Breakdown, told: Iterable[CellKey]) -> Iterator[CountTable]:
    """Once for each whole that it is part of."""
    for place, whole in enumerate(_wholes(breakdown.crowd)):
        yield CountTable(
            name=breakdown.name if not place else f"{breakdown.name} in {whole}",
            dimensions=breakdown.dimensions,
            counts=breakdown.counts,
            population=breakdown.crowd.name,
            within=whole,
            exact=frozenset(told),
            is_additive=breakdown.is_additive,
        )


def _wholes(crowd: Crowd) -> list[str]:
    return [whole.name for whole in crowd.wholes if whole.holds(crowd)] or [""]


def _totals(crowd: Crowd) -> Iterator[CountTable]:
    for place, whole in enumerate(_wholes(crowd)):
        yield CountTable(
            name=f"{crowd.name} in all" if not place else f"{crowd.name} in all of {whole}",
            dimensions=(ALL,),
            counts={(ALL,): crowd.total},
            population=crowd.name,
            within=whole,
            exact=frozenset({(ALL,)}),
        )
