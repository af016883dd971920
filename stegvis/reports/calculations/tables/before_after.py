"""Income and occupation at every occasion on record, side by side."""

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.breakdowns import OF, Cells
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.calculations.wording.outcomes import shown_share
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Cell, Figure


def before_after(subject: Subject, figure_id: str) -> Table | None:
    """One row a code, one column an occasion; the share is of those known at that occasion."""
    figure = subject.figure(figure_id)
    if figure is None or figure.hidden or not figure.groups:
        return None
    column = next(iter(figure.groups)).partition(OF)[0]
    moments = _moments(subject, figure, column)
    codes = dict.fromkeys(code for _name, cells in moments for code in cells)
    rows = [
        (
            subject.words.group_name(column, code),
            *(_shown(cells.get(code)) for _n, cells in moments),
        )
        for code in codes
    ]
    return Table(
        title=_("{title}, {programme}").format(
            title=subject.words.title(figure), programme=subject.name
        ),
        header=(subject.words.title(figure), *(name for name, _cells in moments)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(moments) + 1)),
        description=_("En rad för varje svar och en kolumn för varje tillfälle."),
        note=base_note(figure),
        figure=subject.key(figure),
    )


def _moments(subject: Subject, figure: Figure, column: str) -> list[tuple[str, Cells]]:
    """In the order of the code list: before, at enrolment, at exit, after."""
    listed = subject.definition.codes("moment")
    found = {
        name.partition(OF)[2]: cells
        for name, cells in figure.groups.items()
        if name.startswith(f"{column}{OF}")
    }
    order = [entry.code for entry in listed.codes if entry.code in found]
    codes = [*order, *(code for code in found if code not in order)]
    return [(listed.name_of(code), found[code]) for code in codes]


def _shown(cell: Cell | None) -> str:
    if cell is None or cell.hidden or cell.k is None or not cell.n:
        return NOTHING
    return shown_share(cell)
