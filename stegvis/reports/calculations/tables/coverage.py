"""How many the figures build on: consent to statistics, and every instrument."""

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.outcomes import counted
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Figure

COVERAGE = "coverage-"


def coverage_figures(subject: Subject) -> list[tuple[Subject, Figure]]:
    """Those where anybody was to be measured or asked."""
    return [
        (one, figure)
        for one in subject.with_parts()
        for figure in one.figures_like(COVERAGE)
        if figure.n or figure.not_yet_due
    ]


def coverage_table(subject: Subject) -> Table | None:
    found = coverage_figures(subject)
    if not found:
        return None
    return Table(
        title=_("Vad siffrorna bygger på"),
        header=(_("Vad"), _("Gjort"), _("Saknas"), _("Ännu inte aktuellt")),
        rows=tuple(_row(one, figure) for one, figure in found),
        numeric=(1, 2, 3),
        description=_("Hur många som är mätta eller har samtyckt, av dem som skulle vara det."),
        figures=tuple(one.key(figure) for one, figure in found),
    )


def _row(subject: Subject, figure: Figure) -> tuple[str, ...]:
    title = subject.words.title(figure)
    if figure.hidden:
        return (title, NOTHING, NOTHING, NOTHING)
    lacking = (figure.n or 0) - (figure.k or 0)
    of = _("{k} av {n}").format(k=figure.k or 0, n=figure.n or 0) if figure.n else NOTHING
    done = counted(figure, subject.words) if figure.kind == "share" else of
    waiting = NOTHING if figure.not_yet_due is None else number(figure.not_yet_due)
    return (title, done, number(lacking), waiting)
