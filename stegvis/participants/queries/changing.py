"""Who may change what is kept of who a person is."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import Person
from stegvis.participants.queries.acting import acting_for

CHANGES = (Permission.REGISTER_PERSONS, Permission.RECORD)


def check_can_act(viewer: Viewer, person: Person) -> None:
    """Those who work with the person for an agency, in a role that registers or records."""
    may = any(viewer.may(one, person.association_id) for one in CHANGES)
    if not (may and acting_for(viewer, person)):
        raise Refused(_("Du kan läsa men inte ändra här. Det gör den som arbetar med personen."))


def why_not_act(viewer: Viewer, person: Person) -> str:
    """The sentence on the disabled button; nothing when it may be pressed."""
    try:
        check_can_act(viewer, person)
    except Refused as refused:
        return refused.sentence
    return ""
