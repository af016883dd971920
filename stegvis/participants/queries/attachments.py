"""Files about a person: those that somebody sees, and whom they may add one for."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from stegvis.core.models import StoredFile
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import Attachment, Involvement, Person
from stegvis.participants.models.seeing import consent_holds
from stegvis.participants.values.attachments import GUARDED_NAMES

__all__ = ["Attachment", "attachment_of", "attachments_of", "content_of", "opened_for"]


def attachments_of(viewer: Viewer, person: Person) -> list[Attachment]:
    """The latest first, without their content."""
    seen = Attachment.objects.of(viewer, person).filter(removed_at=None)
    whole = seen.select_related("owner", "file").defer("file__content")
    return list(whole.order_by("-added_at", "pk"))


def attachment_of(viewer: Viewer, person: Person, attachment_id: UUID) -> Attachment:
    """Another person's file is as missing, and so is one that has been removed."""
    seen = Attachment.objects.of(viewer, person).filter(removed_at=None)
    found: Attachment = (
        seen.select_related("owner", "file").defer("file__content").get(pk=attachment_id)
    )
    return found


def content_of(attachment: Attachment) -> StoredFile:
    """The file with its content; the attachment has been read for a viewer."""
    if attachment.file_id is None:
        raise StoredFile.DoesNotExist
    return StoredFile.objects.get(pk=attachment.file_id)


def opened_for(viewer: Viewer, person: Person) -> dict[Agency, frozenset[About]]:
    """The agencies that the viewer may add files for, and how guarded ones."""
    agencies = {
        one.agency
        for one in viewer.standings
        if one.association == person.association_id and Permission.RECORD in one.permissions
    }
    mine = Involvement.objects.of(viewer, person).filter(
        Q(user=viewer.user) | Q(unit__in=viewer.units),
        Q(consent=None) | consent_holds(viewer, "consent__"),
        agency__in=agencies,
    )
    found: dict[Agency, frozenset[About]] = defaultdict(frozenset)
    for one in mine.current(viewer).select_related("agency").order_by("agency__name", "pk"):
        found[one.agency] |= {About(code) for code in one.classes} & set(GUARDED_NAMES)
    return {agency: classes for agency, classes in found.items() if classes}
