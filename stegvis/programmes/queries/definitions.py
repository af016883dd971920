"""The definition of a programme as it stands on a day, with its parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, DateField, Q, QuerySet, When
from django.db.models.expressions import OrderBy
from django.utils import timezone

from stegvis.core.calculations.remembering import Remembered
from stegvis.programmes.models import DefinitionVersion, Programme
from stegvis.programmes.values.definition import Definition

MOST_REMEMBERED = 200
"""Definitions that a process remembers, some 200 kB each; a version never changes."""

remembered: Remembered[Definition] = Remembered(MOST_REMEMBERED)


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
    """What is in force on the day; DoesNotExist before the first version.

    Without a day: today, and of a programme that only has versions to come, the first of them.
    """
    found = decided_each([programme], on=on)
    if programme.pk not in found:
        raise DefinitionVersion.DoesNotExist
    return found[programme.pk]


def decided_each(programmes: Iterable[Programme], *, on: date | None = None) -> dict[UUID, Decided]:
    """Two queries however many they are, and one for what this process has not read before."""
    wholes = list(programmes)
    found = Programme.objects.unscoped(reason="the parts of programmes that were found")
    parts = list(found.filter(whole__in=wholes).order_by("slug"))
    versions = _versions([*wholes, *parts], on)
    of_whole: dict[UUID | None, list[DefinitionVersion]] = {}
    for part in parts:
        if part.pk in versions:
            of_whole.setdefault(part.whole_id, []).append(versions[part.pk])
    return {
        one.pk: _decided(versions[one.pk], of_whole.get(one.pk, []))
        for one in wholes
        if one.pk in versions
    }


def _decided(own: DefinitionVersion, parts: Sequence[DefinitionVersion]) -> Decided:
    definitions = tuple(map(definition_of, parts))
    names = {part.id: part.name for part in definitions}
    whole = definition_of(own).model_copy(update={"part_names": names})
    digest = "-".join([own.digest, *(part.digest for part in parts)])
    return Decided(whole, definitions, own, digest)


def _versions(
    programmes: Iterable[Programme], on: date | None = None
) -> dict[UUID, DefinitionVersion]:
    """By programme, without their large texts; each definition is read once by a process."""
    versions = DefinitionVersion.objects.filter(programme__in=list(programmes))
    rows = _in_force(versions, on).distinct("programme")
    found = {row.programme_id: row for row in rows.defer("text", "content")}
    unread = [row.pk for row in found.values() if row.pk not in remembered]
    if unread:
        for row in DefinitionVersion.objects.filter(pk__in=unread).defer("text"):
            definition_of(row)
    return found


def _in_force(
    versions: QuerySet[DefinitionVersion], on: date | None
) -> QuerySet[DefinitionVersion]:
    """The one in force first, by programme; those to come last, the nearest of them first."""
    if on is not None:
        versions = versions.filter(effective_on__lte=on)
    has_begun = Q(effective_on__lte=on or timezone.localdate())
    begun = Case(When(has_begun, then="effective_on"), output_field=DateField())
    order = OrderBy(begun, descending=True, nulls_last=True)
    return versions.order_by("programme", order, "effective_on", "-number")


def version_of(programme: Programme, *, on: date | None = None) -> DefinitionVersion:
    """The version that `decided` tells of, with its text."""
    found = _in_force(DefinitionVersion.objects.filter(programme=programme), on).first()
    if found is None:
        raise DefinitionVersion.DoesNotExist
    return found


def newest_definitions(programmes: Iterable[Programme]) -> dict[UUID, Definition]:
    """By programme, for lists that need nothing else: one query."""
    return {pk: definition_of(version) for pk, version in _versions(programmes).items()}


def definition_of(version: DefinitionVersion) -> Definition:
    return remembered.get(version.pk, lambda: Definition.model_validate(version.content))
