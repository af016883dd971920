"""How a person may be reached, and who acts for them."""

from typing import Any
from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import ContactSafety, Person, Representative
from stegvis.participants.queries.acting import acting_for

NOT_OF_PROTECTED: dict[str, Any] = {"address": "", "may_post": False}


def contacts_of(viewer: Viewer, person: Person) -> list[ContactSafety]:
    """Each agency's own; those of the agencies that the viewer works for."""
    rows = ContactSafety.objects.of(viewer, person)
    return list(rows.select_related("owner").order_by("owner__name", "pk"))


def own_contact(viewer: Viewer, person: Person) -> ContactSafety | None:
    """That which the viewer may change, if it is there."""
    mine = acting_for(viewer, person)[:1]
    rows = ContactSafety.objects.of(viewer, person).filter(owner__in=mine)
    found: ContactSafety | None = rows.first()
    return found


def representatives_of(viewer: Viewer, person: Person) -> list[Representative]:
    """Also those whose time is over, last."""
    rows = Representative.objects.of(viewer, person)
    ordered = list(rows.select_related("owner").order_by("starts_on", "pk"))
    return sorted(ordered, key=lambda one: one.ends_on is not None and one.ends_on <= viewer.on)


def representative_of(viewer: Viewer, person: Person, key: UUID) -> Representative:
    found: Representative = Representative.objects.of(viewer, person).get(pk=key)
    return found
