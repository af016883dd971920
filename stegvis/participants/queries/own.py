"""The participant's own: who they are here, and what they have asked."""

from typing import TYPE_CHECKING
from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Person, Wish
from stegvis.participants.queries.acting import acting_for

if TYPE_CHECKING:
    from django.db.models import QuerySet


def own_person(viewer: Viewer) -> Person:
    """Nobody else's account leads here, and nobody's leads to two persons."""
    found: Person = (
        Person.objects.visible_to(viewer)
        .select_related("owner", "association")
        .get(account=viewer.user, account__isnull=False, merged_into=None)
    )
    return found


def wishes_of(viewer: Viewer, person: Person) -> list[Wish]:
    seen = Wish.objects.of(viewer, person)
    return list(seen.select_related("owner").order_by("-asked_at", "pk"))


def wish_of(viewer: Viewer, person: Person, wish_id: UUID) -> Wish:
    """Asked of those whom the viewer works for: what a consent lets read, others answer."""
    own = [one.pk for one in acting_for(viewer, person)]
    found: Wish = Wish.objects.of(viewer, person).filter(owner__in=own).get(pk=wish_id)
    return found


def unanswered(viewer: Viewer) -> "QuerySet[Wish]":
    """By those whom the viewer works with, the one who has waited longest first."""
    seen: QuerySet[Wish] = Wish.objects.visible_to(viewer).filter(
        answered_at=None, owner__in=viewer.agencies
    )
    return seen.select_related("person").order_by("asked_at", "pk")
