"""Who may see the person, and why: told to everybody who does."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.involvements import Involved, involved_with
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.reasons import REASON_NAMES, Reason
from stegvis.web.people.section import Section


def section(viewer: Viewer, person: Person) -> Section:
    rows = [_row(one) for one in involved_with(viewer, person)]
    return Section("seen-by", _("Vem får se"), "people/sections/seen_by.html", {"rows": rows})


def _row(one: Involved) -> tuple[str, str, str, str]:
    name = _("Alla på {unit}").format(unit=one.name) if one.is_unit else one.name
    until = _("till {day}").format(day=day(one.until)) if one.until else ""
    return name, one.agency, _(REASON_NAMES[Reason(one.reason)]), until
