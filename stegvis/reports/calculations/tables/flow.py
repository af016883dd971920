"""Opening stock, in, out, transferred and remaining, for every year and the whole time."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.breakdowns import Cells, shown_count
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Figure

FIGURE = "stock-flow"
WHOLE = "flow"
FLOW_WORDS = {
    "opening": N_("Ingående"),
    "in": N_("Nya"),
    "out": N_("Avslutade"),
    "transferred": N_("Överförda till annan insats"),
    "remaining": N_("Kvar"),
}


def flow_table(subject: Subject, *, by_year: bool = True) -> Table | None:
    found = [
        (one, figure)
        for one in subject.with_parts()
        if (figure := one.figure(FIGURE)) is not None and not figure.hidden
    ]
    if not found:
        return None
    rows = [row for one, figure in found for row in _rows(one, figure, by_year=by_year)]
    return Table(
        title=_("In, ut och kvar, i inskrivningar"),
        header=(_("Insats"), *(_(word) for word in FLOW_WORDS.values())),
        rows=tuple(rows),
        numeric=(1, 2, 3, 4, 5),
        description=_("Hur många som fanns med från början, kom, gick och är kvar."),
        note=base_note(found[0][1]),
        figure=found[0][0].key(found[0][1]),
    )


def _rows(subject: Subject, figure: Figure, *, by_year: bool) -> list[tuple[str, ...]]:
    years = [name for name in figure.groups if name.startswith(f"{WHOLE}:")] if by_year else []
    rows = [(_of_year(subject, name), *_numbers(figure.groups[name])) for name in years]
    whole = figure.groups.get(WHOLE, {})
    title = _("{programme}, hela tiden") if years else "{programme}"
    return [*rows, (title.format(programme=subject.name), *_numbers(whole))]


def _of_year(subject: Subject, name: str) -> str:
    return f"{subject.name} {name.partition(':')[2]}"


def _numbers(cells: Cells) -> list[str]:
    return [shown_count(cells[code]) if code in cells else NOTHING for code in FLOW_WORDS]
