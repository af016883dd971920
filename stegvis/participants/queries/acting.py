"""On whose behalf somebody works with a person, and whom they may tell."""

from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.participants.models import Person
from stegvis.participants.models.granting import grants_of

OFFICE = AgencyKind.ASSOCIATION_OFFICE


def acting_for(viewer: Viewer, person: Person) -> list[Agency]:
    """The agencies for which the viewer is involved now, to do more than to be told.

    Empty for the participant, and for those who see the name only.
    """
    return list(Agency.objects.filter(pk__in=grants_of(viewer, person).acting).order_by("name"))


def answering_for(viewer: Viewer, person: Person) -> Agency | None:
    """On whose behalf the viewer tells who has looked: each agency answers for its own readings.

    The one that answers for the person, where it is among several.
    """
    mine = acting_for(viewer, person)
    responsible = [one for one in mine if one.pk == person.owner_id]
    return next(iter([*responsible, *mine]), None)


def agencies_of(association: UUID, viewer: Viewer) -> list[Agency]:
    """Those of the association that are there today and work with persons: not its own office."""
    found = Agency.objects.filter(association=association).exclude(kind=OFFICE).order_by("name")
    return [one for one in found if one.is_there_on(viewer.on)]
