"""Figures broken down by code: exits by reason, destinations, education."""

from collections.abc import Mapping

from stegvis.core.values.formatting import FEW_FOR_PERCENT, number, percent
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.calculations.wording.outcomes import in_order
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.calculations.wording.vocabulary import GENDER
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Cell, Figure

Cells = Mapping[str, Cell]
BY_CODE = frozenset({"age_band"})
"""Breakdowns that have an order of their own."""

OF = ":"
"""`exit_reason:woman` is the breakdown `exit_reason` of women only."""


def breakdown(subject: Subject, figure_id: str) -> Table | None:
    """One row a code: number and share of all, then each gender by itself.

    None where nothing is known: a table of nothing but missing answers says less than its lack.
    """
    figure = subject.figure(figure_id)
    if figure is None or figure.hidden:
        return None
    grouping, cells = main_grouping(figure)
    if not any(code and (count_of(cell) or cell.hidden) for code, cell in cells.items()):
        return None
    genders = _genders(figure, grouping)
    rows = [
        (
            subject.words.group_name(grouping, code),
            shown_count(cell),
            _share(cell),
            *(shown_count(members.get(code, Cell(0, 0))) for _name, members in genders),
        )
        for code, cell in _ordered(grouping, cells)
    ]
    names = [subject.words.group_name(GENDER, gender) for gender, _members in genders]
    header = (subject.words.title(figure), _("Antal"), _("Andel"), *names)
    return Table(
        title=_("{title}, {programme}").format(
            title=subject.words.title(figure), programme=subject.name
        ),
        header=header,
        rows=tuple(rows),
        numeric=tuple(range(1, len(header))),
        description=_("Antal och andel för varje svar, och antal för varje kön."),
        note=base_note(figure),
        figure=subject.key(figure),
    )


def main_grouping(figure: Figure) -> tuple[str, Cells]:
    """The breakdown a distribution is about: the first that is not gender, else gender."""
    others = [name for name in figure.groups if name != GENDER]
    name = others[0] if others else GENDER
    return name, figure.groups.get(name, {})


def _genders(figure: Figure, grouping: str) -> list[tuple[str, Cells]]:
    """Women, men and missing gender; none where the only gender there is, is missing."""
    start = f"{grouping}{OF}"
    found = {
        name.removeprefix(start): cells
        for name, cells in figure.groups.items()
        if name.startswith(start)
    }
    if set(found) == {""}:
        return []
    return [(code, found[code]) for code, _cell in in_order(dict.fromkeys(found, Cell(None)))]


def count_of(cell: Cell) -> int:
    if cell.hidden:
        return 0
    return cell.k if cell.k is not None else round(cell.value or 0)


def shown_count(cell: Cell) -> str:
    return NOTHING if cell.hidden else number(count_of(cell))


def _share(cell: Cell) -> str:
    if cell.hidden or cell.k is None or not cell.n or cell.n < FEW_FOR_PERCENT:
        return NOTHING
    return percent(cell.k / cell.n)


def _ordered(grouping: str, cells: Cells) -> list[tuple[str, Cell]]:
    if grouping in BY_CODE:
        return sorted(cells.items(), key=lambda item: (item[0] == "", item[0]))
    return largest_first(cells)


def largest_first(cells: Cells) -> list[tuple[str, Cell]]:
    """Missing information last, however much there is of it."""
    return sorted(cells.items(), key=lambda item: (item[0] == "", -count_of(item[1]), item[0]))
