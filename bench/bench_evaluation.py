"""Goals from facts: one association, all of its history, and a country beside bare Polars."""

import multiprocessing
import resource
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.evaluation_bare import ALL, Counts, by_hand
from bench.evaluation_data import DEFINITION, LAST, facts, write, written
from bench.measure import Measure, milliseconds, seconds
from stegvis.core.values.formatting import number
from stegvis.results.calculations.evaluation import goal_table
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import Figure

YEAR, HISTORY, COUNTRY = 400, 20_000, 1_000_000  # persons
YEAR_MILLISECONDS, HISTORY_SECONDS = 50, 1.0  # issue 2
RATIO, GIGABYTES = 3.0, 2.0  # issue 2
KIB_PER_GB = 1e9 / 1024
SEAT_DAYS = 1096  # days of the decided period


def measures() -> Iterator[Measure]:
    one, all_of_them = facts(YEAR), facts(HISTORY)
    goals = len(DEFINITION.goals)
    year = milliseconds(lambda: goal_table(DEFINITION, one, as_of=LAST), times=30)
    yield Measure(f"{goals} mål, {YEAR} personer", year, "ms", YEAR_MILLISECONDS)
    history = seconds(lambda: goal_table(DEFINITION, all_of_them, as_of=LAST))
    yield Measure(f"{goals} mål, {number(HISTORY)} personer", history, "s", HISTORY_SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        yield from _country(Path(folder))


def _country(folder: Path) -> Iterator[Measure]:
    """Each in a process of its own, the data too, so that every one tells its own memory."""
    _alone(_make, folder)
    ours, our_gigabytes, our_counts = _alone(_goals, folder)
    bare, bare_gigabytes, bare_counts = _alone(_by_hand, folder)
    if our_counts != bare_counts:
        message = f"måltabellen och Polars för hand ger olika tal:\n{our_counts}\n{bare_counts}"
        raise ValueError(message)
    goals = len(DEFINITION.goals)
    yield Measure(f"{goals} mål, {number(COUNTRY)} personer", ours, "s")
    yield Measure("  samma tal, för hand i Polars", bare, "s")
    yield Measure("  gånger så lång tid (helst högst 1,5)", ours / bare, "ggr", RATIO)
    yield Measure("  minne", our_gigabytes, "GB", GIGABYTES)
    yield Measure("  minne för hand", bare_gigabytes, "GB")


Told = tuple[float, float, dict[str, Counts]]
"""Seconds, peak memory in gigabytes, and the numbers of every goal."""


def _alone(work: Callable[[Path], Told], folder: Path) -> Told:
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawned) as pool:
        return pool.submit(work, folder).result()


def _make(folder: Path) -> Told:
    return seconds(lambda: write(COUNTRY, folder), times=1), _peak(), {}


def _goals(folder: Path) -> Told:
    told = FactSet(DEFINITION.id, written(folder))
    table = goal_table(DEFINITION, told, as_of=LAST)
    taken = seconds(lambda: goal_table(DEFINITION, told, as_of=LAST), times=2)
    return taken, _peak(), counted_goals(table)


def _by_hand(folder: Path) -> Told:
    tables = written(folder)
    counts = by_hand(tables)
    taken = seconds(lambda: by_hand(tables), times=2)
    return taken, _peak(), counts


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_GB


def counted_goals(table: Iterable[Figure]) -> dict[str, Counts]:
    """As `by_hand` tells them, which has nothing of goals that only people can judge."""
    uncounted = {"qualitative", "deliverable"}
    return {figure.id: _counts(figure) for figure in table if figure.kind not in uncounted}


def _counts(figure: Figure) -> Counts:
    cells = figure.groups["gender"]
    if figure.kind == "standing_volume":
        return {code: (round((cell.value or 0) * SEAT_DAYS), 0) for code, cell in cells.items()}
    counts: Counts = {code: (cell.k or 0, cell.n or 0) for code, cell in cells.items()}
    if figure.n is not None:
        counts[ALL] = (figure.unknown or 0, figure.not_yet_due or 0, sum(figure.excluded.values()))
    return counts
