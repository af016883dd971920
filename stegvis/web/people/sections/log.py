"""Who has looked, for those who may answer when the participant asks."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.persons import Person
from stegvis.web.people.section import Section


def section(viewer: Viewer, person: Person) -> Section | None:
    """Those who work for the agency that answers for the person."""
    if not viewer.may(Permission.DISCLOSE, person.association_id):
        return None
    if person.owner_id not in {one.pk for one in acting_for(viewer, person)}:
        return None
    return Section("log", _("Vem har sett"), "people/sections/log.html", {})
