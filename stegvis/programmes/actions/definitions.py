"""A definition decided upon: the first version of a programme, or a new one."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import Reading, read_definition_text
from stegvis.programmes.models import DefinitionVersion, Programme


@dataclass(frozen=True)
class NewVersion:
    """A definition's text, from which day it applies, and why it was changed."""

    text: str
    effective_on: date
    why: str
    file: str = "definition.toml"


def create_programme(
    *, association: UUID, new: NewVersion, by: UUID | None, whole: Programme | None = None
) -> Programme:
    """Refused with every fault of the definition, or when the association has its id already."""
    reading = read_definition_text(new.text, name=new.file)
    with transaction.atomic():
        programme: Programme
        programme, is_new = Programme.objects.unscoped(reason="constraint").get_or_create(
            association_id=association,
            slug=reading.definition.id,
            defaults={"name": reading.definition.name, "whole": whole},
        )
        if not is_new:
            sentence = _(
                "Det finns redan en insats med id {slug}. Ändra den, eller välj ett annat id."
            )
            raise Refused(sentence.format(slug=reading.definition.id))
        _record(programme, reading, new, by)
    return programme


def add_version(programme: Programme, *, new: NewVersion, by: UUID | None) -> DefinitionVersion:
    """Refused with every fault, when the id is another's, or when nothing has changed."""
    reading = read_definition_text(new.text, name=new.file)
    if reading.definition.id != programme.slug:
        sentence = _(
            "Definitionen har id {other}, men insatsen har id {own}. Ett id ändras aldrig."
        )
        raise Refused(sentence.format(other=reading.definition.id, own=programme.slug))
    with transaction.atomic():
        Programme.objects.unscoped(reason="one version at a time").select_for_update().get(
            pk=programme.pk
        )
        version = _record(programme, reading, new, by)
        programme.name = reading.definition.name
        programme.save(update_fields=["name"])
    return version


def _record(
    programme: Programme, reading: Reading, new: NewVersion, by: UUID | None
) -> DefinitionVersion:
    earlier = DefinitionVersion.objects.filter(programme=programme).order_by("-number").first()
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
