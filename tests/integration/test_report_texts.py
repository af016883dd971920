"""Texts of a report: new versions, two writers, drafts and notes."""

import pytest
from django.db import DatabaseError, transaction

from stegvis.core.models import Draft
from stegvis.reports.actions.notes import insert_note, remove_note, save_note
from stegvis.reports.actions.texts import (
    WrittenMeanwhileError,
    forget_draft,
    keep_draft,
    save_text,
)
from stegvis.reports.models import ReportText
from stegvis.reports.queries.reports import notes_in, texts_in, unsent_by, versions_in
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import NewNote, Typed
from tests.written_reports import METHODS, SUMMARY, begun, writer, written


def test_text_is_saved_as_its_first_version(cast):
    report = begun(cast)

    written(report, cast.alva, "Vi började.")

    assert [(row.text, row.version, row.written_by) for row in texts_in(report).values()] == [
        ("Vi började.", 1, cast.alva)
    ]


def test_every_version_is_kept(cast):
    report = begun(cast)

    for base, text in enumerate(["Ett", "Två", "Tre"]):
        written(report, cast.alva, text, base=base)

    assert [row.text for row in versions_in(report, SUMMARY)] == ["Tre", "Två", "Ett"]
    assert texts_in(report)[SUMMARY].version == 3


def test_same_text_again_is_no_new_version(cast):
    report = begun(cast)
    written(report, cast.alva, "Ett")

    written(report, cast.bo, "Ett", base=0)

    assert len(versions_in(report, SUMMARY)) == 1


def test_second_writer_is_told_and_loses_nothing(cast):
    report = begun(cast)
    written(report, cast.alva, "Först.\n\nSlut.")
    written(report, cast.bo, "Först.\n\nBos stycke.\n\nSlut.", base=1)

    with pytest.raises(WrittenMeanwhileError) as raised:
        written(report, cast.alva, "Först.\n\nAlvas stycke.\n\nSlut.", base=1)

    assert raised.value.theirs.written_by == cast.bo
    assert raised.value.suggestion == "Först.\n\nBos stycke.\n\nAlvas stycke.\n\nSlut."
    kept = unsent_by(writer(report, cast.alva))[SUMMARY]
    assert (kept.text, kept.base) == ("Först.\n\nAlvas stycke.\n\nSlut.", 1)
    assert texts_in(report)[SUMMARY].version == 2


def test_places_do_not_stand_in_each_others_way(cast):
    report = begun(cast)
    part = Place("summary", "halsoverket")

    for place in (SUMMARY, METHODS, part):
        written(report, cast.alva, f"Om {place}", place=place)

    assert {str(place): row.text for place, row in texts_in(report).items()} == {
        "summary": "Om summary",
        "methods": "Om methods",
        "summary/halsoverket": "Om summary/halsoverket",
    }


def test_saved_text_cannot_be_changed_by_the_web_role(cast):
    report = begun(cast)
    written(report, cast.alva, "Ett")
    rows = ReportText.objects.unscoped(reason="a test")

    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(text="annat")


def test_draft_is_for_its_writer_alone_and_unreadable_in_the_database(cast):
    report = begun(cast)
    keep_draft(report, typed=Typed(METHODS, "Inte klart", 0), by=writer(report, cast.alva))

    assert unsent_by(writer(report, cast.alva))[METHODS].text == "Inte klart"
    assert unsent_by(writer(report, cast.bo)) == {}
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT content FROM core_draft")
        assert b"klart" not in bytes(cursor.fetchone()[0])


def test_draft_that_says_what_is_saved_is_no_draft(cast):
    report = begun(cast)
    written(report, cast.alva, "Sparat")
    keep_draft(report, typed=Typed(SUMMARY, "Sparat, nästan", 1), by=writer(report, cast.alva))

    keep_draft(report, typed=Typed(SUMMARY, "Sparat", 1), by=writer(report, cast.alva))

    assert unsent_by(writer(report, cast.alva)) == {}


def test_saving_and_throwing_away_end_a_draft(cast):
    report = begun(cast)
    for place in (SUMMARY, METHODS):
        keep_draft(report, typed=Typed(place, "Utkast", 0), by=writer(report, cast.alva))

    save_text(report, typed=Typed(SUMMARY, "Klart", 0), by=writer(report, cast.alva))
    forget_draft(METHODS, by=writer(report, cast.alva))

    assert Draft.objects.count() == 0


def note(report, user, **more):
    new = NewNote(place=SUMMARY, text="Ta med detta.", source="Läget", **more)
    return save_note(report, new=new, by=user.pk)


def test_note_with_a_figure_goes_into_the_text_by_name(cast):
    report = begun(cast)
    saved = note(report, cast.bo, figure="persons", said="156 personer")

    insert_note(
        report, saved.pk, typed=Typed(SUMMARY, "Påbörjat.", 0), by=writer(report, cast.alva)
    )

    assert texts_in(report)[SUMMARY].text == "Påbörjat.\n\nTa med detta. {{persons.sentence}}"
    assert notes_in(report) == []


def test_note_without_a_figure_goes_in_with_what_was_said(cast):
    report = begun(cast)
    saved = note(report, cast.bo, said="Två personer slutade.")

    insert_note(report, saved.pk, typed=Typed(SUMMARY, "", 0), by=writer(report, cast.alva))

    assert texts_in(report)[SUMMARY].text == "Ta med detta. Två personer slutade."


def test_note_stays_when_its_text_was_saved_by_another(cast):
    report = begun(cast)
    saved = note(report, cast.alva)
    written(report, cast.bo, "Bos text")

    with pytest.raises(WrittenMeanwhileError):
        insert_note(
            report, saved.pk, typed=Typed(SUMMARY, "Alvas", 0), by=writer(report, cast.alva)
        )

    assert [one.pk for one in notes_in(report)] == [saved.pk]
    assert unsent_by(writer(report, cast.alva))[SUMMARY].text == "Alvas\n\nTa med detta."


def test_removed_note_is_gone(cast):
    report = begun(cast)
    saved = note(report, cast.alva)

    remove_note(report, saved.pk)

    assert notes_in(report) == []
