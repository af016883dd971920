"""The history of a definition: every version, newest first, and one of them."""

from collections.abc import Sequence

from stegvis.programmes.models import DefinitionVersion, Programme

__all__ = [
    "DefinitionVersion",
    "newest_version",
    "version_before",
    "version_numbered",
    "versions_of",
]


def versions_of(programme: Programme) -> Sequence[DefinitionVersion]:
    found = DefinitionVersion.objects.filter(programme=programme).select_related("recorded_by")
    return list(found.order_by("-number"))


def newest_version(programme: Programme) -> DefinitionVersion:
    """The latest saved, in force or still to come: what a change begins from."""
    newest: DefinitionVersion = DefinitionVersion.objects.filter(programme=programme).latest(
        "number"
    )
    return newest


def version_numbered(programme: Programme, number: int) -> DefinitionVersion:
    """DoesNotExist when there is none."""
    found = DefinitionVersion.objects.filter(programme=programme).select_related("recorded_by")
    return found.get(number=number)


def version_before(version: DefinitionVersion) -> DefinitionVersion | None:
    earlier = DefinitionVersion.objects.filter(
        programme=version.programme_id, number__lt=version.number
    )
    return earlier.order_by("-number").first()
