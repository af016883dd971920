"""Level open: a figure made again from the rounded numbers that are left of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stegvis.results.calculations.disclosure.rounding import round_to_base
from stegvis.results.calculations.disclosure.tables import (
    REDACTED_TO,
    CellKey,
    ProtectedTable,
)
from stegvis.results.calculations.publishing.covered import told_openly
from stegvis.results.calculations.publishing.flows import FLOW, not_one_alone
from stegvis.results.calculations.publishing.hidden import hidden_cell, why_hidden
from stegvis.results.calculations.publishing.open_tables import (
    ALL,
    ASKED,
    K,
    N,
    cuts_of,
    table_name,
)
from stegvis.results.calculations.publishing.open_verdicts import SAYS_NO_NUMBER, judged
from stegvis.results.calculations.publishing.people import Shape, is_about_people, shape_of
from stegvis.results.calculations.publishing.reading import paths
from stegvis.results.calculations.statistics.shares import wilson
from stegvis.results.values.figures import Cell, DisclosureLevel, Figure, FollowUp, Point

MEAN_DECIMALS = {"duration": 0, "change": 1}
"""Means over all of a group, so rounded that nobody's part in them can be told."""

Cells = dict[str, Cell]


def rounded(count: float | None) -> int | None:
    """None when it is redacted."""
    return None if count is None or count <= REDACTED_TO else round_to_base(round(count))


@dataclass(frozen=True)
class OpenLevel:
    """What stands in the protected tables is all there is; everything else is made from it."""

    tables: Mapping[str, Mapping[CellKey, int | None]]

    @classmethod
    def of(cls, protected: Sequence[ProtectedTable]) -> "OpenLevel":
        return cls({table.name: table.cells for table in protected})

    def shown(self, follow_up: FollowUp) -> FollowUp:
        return replace(
            follow_up,
            level=DisclosureLevel.OPEN,
            figures=tuple(self._figure(figure, path) for path, figure in paths(follow_up)),
            parts=tuple(self.shown(part) for part in follow_up.parts),
        )

    def _figure(self, figure: Figure, path: str) -> Figure:
        if not is_about_people(figure):
            return figure
        cuts = cuts_of(figure)
        parts = tuple(self._figure(part, f"{path}/{part.id}") for part in figure.parts)
        bare = replace(
            _without_numbers(figure),
            groups={cut: self._cells(figure, path, cut) for cut in cuts},
            parts=parts,
        )
        if not cuts:
            return self._without_cuts(bare, figure, path)
        return judged(_total(bare, figure, cuts[0]), figure)

    def _count(self, name: str, code: str) -> int | None:
        return self.tables.get(name, {}).get((code,))

    def _cells(self, figure: Figure, path: str, cut: str) -> Cells:
        cells = {code: self._cell(figure, path, (cut, code)) for code in figure.groups[cut]}
        return not_one_alone(cells) if cut == FLOW else cells

    def _cell(self, figure: Figure, path: str, at: tuple[str, str]) -> Cell:
        cut, code = at
        cell = figure.groups[cut][code]
        k = self._count(table_name(path, K, cut), code)
        n = self._count(table_name(path, N, cut), code)
        shape = shape_of(figure, cut)
        if shape is Shape.DISTRIBUTION:
            n = self._asked(figure, path, cut)
        if (cell.k is not None and k is None) or (cell.n is not None and n is None):
            return hidden_cell()
        if shape is Shape.RANGES:
            return Cell(k if cell.value is not None else None, k, n, unknown=None)
        return _made(k, n, _mean(cell.value, figure))

    def _asked(self, figure: Figure, path: str, cut: str) -> int | None:
        """All that are shown; where one person may be in several cells, those who were asked."""
        alone = self._count(table_name(path, N, cut), ASKED)
        if alone is not None:
            return alone
        shown = [self._count(table_name(path, K, cut), code) for code in figure.groups[cut]]
        return sum(one for one in shown if one is not None) or None

    def _without_cuts(self, bare: Figure, figure: Figure, path: str) -> Figure:
        """A number of people with nothing to divide it on, or an average of them a day."""
        k = self._count(table_name(path, K, ALL), ALL)
        value = k if figure.k is not None else rounded(figure.value)
        shown = replace(bare, value=value, k=k, bounds=_bounds(figure))
        if value is None and shown.bounds is None and _has_number(figure):
            return judged(_hidden(shown), figure)
        return judged(shown, figure)


def _without_numbers(figure: Figure) -> Figure:
    """Seven or fewer left out, unknown or late are left unsaid; the rest to the nearest five."""
    return replace(
        figure,
        value=None,
        k=None,
        n=None,
        excluded={
            code: round_to_base(many)
            for code, many in figure.excluded.items()
            if many > REDACTED_TO
        },
        unknown=rounded(figure.unknown),
        not_yet_due=rounded(figure.not_yet_due),
        after_cut_off=rounded(figure.after_cut_off),
        coverage=told_openly(figure.coverage),
        bounds=None,
        interval=None,
        missing=None,
        points={name: _points(figure, name) for name in figure.points},
        notes=tuple(note for note in figure.notes if not any(map(str.isdigit, note))),
    )


def _points(figure: Figure, name: str) -> tuple[Point, ...]:
    """Decided seats are no people; a curve of waiting is one person's step after another's."""
    points = figure.points[name]
    if figure.kind != "series":
        return ()
    if name == "seats":
        return points
    return tuple(
        replace(point, value=many) for point in points if (many := rounded(point.value)) is not None
    )


def _bounds(figure: Figure) -> tuple[float, float] | None:
    if figure.bounds is None or figure.value is not None or figure.kind != "count":
        return None
    low, high = (rounded(bound) for bound in figure.bounds)
    return None if low is None or high is None else (low, high)


def _made(k: int | None, n: int | None, mean: float | None) -> Cell:
    if k is None:
        return Cell(mean, None, n, unknown=None)
    if n is None:
        return Cell(k, k, unknown=None)
    return Cell(min(k / n, 1.0), k, n, unknown=None, interval=wilson(min(k, n), n))


def _mean(value: float | None, figure: Figure) -> float | None:
    decimals = MEAN_DECIMALS.get(figure.kind)
    return None if value is None or decimals is None else round(value, decimals)


def _total(bare: Figure, figure: Figure, cut: str) -> Figure:
    """Of the cells that are shown: k and n where they add up, else the same cell's number."""
    shape = shape_of(figure, cut)
    shown = [cell for cell in bare.groups[cut].values() if not cell.hidden]
    if figure.k is None and figure.n is None and figure.bounds is not None:
        return replace(bare, bounds=_bounds(figure))
    if not shown:
        return _hidden(bare) if _has_number(figure) else bare
    if shape in {Shape.TOTALS, Shape.RANGES}:
        last = bare.groups[cut].get("remaining", bare.groups[cut].get("onwards"))
        return replace(bare, value=None if last is None else last.value)
    if figure.kind == "distribution":
        return _of_distribution(bare, figure, shown)
    k = None if figure.k is None else sum(cell.k or 0 for cell in shown)
    n = None if figure.n is None else sum(cell.n or 0 for cell in shown)
    is_whole = len(shown) == len(bare.groups[cut])
    made = _made(k, n, _mean(figure.value, figure) if is_whole else None)
    value = None if figure.value is None or figure.kind == "time_to_event" else made.value
    interval = made.interval if value is not None and k is not None and n is not None else None
    return replace(bare, value=value, k=k, n=n, interval=interval)


def _of_distribution(bare: Figure, figure: Figure, shown: Iterable[Cell]) -> Figure:
    """The number of people where each stands in one cell; else nothing but who was asked."""
    n = max((cell.n or 0 for cell in shown), default=0) or None
    if figure.k is None:
        return replace(bare, n=n)
    return replace(bare, value=n, k=n, n=n)


def _has_number(figure: Figure) -> bool:
    """Whether there was anything to hide: what nobody has measured is not hidden."""
    numbers = (figure.value, figure.k, figure.n, figure.bounds)
    return figure.verdict not in SAYS_NO_NUMBER and any(one is not None for one in numbers)


def _hidden(figure: Figure) -> Figure:
    return replace(figure, hidden=why_hidden())
