"""Level report: what is left of a figure when the small and the linked cells are hidden."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from stegvis.results.calculations.disclosure.tables import SMALL_TO, is_small
from stegvis.results.calculations.publishing.breakdowns import PERSONS, Place
from stegvis.results.calculations.publishing.covered import reported
from stegvis.results.calculations.publishing.curves import in_quarters
from stegvis.results.calculations.publishing.flows import FLOW, flow_shown
from stegvis.results.calculations.publishing.hidden import hidden_cell, why_hidden
from stegvis.results.calculations.publishing.people import (
    Shape,
    is_about_people,
    shape_of,
)
from stegvis.results.values.figures import Cell, Figure

MISSING = ""
Cells = dict[str, Cell]


@dataclass(frozen=True)
class Hidden:
    """Printed cells that rest on a hidden count, and the groupings that are left out whole."""

    cells: Collection[Place]
    groupings: Collection[tuple[str, str]]

    def has(self, place: Place) -> bool:
        return place in self.cells or place[:2] in self.groupings

    def groupings_at(self, path: str) -> list[str]:
        return list(dict.fromkeys(grouping for at, grouping, _code in self.cells if at == path))

    def codes(self, at: tuple[str, str]) -> list[str]:
        """Those hidden in a grouping, also where nobody is and nothing was printed before."""
        return [code for *where, code in self.cells if tuple(where) == at]


@dataclass(frozen=True)
class ReportLevel:
    """Goals and totals stand as they are; what is hidden in a breakdown leaves no number behind."""

    programme: str
    hidden: Hidden

    def shown(self, figure: Figure, path: str) -> Figure:
        if not is_about_people(figure):
            return figure
        groups = {one: self._cells(figure, path, one) for one in figure.groups}
        for grouping in self.hidden.groupings_at(path):
            groups.setdefault(grouping, self._noughts(path, grouping))
        parts = tuple(self.shown(part, f"{path}/{part.id}") for part in figure.parts)
        coverage = reported(figure.coverage)
        return _total(replace(figure, groups=groups, parts=parts, coverage=coverage))

    def _cells(self, figure: Figure, path: str, grouping: str) -> Cells:
        cells = figure.groups[grouping]
        match shape_of(figure, grouping):
            case Shape.TOTALS:
                return flow_shown(figure, grouping) if grouping.startswith(FLOW) else cells
            case Shape.RANGES:
                return {code: _range(cell) for code, cell in cells.items()}
            case Shape.AVERAGES:
                return self._averages(cells, grouping)
        shown = {
            code: hidden_cell()
            if _is_small(cell, adds_up=_adds_up(figure, grouping))
            or self.hidden.has((path, grouping, code))
            else _without_the_few(cell, figure)
            for code, cell in cells.items()
        }
        return self._noughts(path, grouping) | shown if shown else shown

    def _noughts(self, path: str, grouping: str) -> Cells:
        """Where nobody is but that is hidden, since it would tell how many the others are."""
        return {code: hidden_cell() for code in self.hidden.codes((path, grouping))}

    def _averages(self, cells: Mapping[str, Cell], grouping: str) -> Cells:
        """All or none, since the total stands; none where their persons are hidden."""
        persons = f"{self.programme}/{PERSONS}"
        is_few = any(0 < (cell.value or 0) <= SMALL_TO for cell in cells.values())
        if is_few or any(self.hidden.has((persons, grouping, code)) for code in cells):
            return dict.fromkeys(cells, hidden_cell())
        return dict(cells)


def _adds_up(figure: Figure, grouping: str) -> bool:
    """Whether those of n who are not in a cell are in the cells beside it."""
    cells = figure.groups[grouping].values()
    return shape_of(figure, grouping) is not Shape.SHARES and all(
        cell.n == sum(other.k or 0 for other in cells) for cell in cells
    )


def _is_small(cell: Cell, *, adds_up: bool) -> bool:
    """K, n, or those of n who are not in k, where no other cell stands for them."""
    rest = None if adds_up or cell.k is None or cell.n is None else cell.n - cell.k
    return any(count is not None and is_small(count) for count in (cell.k, cell.n, rest))


def _range(cell: Cell) -> Cell:
    return hidden_cell() if is_small(cell.k or 0) or is_small(cell.n or 0) else cell


def _without_the_few(cell: Cell, figure: Figure) -> Cell:
    """Unknown and excluded by group are left unsaid unless there are none, or all are unknown."""
    is_told = not figure.unknown or (cell.k is None and cell.unknown == cell.n)
    excluded = cell.excluded if not any(figure.excluded.values()) else {}
    return replace(cell, unknown=cell.unknown if is_told else None, excluded=excluded)


def _total(figure: Figure) -> Figure:
    """A mean, a median or a curve of few people is theirs; unknown that a breakdown hides too."""
    figure = replace(figure, unknown=_unknown(figure))
    is_counted = figure.kind != "time_to_event" and figure.k is not None
    if figure.n is not None and not is_counted and figure.value is not None and is_small(figure.n):
        return replace(
            figure,
            value=None,
            interval=None,
            points=dict.fromkeys(figure.points, ()),
            hidden=why_hidden(),
        )
    if figure.kind == "time_to_event":
        curves = {name: in_quarters(p, figure.n or 0) for name, p in figure.points.items()}
        return replace(figure, points=curves)
    return figure


def _unknown(figure: Figure) -> int | None:
    if figure.kind != "distribution":
        return figure.unknown
    missing = [cells.get(MISSING) for cells in figure.groups.values()]
    return None if any(cell is not None and cell.hidden for cell in missing) else figure.unknown
