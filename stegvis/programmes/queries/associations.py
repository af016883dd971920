"""Associations whose programmes somebody may describe, and the ids that are taken there."""

from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Association
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models import Programme


def definable_by(viewer: Viewer) -> list[tuple[UUID, str]]:
    allowed = viewer.associations_with(Permission.DEFINE_PROGRAMMES)
    found = Association.objects.filter(pk__in=allowed).order_by("name")
    return list(found.values_list("pk", "name"))


def slugs_taken(association: UUID) -> set[str]:
    found = Programme.objects.unscoped(reason="an id is one of its own, seen or not")
    return set(found.filter(association=association).values_list("slug", flat=True))
