"""How much of a programme's figures a person may see."""

from datetime import date
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.days import is_half_year_end
from stegvis.results.values.figures import DisclosureLevel


def sees_figures(viewer: Viewer) -> bool:
    """Den som får se siffror, exakta eller skyddade, i något förbund."""
    return viewer.may(Permission.SEE_FIGURES) or viewer.may(Permission.SEE_PROTECTED_FIGURES)


def level_of(viewer: Viewer, association: UUID) -> DisclosureLevel | None:
    """Exact figures, those in which nobody can be recognised, or none at all."""
    if viewer.may(Permission.SEE_FIGURES, association):
        return DisclosureLevel.INTERNAL
    if viewer.may(Permission.SEE_PROTECTED_FIGURES, association):
        return DisclosureLevel.REPORT
    return None


def check_days(
    definition: Definition, *, usual: date, as_of: date, since: date | None, level: DisclosureLevel
) -> None:
    """Refuses days that nothing is known of, and those that compared would tell of one person."""
    first = definition.first_day
    if as_of > usual:
        sentence = _("Uppgifterna räcker till och med {day}. Välj den dagen eller en tidigare.")
        raise Refused(sentence.format(day=day(usual)))
    if first is not None and as_of < first:
        raise Refused(_("Insatsen började {day}. Välj en senare dag.").format(day=day(first)))
    if since is not None and since > as_of:
        raise Refused(_("Perioden slutar innan den börjar. Byt plats på dagarna."))
    if level is not DisclosureLevel.INTERNAL:
        _check_protected(usual, as_of, since)


def may_leave_the_house(usual: date, as_of: date, since: date | None) -> bool:
    """Two pages that are days apart, or a cohort of few, would tell of one person."""
    return since is None and (as_of == usual or is_half_year_end(as_of))


def _check_protected(usual: date, as_of: date, since: date | None) -> None:
    """A cohort may be few people, and what is said of goals is exact."""
    if since is not None:
        raise Refused(_("Du ser skyddade siffror. De visas bara för alla som har skrivits in."))
    if not may_leave_the_house(usual, as_of, since):
        raise Refused(
            _(
                "Du ser skyddade siffror. De visas för hela halvår, så att ingen kan kännas igen "
                "när två dagar jämförs. Välj en dag ur listan."
            )
        )
