"""The participant's own: who they are here, and what they have asked."""

from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Person, Wish


def own_person(viewer: Viewer) -> Person:
    """Nobody else's account leads here, and nobody's leads to two persons."""
    found: Person = (
        Person.objects.visible_to(viewer)
        .select_related("owner", "association")
        .get(account=viewer.user, account__isnull=False, merged_into=None)
    )
    return found


def wishes_of(viewer: Viewer, person: Person) -> list[Wish]:
    seen = Wish.objects.visible_to(viewer).filter(person=person)
    return list(seen.select_related("owner").order_by("-asked_at", "pk"))


def wish_of(viewer: Viewer, person: Person, wish_id: UUID) -> Wish:
    found: Wish = Wish.objects.visible_to(viewer).get(person=person, pk=wish_id)
    return found
