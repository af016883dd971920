"""A report is frozen: what it says, with a digest, and its files, byte for byte."""

import tempfile
from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stegvis.core.models import StoredFile
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import speaking
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.reports.actions.making import Made, content_of_made, made
from stegvis.reports.calculations.canonical import canonical, digest_of
from stegvis.reports.calculations.frozen_content import since_frozen
from stegvis.reports.files.writers import ToWrite, writers
from stegvis.reports.models import FrozenFile, FrozenReport, Report
from stegvis.reports.policies.reports import check_can_freeze
from stegvis.reports.queries.frozen import content_of, latest_frozen
from stegvis.reports.values.document import Document
from stegvis.reports.values.frozen import Since
from stegvis.results.values.figures import DisclosureLevel

FILES = ("report.docx", "report.pdf", "figures.xlsx", "figures.json")

COMPARED = ("texts", "figures", "about")
"""What makes a report another one than the frozen."""

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def files_of(
    made: Made, document: Document | None = None, *, names: Container[str] = FILES
) -> dict[str, bytes]:
    """The files of a report by name, in the report's language."""
    definitions = (made.decided.definition, *made.decided.parts)
    holds = ToWrite(document or made.document, made.follow_up, definitions)
    with speaking(made.report.language), tempfile.TemporaryDirectory() as folder:
        found = {}
        for name, write in writers(holds).items():
            if name in names:
                write(Path(folder) / name)
                found[name] = (Path(folder) / name).read_bytes()
    return found


def media_type_of(name: str) -> str:
    return MEDIA_TYPES[name.rpartition(".")[2]]


def check_freezing(made: Made, viewer: Viewer) -> None:
    """Raises the sentence that stands on the button."""
    association = made.report.programme.association_id
    faults, is_as_frozen = made.assembled.faults, _is_as_frozen(made)
    check_can_freeze(viewer, association, faults=faults, is_as_frozen=is_as_frozen)


def freeze_report(report: Report, *, seen: str, viewer: Viewer, by: UUID) -> FrozenReport:
    """All of it or nothing. `seen` is the fingerprint of the report that the person read.

    Refused when somebody has written, or facts have come, since then. Takes a second at most.
    """
    with transaction.atomic():
        Report.objects.unscoped(reason="one freezing at a time").select_for_update().get(
            pk=report.pk
        )
        final = made(report, final=True)
        check_freezing(final, viewer)
        if final.fingerprint != seen:
            raise Refused(
                _(
                    "Texterna eller siffrorna har ändrats sedan du öppnade sidan. "
                    "Läs igenom rapporten igen, och lås den sedan."
                )
            )
        return _frozen(final, by=by)


def _frozen(final: Made, *, by: UUID) -> FrozenReport:
    report, latest = final.report, latest_frozen(final.report)
    number = latest.number + 1 if latest else 1
    document = _numbered(final, number, timezone.localdate())
    text = canonical(content_of_made(final, document))
    frozen = FrozenReport.objects.create(
        programme=report.programme,
        report=report,
        number=number,
        title=document.title,
        as_of=report.as_of,
        canonical=text,
        digest=digest_of(text),
        frozen_by_id=by,
    )
    FrozenFile.objects.bulk_create(_stored(frozen, files_of(final, document), by))
    return frozen


def _numbered(final: Made, number: int, on: date) -> Document:
    with speaking(final.report.language):
        said = _("version {n}, {day}").format(n=number, day=day(on))
        facts = (*final.document.facts, (_("Låst"), said))
    return replace(final.document, facts=facts)


def _stored(frozen: FrozenReport, files: dict[str, bytes], by: UUID) -> Iterator[FrozenFile]:
    for name, content in files.items():
        digest = digest_of(content)
        stored = StoredFile.objects.create(
            name=name,
            media_type=media_type_of(name),
            size=len(content),
            digest=digest,
            content=content,
            stored_by=by,
        )
        yield FrozenFile(frozen=frozen, name=name, digest=digest, stored=stored)


def _is_as_frozen(made: Made) -> bool:
    latest = latest_frozen(made.report)
    if latest is None:
        return False
    then, now = content_of(latest), content_of_made(made)
    return all(canonical(then[key]) == canonical(now[key]) for key in COMPARED)


def since(frozen: FrozenReport) -> Since:
    """What the figures of the same day say now that they did not say then."""
    then = content_of(frozen)
    now = made(frozen.report, level=DisclosureLevel(then["figures"]["level"]))
    return since_frozen(then, content_of_made(now))
