"""Reports on their way: those of a programme, and what is written in one."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from stegvis.core.models import Draft
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme
from stegvis.reports.models import Report, ReportNote, ReportText
from stegvis.reports.models.reports import ReportQuerySet
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Writer

__all__ = ["Report", "ReportText"]

VERSION = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Unsent:
    """What one person has written and not saved, and on which version."""

    place: Place
    text: str
    base: int
    kept_at: datetime


def reports_of(viewer: Viewer, programme: Programme) -> ReportQuerySet:
    """The newest first, each with when somebody last wrote in it."""
    seen: ReportQuerySet = Report.objects.visible_to(viewer)
    found: ReportQuerySet = (
        seen.filter(programme=programme)
        .select_related("created_by")
        .annotate(latest_text_at=Max("texts__written_at"))
        .order_by("-created_at")
    )
    return found


def report_of(viewer: Viewer, programme: Programme, report_id: UUID) -> Report:
    """Report.DoesNotExist for what is hidden and for what is not there."""
    found: Report = Report.objects.visible_to(viewer).get(programme=programme, pk=report_id)
    found.programme = programme  # as it was found, with its association
    return found


def texts_in(report: Report) -> dict[Place, ReportText]:
    """The newest version of each text; one query."""
    found = ReportText.objects.unscoped(reason="the texts of a report that was found")
    rows = found.filter(report=report).latest().select_related("written_by")
    return {Place(row.heading, row.part): row for row in rows}


def version_in(report: Report, place: Place, version: int) -> ReportText | None:
    found = ReportText.objects.unscoped(reason="the texts of a report that was found")
    row: ReportText | None = found.filter(
        report=report, heading=place.heading, part=place.part, version=version
    ).first()
    return row


def newer_than(report: Report, place: Place, version: int) -> ReportText | None:
    """The newest version, when it is not the one that somebody writes on."""
    versions = versions_in(report, place)
    return versions[0] if versions and versions[0].version > version else None


def versions_in(report: Report, place: Place) -> list[ReportText]:
    """Every version of one text, the newest first."""
    found = ReportText.objects.unscoped(reason="the texts of a report that was found")
    rows = found.filter(report=report, heading=place.heading, part=place.part)
    return list(rows.select_related("written_by").order_by("-version"))


def notes_in(report: Report) -> list[ReportNote]:
    """Those that wait to be put into the text, the oldest first."""
    found = ReportNote.objects.unscoped(reason="the notes of a report that was found")
    waiting = found.filter(report=report).waiting().select_related("saved_by")
    return list(waiting.order_by("saved_at"))


def unsent_by(writer: Writer) -> dict[Place, Unsent]:
    """All that this person has not sent in one report; one query."""
    rows = Draft.objects.filter(user=writer.user, place__startswith=writer.texts)
    found = [_unsent(row, writer.place_of(row.place)) for row in rows]
    return {one.place: one for one in found}


def _unsent(row: Draft, place: Place) -> Unsent:
    """Also what the end of a session kept, which nobody has looked through."""
    fields = json.loads(str(row.content))
    text, base = str(fields.get("text", "")), str(fields.get("base", ""))
    plain = text.replace("\r\n", "\n")
    return Unsent(place, plain, int(base) if VERSION.fullmatch(base) else 0, row.saved_at)
