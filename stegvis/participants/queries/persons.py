"""The persons that somebody sees; who that is, is said by their involvements."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import Person
from stegvis.participants.values.persons import Protection

__all__ = ["Person", "narrowed", "person_of", "persons_of"]

if TYPE_CHECKING:
    from stegvis.participants.models.persons import PersonQuerySet


def persons_of(viewer: Viewer, permission: str = Permission.SEE_PERSONS) -> "PersonQuerySet":
    """Those of the associations where the viewer's role opens such pages; doubles left out.

    Without the numbers: each stays closed until somebody opens it.
    """
    opened = viewer.associations_with(permission)
    seen: PersonQuerySet = Person.objects.visible_to(viewer)
    return seen.filter(association__in=opened, merged_into=None).defer("personal_number")


def narrowed(persons: "PersonQuerySet", *, reason: str = "", protected: bool = False) -> Any:
    """As the filters of the list say."""
    found = persons.filter(seen_because=reason) if reason else persons
    return found.exclude(protection=Protection.NONE) if protected else found


def person_of(viewer: Viewer, person_id: UUID, permission: str = Permission.SEE_PERSONS) -> Person:
    """A double that has been merged leads to the one that was kept; hidden is as missing."""
    seen = persons_of(viewer, permission).select_related("owner", "association")
    found: Person | None = seen.filter(pk=person_id).first()
    found = found or seen.filter(pk=_kept_instead_of(person_id)).first()
    if found is None:
        refused(person_id)
        raise Person.DoesNotExist
    return found


def _kept_instead_of(person_id: UUID) -> UUID | None:
    with row_security.unscoped(reason="a merged double leads to the one that was kept"):
        doubles = Person.objects.unscoped(reason="a merged double").filter(pk=person_id)
        kept: UUID | None = doubles.values_list("merged_into", flat=True).first()
    return kept
