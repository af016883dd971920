"""How a figure that is no goal is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
Codes = tuple[str, ...]
Counts = list[tuple[Codes, int]]


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


@dataclass(frozen=True)
class Crossed:
    """How many rows there are of each combination of codes; "" is unknown.

    Rows are counted once for several columns, and what each of them says is added up from that.
    """

    columns: tuple[str, ...]
    counts: Counts

    @classmethod
    def of(cls, rows: Rows, *columns: str) -> "Crossed":
        found = rows.group_by(*columns).agg(nw.len().alias("many")).pipe(computed)
        return cls(columns, [(tuple(map(_code, codes)), many) for *codes, many in found.rows()])

    def by(self, *columns: str) -> Counts:
        """The codes of some of the columns, sorted, the unknown last."""
        places = [self.columns.index(column) for column in columns]
        summed: dict[Codes, int] = {}
        for codes, many in self.counts:
            mine = tuple(codes[place] for place in places)
            summed[mine] = summed.get(mine, 0) + many
        return sorted(summed.items(), key=lambda one: [(code == MISSING, code) for code in one[0]])

    def recoded(self, column: str, name: str, code_of: Callable[[str], str]) -> "Crossed":
        """With other codes, and another name, in one of the columns."""
        place = self.columns.index(column)
        columns = (*self.columns[:place], name, *self.columns[place + 1 :])
        counts = [
            ((*codes[:place], code_of(codes[place]), *codes[place + 1 :]), many)
            for codes, many in self.counts
        ]
        return Crossed(columns, counts)


def _code(found: object) -> str:
    return MISSING if found is None else str(found)


def share_cells(counts: Mapping[str, int], n: int) -> Cells:
    return {
        code: Cell(k / n if n else None, k, n, interval=wilson(k, n)) for code, k in counts.items()
    }


def distribution(
    frames: Frames, figure_id: str, title: str, crossed: Crossed, column: str, **found: Any
) -> Figure:
    """How rows divide on the codes of a column, in all and for each gender.

    The group `column` holds all, `column:woman` and so on each gender by itself.
    """
    counts = crossed.by(column, "gender")
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


def _summed(counts: Counts, position: int) -> dict[str, int]:
    summed: dict[str, int] = {}
    for codes, many in counts:
        summed[codes[position]] = summed.get(codes[position], 0) + many
    return summed


def by_gender(crossed: Crossed) -> Cells:
    return {codes[0]: Cell(many, many) for codes, many in crossed.by("gender")}


def enrolled_words() -> str:
    return _("alla som har skrivits in")


def exited_words() -> str:
    return _("de som har lämnat insatsen")
