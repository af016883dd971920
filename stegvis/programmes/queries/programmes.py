"""Programmes, always from what the viewer may see."""

from collections.abc import Iterable
from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme
from stegvis.programmes.models.programmes import ProgrammeQuerySet

__all__ = ["Programme", "parts_of", "programme_of", "programmes_of", "programmes_seen"]


def programmes_of(viewer: Viewer) -> ProgrammeQuerySet:
    """Whole programmes by name; their parts are reached through them."""
    seen: ProgrammeQuerySet = Programme.objects.visible_to(viewer)
    return seen.filter(whole=None).select_related("association").order_by("name")


def programme_of(viewer: Viewer, programme_id: UUID) -> Programme:
    """Programme.DoesNotExist for what is hidden and for what is not there."""
    seen: Programme = (
        Programme.objects.visible_to(viewer)
        .select_related("association", "whole")
        .get(pk=programme_id)
    )
    return seen


def programmes_seen(viewer: Viewer, ids: Iterable[UUID]) -> set[UUID]:
    seen = Programme.objects.visible_to(viewer).filter(pk__in=ids)
    return set(seen.values_list("pk", flat=True))


def parts_of(viewer: Viewer, programme: Programme) -> ProgrammeQuerySet:
    seen: ProgrammeQuerySet = Programme.objects.visible_to(viewer)
    return seen.filter(whole=programme).order_by("name")
