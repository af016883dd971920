"""Adds a file about a person, and takes one away."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast
from uuid import UUID

from django.utils import timezone

from stegvis.core.actions.attachments import received, stored
from stegvis.core.files.attachments.names import safe_name
from stegvis.core.values.privacy import About
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Attachment, Person
from stegvis.participants.policies.attachments import check_may_attach, check_may_remove
from stegvis.participants.queries.attachments import attachment_of, opened_for
from stegvis.participants.values.attachments import NewFile


@dataclass(frozen=True)
class Attached:
    """`removed`: what was left out of the file that was sent."""

    attachment: Attachment
    removed: frozenset[str]


def attach(viewer: Viewer, person: Person, new: NewFile) -> Attached:
    """`person` has been read for the viewer."""
    check_may_attach(_by_key(viewer, person), new.owner, new.about)
    file = received(new.content, new.name)
    name = safe_name(new.called, PurePosixPath(file.name).suffix) if new.called else file.name
    attachment = Attachment.objects.create(
        person_id=person.pk,
        owner_id=new.owner,
        about=new.about,
        kind=new.kind,
        title=name,
        file=stored(file, by=viewer.user),
        added_by=cast("UUID", viewer.user),
    )
    did(Action.CREATE, person.pk, about=new.about, ground=person.seen_because, agency=new.owner)
    return Attached(attachment, file.removed)


def remove(viewer: Viewer, person: Person, attachment_id: UUID, *, why: str) -> None:
    """The row is kept, and says who took the file away and why."""
    attachment = attachment_of(viewer, person, attachment_id)
    check_may_remove(_by_key(viewer, person), attachment.owner_id, why)
    forget_content(attachment)
    attachment.removed_at, attachment.removed_by = timezone.now(), viewer.user
    attachment.removed_why = why.strip()
    attachment.version += 1
    attachment.save(update_fields=["removed_at", "removed_by", "removed_why", "version"])
    did(Action.DELETE, person.pk, about=attachment.information, ground=person.seen_because)


def forget_content(attachment: Attachment) -> None:
    file = attachment.file
    attachment.file = None
    attachment.save(update_fields=["file"])
    if file is not None:
        file.delete()


def _by_key(viewer: Viewer, person: Person) -> dict[UUID, frozenset[About]]:
    return {agency.pk: classes for agency, classes in opened_for(viewer, person).items()}
