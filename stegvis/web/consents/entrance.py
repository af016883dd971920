"""Who enters here, and whose consents."""

from uuid import UUID

from stegvis.core.values.viewers import MayAnywhere, Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.persons import Person, person_of

TAKES_CONSENT = MayAnywhere(Permission.TAKE_CONSENT)
DISCLOSES = MayAnywhere(Permission.DISCLOSE)


def consenting(viewer: Viewer, person_id: UUID) -> Person:
    return person_of(viewer, person_id, Permission.TAKE_CONSENT)
