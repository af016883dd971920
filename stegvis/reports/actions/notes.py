"""Notes saved from a page to a heading, put into its text or removed."""

from uuid import UUID

from django.utils import timezone

from stegvis.reports.actions.texts import save_text
from stegvis.reports.models import Report, ReportNote
from stegvis.reports.values.writing import NewNote, Typed, Writer


def save_note(report: Report, *, new: NewNote, by: UUID) -> ReportNote:
    return ReportNote.objects.create(
        report=report,
        heading=new.place.heading,
        part=new.place.part,
        text=new.text,
        source=new.source,
        address=new.address,
        figure=new.figure,
        said=new.said,
        cut_off=new.cut_off,
        saved_by_id=by,
    )


def insert_note(report: Report, note_id: UUID, *, typed: Typed, by: Writer) -> None:
    """After what was typed; a figure goes in by name, so that it says what it says today.

    Part of the page's own transaction: a draft kept because of another writer is to stay.
    """
    note = _note_of(report, note_id)
    reference = f"{{{{{note.figure}.sentence}}}}" if note.figure else ""
    said = " ".join(filter(None, (note.text, reference or note.said)))
    text = "\n\n".join(filter(None, (typed.text.rstrip(), said)))
    save_text(report, typed=Typed(typed.place, text, typed.base), by=by)
    note.inserted_at = timezone.now()
    note.save(update_fields=["inserted_at"])


def remove_note(report: Report, note_id: UUID) -> None:
    _note_of(report, note_id).delete()


def _note_of(report: Report, note_id: UUID) -> ReportNote:
    found = ReportNote.objects.unscoped(reason="a note of a report that was found")
    note: ReportNote = found.get(report=report, pk=note_id)
    return note
