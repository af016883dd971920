"""Which days a report may be about, and when it may be frozen."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.days import is_half_year_end


def reads_reports(viewer: Viewer) -> bool:
    """Den som får läsa eller skriva rapporter i något förbund."""
    return viewer.may(Permission.READ_REPORTS) or viewer.may(Permission.WRITE_REPORTS)


def writes_reports(viewer: Viewer) -> bool:
    """Den som får skriva rapporter i något förbund."""
    return viewer.may(Permission.WRITE_REPORTS)


def refusal_of(check: Callable[[], None]) -> str:
    """The sentence to show on a disabled button; empty when it may be pressed."""
    try:
        check()
    except Refused as refused:
        return refused.sentence
    return ""


def check_can_write(viewer: Viewer, association: UUID) -> None:
    if not viewer.may(Permission.WRITE_REPORTS, association):
        raise Refused(_("Du kan läsa rapporter som är låsta. De som arbetar i insatsen skriver."))


def check_day(definition: Definition, *, as_of: date, usual: date) -> None:
    """A report leaves the house: two that are days apart could tell of one person."""
    first = definition.first_day
    if first is not None and as_of < first:
        raise Refused(_("Insatsen började {day}. Välj en senare dag.").format(day=day(first)))
    if as_of > usual:
        sentence = _("Uppgifterna räcker till och med {day}. Välj den dagen eller en tidigare.")
        raise Refused(sentence.format(day=day(usual)))
    if as_of != usual and not is_half_year_end(as_of):
        sentence = _(
            "En rapport räknar till och med {day}, eller till och med sista dagen i ett halvår. "
            "Annars kan den som jämför två rapporter känna igen någon."
        )
        raise Refused(sentence.format(day=day(usual)))


def check_may_freeze(viewer: Viewer, association: UUID) -> None:
    if not viewer.may(Permission.FREEZE_REPORTS, association):
        raise Refused(_("Bara programledaren låser rapporten. Säg till när du är klar."))


def check_can_freeze(
    viewer: Viewer, association: UUID, *, faults: Sequence[Fault], is_as_frozen: bool
) -> None:
    check_may_freeze(viewer, association)
    if faults:
        raise Refused(
            _("Texterna nämner siffror som inte finns. Rätta dem innan rapporten låses."), faults
        )
    if is_as_frozen:
        raise Refused(_("Inget har ändrats sedan rapporten senast låstes."))
