"""A definition decided upon: the first version of a programme, or a new one."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stegvis.core.actions.jobs import ask_for
from stegvis.core.models import Job
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.files.definition import Reading, read_definition_text
from stegvis.programmes.models import Assignment, DefinitionVersion, Programme
from stegvis.programmes.policies.changes import check_effective, check_place, check_started_from
from stegvis.programmes.values.definition import Definition

RECOMPUTE = "stegvis.results.tasks.standing.compute_standing"
"""The task, in a room to the left of this one, that counts again what a definition asks for."""


@dataclass(frozen=True)
class NewVersion:
    """A definition's text, from which day it applies, and why it was changed.

    `started_from` is the number of the version that the writer changed, when there is a writer.
    """

    text: str
    effective_on: date
    why: str
    file: str = "definition.toml"
    started_from: int | None = None


def create_programme(
    *,
    association: UUID,
    new: NewVersion,
    by: UUID | None,
    whole: Programme | None = None,
    assign: bool = False,
    viewer: Viewer | None = None,
) -> Programme:
    """Refused with every fault of the definition, or when the association has its id already.

    `assign` makes `by` one of those who work in it, at once: it may be decided far ahead. A part
    has the facts of its whole, which is therefore one that the `viewer`, where there is one, sees.
    """
    reading = read_definition_text(new.text, name=new.file)
    whole = whole or _whole_of(reading.definition, association, viewer)
    with transaction.atomic():
        programme: Programme
        programme, is_new = Programme.objects.unscoped(reason="constraint").get_or_create(
            association_id=association,
            slug=reading.definition.id,
            defaults={"name": reading.definition.name, "whole": whole},
        )
        if not is_new:
            raise Refused(
                _(
                    "Det finns redan en insats med id {slug}. Ändra den, eller välj ett annat id."
                ).format(slug=reading.definition.id)
            )
        _record(programme, reading, new, by)
        if assign and by is not None:
            starts_on = min(new.effective_on, timezone.localdate())
            Assignment.objects.create(programme=programme, user_id=by, starts_on=starts_on)
    return programme


def add_version(programme: Programme, *, new: NewVersion, by: UUID | None) -> DefinitionVersion:
    """Refused with every fault, when the id is another's, or when nothing has changed."""
    reading = read_definition_text(new.text, name=new.file)
    check_place(reading.definition, programme)
    with transaction.atomic():
        Programme.objects.unscoped(reason="one version at a time").select_for_update().get(
            pk=programme.pk
        )
        newest = _newest(programme)
        check_started_from(newest, new.started_from)
        check_effective(newest, new.effective_on)
        version = _record(programme, reading, new, by)
        programme.name = reading.definition.name
        programme.save(update_fields=["name"])
        count_again(programme, by=by)
    return version


def count_again(programme: Programme, *, by: UUID | None) -> Job:
    """The figures of the whole programme are those of its parts too."""
    whole = programme.whole_id or programme.pk
    return ask_for(RECOMPUTE, subject=whole, lock=lock_of(whole), by=by)


def lock_of(whole: UUID) -> str:
    """One counting of a programme at a time."""
    return f"standing:{whole}"


def _whole_of(definition: Definition, association: UUID, viewer: Viewer | None) -> Programme | None:
    if definition.part_of is None:
        return None
    all_of = Programme.objects.unscoped(reason="the programme it says it is a part of")
    seen = Programme.objects.visible_to(viewer) if viewer else all_of
    found: Programme | None = seen.filter(association=association, slug=definition.part_of).first()
    if found is None:
        sentence = _(
            "Insatsen är en del av {whole}, som inte finns i förbundet. Lägg in den först."
        )
        raise Refused(sentence.format(whole=definition.part_of))
    return found


def _newest(programme: Programme) -> DefinitionVersion | None:
    found = DefinitionVersion.objects.filter(programme=programme).select_related("recorded_by")
    return found.order_by("-number").first()


def _record(
    programme: Programme, reading: Reading, new: NewVersion, by: UUID | None
) -> DefinitionVersion:
    earlier = _newest(programme)
    digest = hashlib.sha256(new.text.encode()).hexdigest()
    if earlier is not None and earlier.digest == digest:
        raise Refused(_("Definitionen är likadan som den senaste versionen. Inget sparades."))
    return DefinitionVersion.objects.create(
        programme=programme,
        number=1 if earlier is None else earlier.number + 1,
        label=reading.definition.version,
        text=new.text,
        content=reading.definition.model_dump(),
        digest=digest,
        why=new.why,
        effective_on=new.effective_on,
        recorded_by_id=by,
    )
