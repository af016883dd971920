"""How a figure that is no goal is made."""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_of
from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.calculations.statistics.shares import wilson
from stegvis.results.values.figures import Cell, Figure

Cells = dict[str, Cell]


def made(frames: Frames, figure_id: str, title: str, unit: Unit, **found: Any) -> Figure:
    blank: dict[str, Any] = {
        "kind": "count",
        "value": None,
        "k": None,
        "n": None,
        "population": "none",
        "population_name": "",
        "cut_off": day_of(frames.cut_off),
        "definition_version": frames.definition.version,
    }
    return Figure(id=figure_id, goal=title, unit=unit.value, **(blank | found))


def counts_of(rows: Rows, *columns: str) -> list[tuple[tuple[str, ...], int]]:
    """How many rows there are of each combination of codes; "" is unknown."""
    found = rows.group_by(*columns).agg(nw.len().alias("many")).pipe(computed)
    counted = [
        (tuple(MISSING if row[c] is None else str(row[c]) for c in columns), int(row["many"]))
        for row in found.iter_rows(named=True)
    ]
    return sorted(counted, key=lambda one: tuple((code == MISSING, code) for code in one[0]))


def share_cells(counts: Mapping[str, int], n: int) -> Cells:
    return {
        code: Cell(k / n if n else None, k, n, interval=wilson(k, n)) for code, k in counts.items()
    }


def distribution(
    frames: Frames,
    figure_id: str,
    title: str,
    rows: Rows,
    column: str,
    **found: Any,
) -> Figure:
    """How rows divide on the codes of a column, in all and for each gender.

    The group `column` holds all, `column:woman` and so on each gender by itself.
    """
    counts = counts_of(rows, column, "gender")
    whole = _summed(counts, 0)
    n = sum(whole.values())
    groups: dict[str, Cells] = {column: share_cells(whole, n)}
    for gender, members in _summed(counts, 1).items():
        mine = {codes[0]: many for codes, many in counts if codes[1] == gender}
        groups[f"{column}:{gender}"] = share_cells(mine, members)
    blank: dict[str, Any] = {
        "kind": "distribution",
        "unit": Unit.PERSON,
        "value": n,
        "k": n,
        "n": n,
        "unknown": whole.get(MISSING, 0),
        "groups": groups,
    }
    return made(frames, figure_id, title, **(blank | found))


def _summed(counts: Sequence[tuple[tuple[str, ...], int]], position: int) -> dict[str, int]:
    summed: dict[str, int] = {}
    for codes, many in counts:
        summed[codes[position]] = summed.get(codes[position], 0) + many
    return summed


def by_gender(rows: Rows) -> Cells:
    return {codes[0]: Cell(many, many) for codes, many in counts_of(rows, "gender")}


def enrolled_words() -> str:
    return _("alla som har skrivits in")


def exited_words() -> str:
    return _("de som har lämnat insatsen")
