"""Files about the person that the viewer may read."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.attachments import Attachment, attachments_of, opened_for
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.attachments import FILE_KIND_NAMES, GUARDED_NAMES, FileKind
from stegvis.participants.values.reasons import TEAM_CONSENT
from stegvis.web.people.section import Section


@dataclass(frozen=True)
class FileRow:
    """`removal` is where it is taken away; empty where the viewer may not."""

    name: str
    address: str
    kind: str
    guarded: str
    owner: str
    added_at: datetime
    size: int
    is_shared: bool
    removal: str


def section(viewer: Viewer, person: Person) -> Section:
    opened = opened_for(viewer, person)
    owners = {agency.pk for agency in opened}
    rows = [_row(one, may_remove=one.owner_id in owners) for one in attachments_of(viewer, person)]
    adding = reverse("new_file", args=[person.pk]) if opened else ""
    told = {"rows": rows, "adding": adding}
    return Section("files", _("Filer"), "people/sections/files.html", told)


def _row(one: Attachment, *, may_remove: bool) -> FileRow:
    place = [one.person_id, one.pk]
    return FileRow(
        name=str(one.title),
        address=reverse("person_file", args=place),
        kind=_(FILE_KIND_NAMES[FileKind(one.kind)]),
        guarded=_(GUARDED_NAMES[About(one.about)]),
        owner=one.owner.name,
        added_at=one.added_at,
        size=one.file.size if one.file else 0,
        is_shared=one.seen_because == TEAM_CONSENT,
        removal=reverse("file_removal", args=place) if may_remove else "",
    )
