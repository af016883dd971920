"""Stock and flow at level report: movements are totals, but a transfer is an exit reason."""

from collections.abc import Mapping

from stegvis.results.calculations.disclosure.tables import is_small
from stegvis.results.calculations.publishing.hidden import hidden_cell
from stegvis.results.values.figures import Cell, Figure

FLOW, TRANSFERRED = "flow", "transferred"
TOLD_APART = ("out", TRANSFERRED)


def transferred_in_all(figure: Figure) -> int | None:
    """The total of those transferred where it is printed; None where it is not."""
    cells = figure.groups.get(FLOW, {})
    return None if not cells or not _may_be_told(cells) else cells[TRANSFERRED].k


def flow_shown(figure: Figure, grouping: str) -> dict[str, Cell]:
    """Out and transferred are told apart where neither is of few people, for years all or none.

    What came, what is left and what was there are totals; so is the sum of those two.
    """
    cells = figure.groups[grouping]
    years = [members for name, members in figure.groups.items() if name != FLOW]
    told = [cells] if grouping == FLOW else years
    if all(map(_may_be_told, told)):
        return dict(cells)
    return {code: hidden_cell() if code in TOLD_APART else cell for code, cell in cells.items()}


def not_one_alone(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """What was there and came is what left and remains: one hidden alone could be worked out."""
    hidden = [code for code, cell in cells.items() if cell.hidden]
    if len(hidden) != 1:
        return dict(cells)
    also = next(code for code in ("remaining", "out") if code not in hidden)
    return {code: hidden_cell() if code == also else cell for code, cell in cells.items()}


def _may_be_told(cells: Mapping[str, Cell]) -> bool:
    """Where nobody was transferred, those who are out are simply all who left."""
    out, transferred = (cells[code].k or 0 for code in TOLD_APART)
    return not transferred or not (is_small(out) or is_small(transferred))
