"""Who has looked, for those who may answer when the participant asks."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import answering_for
from stegvis.participants.queries.persons import Person
from stegvis.web.people.section import Section


def section(viewer: Viewer, person: Person) -> Section | None:
    """Those who work with the person, for whichever agency: each answers for its own readings."""
    if not viewer.may(Permission.DISCLOSE, person.association_id):
        return None
    if answering_for(viewer, person) is None:
        return None
    return Section("log", _("Vem har sett"), "people/sections/log.html", {})
