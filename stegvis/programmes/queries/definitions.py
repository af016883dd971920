"""The definition of a programme as it stands on a day, with its parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.programmes.models import DefinitionVersion, Programme
from stegvis.programmes.values.definition import Definition

KEPT_IN_MEMORY = 200
"""Definitions kept by a process, some 200 kB each; a version never changes."""

_parsed: dict[UUID, Definition] = {}


@dataclass(frozen=True)
class Decided:
    """What has been decided about a programme: its definition, those of its parts, the version.

    `digest` changes whenever the definition or one of its parts does.
    """

    definition: Definition
    parts: tuple[Definition, ...]
    version: DefinitionVersion
    digest: str


def decided(programme: Programme, *, on: date | None = None) -> Decided:
    """The version in force on the day, or the newest; DoesNotExist before the first one."""
    own = version_of(programme, on=on)
    found = Programme.objects.unscoped(reason="the parts of a programme that was found")
    parts = [version_of(part, on=on) for part in found.filter(whole=programme).order_by("slug")]
    definitions = tuple(map(definition_of, parts))
    names = {part.id: part.name for part in definitions}
    whole = definition_of(own).model_copy(update={"part_names": names})
    digest = "-".join([own.digest, *(part.digest for part in parts)])
    return Decided(whole, definitions, own, digest)


def version_of(programme: Programme, *, on: date | None = None) -> DefinitionVersion:
    versions = DefinitionVersion.objects.filter(programme=programme)
    if on is not None:
        versions = versions.filter(effective_on__lte=on)
    found = versions.order_by("-effective_on", "-number").first()
    if found is None:
        raise DefinitionVersion.DoesNotExist
    return found


def newest_definitions(programmes: Iterable[Programme]) -> dict[UUID, Definition]:
    """By programme, for lists: one query, and one for those this process has not read before."""
    newest = (
        DefinitionVersion.objects.filter(programme__in=list(programmes))
        .order_by("programme", "-effective_on", "-number")
        .distinct("programme")
        .values_list("pk", "programme")
    )
    of_programme = {programme: version for version, programme in newest}
    unread = [version for version in of_programme.values() if version not in _parsed]
    read = {one.pk: definition_of(one) for one in DefinitionVersion.objects.filter(pk__in=unread)}
    return {
        programme: read.get(version) or _parsed[version]
        for programme, version in of_programme.items()
    }


def definition_of(version: DefinitionVersion) -> Definition:
    found = _parsed.get(version.pk)
    if found is None:
        if len(_parsed) >= KEPT_IN_MEMORY:
            _parsed.clear()
        found = _parsed[version.pk] = Definition.model_validate(version.content)
    return found
