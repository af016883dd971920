"""Which figures are about people, and what kind of breakdown each of their groupings is."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from stegvis.programmes.values.facts import Unit
from stegvis.results.values.figures import Cell, Figure

GENDER = "gender"
OF = ":"
"""`exit_reason:woman` is the breakdown `exit_reason` of women only."""

NOT_PEOPLE = frozenset({Unit.PLACE, Unit.ACTIVITY, Unit.EVENT, Unit.KRONA})
"""A certificate, a case or an answer is about one person; a place or a sum of money is not."""

NOT_COUNTED = frozenset({"deliverable", "qualitative", "money"})
ENROLMENTS = frozenset({Unit.ENROLMENT, Unit.DAY, Unit.SEAT})
"""Units in which a person who came back counts twice."""


class Shape(StrEnum):
    """How the cells of a grouping hang together."""

    SHARES = "shares"  # k and n, or one of them, of everyone in each group
    DISTRIBUTION = "distribution"  # k in each category, n the same all over
    CROSSED = "crossed"  # such a distribution within one gender
    TOTALS = "totals"  # stages and movements: totals beside each other
    RANGES = "ranges"  # lowest and highest from before the persons
    AVERAGES = "averages"  # persons a day, on average


def is_about_people(figure: Figure) -> bool:
    return Unit(figure.unit) not in NOT_PEOPLE and figure.kind not in NOT_COUNTED


def shape_of(figure: Figure, grouping: str) -> Shape:
    base, colon, _group = grouping.partition(OF)
    if figure.kind == "flow" and base in {"flow", "stage"}:
        return Shape.TOTALS
    if figure.kind == "opening":
        return Shape.RANGES
    if figure.kind in {"distribution", "flow"}:
        return Shape.CROSSED if colon and base in figure.groups else Shape.DISTRIBUTION
    cells = figure.groups[grouping].values()
    if any(cell.value is not None and cell.k is None and cell.n is None for cell in cells):
        return Shape.AVERAGES
    return Shape.SHARES


def counts_k(cells: Mapping[str, Cell]) -> dict[str, int]:
    """Empty unless every cell has one."""
    found = {code: cell.k for code, cell in cells.items() if cell.k is not None}
    return found if len(found) == len(cells) else {}


def counts_n(cells: Mapping[str, Cell]) -> dict[str, int]:
    found = {code: cell.n for code, cell in cells.items() if cell.n is not None}
    return found if len(found) == len(cells) else {}


def codes_by_grouping(figures: Iterable[Figure]) -> dict[str, list[str]]:
    """Every code that some figure has in a grouping: where it is not printed, it is nought."""
    found: dict[str, dict[str, None]] = {}
    for figure in figures:
        for grouping, cells in figure.groups.items():
            if shape_of(figure, grouping) in {Shape.SHARES, Shape.DISTRIBUTION}:
                found.setdefault(grouping, {}).update(dict.fromkeys(cells))
            if shape_of(figure, grouping) is Shape.CROSSED:
                found.setdefault(GENDER, {})[grouping.partition(OF)[2]] = None
    return {grouping: list(codes) for grouping, codes in found.items()}
