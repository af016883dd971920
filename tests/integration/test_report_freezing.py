"""A report is frozen: what is refused, what is kept, and that it stays."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from stegvis.core.models import StoredFile
from stegvis.core.values.refusals import Refused
from stegvis.programmes.actions.definitions import NewVersion, add_version
from stegvis.programmes.queries.definitions import decided
from stegvis.reports.actions.freezing import freeze_report, since
from stegvis.reports.actions.making import made
from stegvis.reports.actions.reports import start_report
from stegvis.reports.calculations.canonical import digest_of, document_of
from stegvis.reports.files.templates import load_template
from stegvis.reports.models import FrozenFile, FrozenReport
from stegvis.reports.queries.frozen import content_of, frozen_file, frozen_of, frozen_report
from stegvis.reports.values.frozen import Since
from stegvis.reports.values.writing import NewReport
from stegvis.results.actions.facts import deliver
from tests.cast import decided_programme, sign_in
from tests.delivered import deliver_demo, demo_facts
from tests.written_reports import SUMMARY, begun, frozen, viewer, written

NAMES = {"report.docx", "report.pdf", "figures.xlsx", "figures.json"}


def deliver_with(programme, **tables):
    """The demo once more, with some tables otherwise."""
    result = demo_facts(programme.slug)
    facts = replace(result.facts, tables={**result.facts.tables, **tables}, digest="f" * 64)
    deliver(programme, replace(result, facts=facts))


def rows():
    return FrozenReport.objects.unscoped(reason="a test")


def refusal(report, user, seen=""):
    with pytest.raises(Refused) as raised:
        freeze_report(report, seen=seen, viewer=viewer(user), by=user.pk)
    return raised.value.sentence


def test_frozen_report_says_what_was_written_and_counted(cast):
    report = begun(cast)
    written(report, cast.bo, "Målet är {{work-or-studies.target}}.")

    content = content_of(frozen(report, cast.alva))

    assert [(one["heading"], one["version"]) for one in content["texts"]] == [("summary", 1)]
    assert content["figures"]["level"] == "report"
    assert content["about"]["template"] == "half-year"
    document = document_of(content["document"])
    assert document.facts[-1][0] == "Låst"
    assert ("Läge", "Utkast") not in document.facts


def test_digest_is_of_the_canonical_text(cast):
    made_so = frozen(begun(cast), cast.alva)

    assert made_so.digest == digest_of(made_so.canonical)
    assert len(made_so.digest) == 64


def test_files_are_kept_byte_for_byte_and_encrypted(cast):
    made_so = frozen(begun(cast), cast.alva)

    assert set(made_so.files.values_list("name", flat=True)) == NAMES
    pdf = frozen_file(made_so, "report.pdf")
    assert bytes(pdf.content)[:5] == b"%PDF-"
    assert digest_of(bytes(pdf.content)) == made_so.files.get(name="report.pdf").digest
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT content FROM core_storedfile WHERE name = 'report.pdf'")
        assert b"%PDF-" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize("model", [FrozenReport, FrozenFile])
def test_frozen_rows_cannot_be_changed_or_removed_by_the_web_role(cast, model):
    frozen(begun(cast), cast.alva)
    found = rows() if model is FrozenReport else model.objects.all()

    for change in (lambda: found.update(digest="0" * 64), found.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_file_that_was_tampered_with_is_refused(cast):
    made_so = frozen(begun(cast), cast.alva)
    StoredFile.objects.filter(name="report.pdf").update(content=b"%PDF-annat")

    with pytest.raises(Refused) as raised:
        frozen_file(made_so, "report.pdf")

    assert "kontrollsumman stämmer inte" in raised.value.sentence


def test_content_that_was_tampered_with_is_refused(cast):
    made_so = frozen(begun(cast), cast.alva)
    made_so.canonical = made_so.canonical.replace("Halvårsrapport", "Annan rapport")

    with pytest.raises(Refused):
        content_of(made_so)


def test_only_those_who_may_freeze_do(cast):
    report = begun(cast)

    assert (
        refusal(report, cast.bo) == "Bara programledaren låser rapporten. Säg till när du är klar."
    )
    assert rows().count() == 0


def test_report_that_changed_since_it_was_read_is_not_frozen(cast):
    report = begun(cast)
    seen = made(report, final=True).fingerprint
    written(report, cast.bo, "Bos tillägg.")

    assert refusal(report, cast.alva, seen).startswith("Texterna eller siffrorna har ändrats")


def test_unknown_figure_stops_the_freezing(cast):
    report = begun(cast)
    written(report, cast.alva, "Av {{persnos}}.")

    assert refusal(report, cast.alva).startswith("Texterna nämner siffror som inte finns.")


def test_nothing_new_is_not_frozen_again(cast):
    report = begun(cast)
    frozen(report, cast.alva)

    seen = made(report, final=True).fingerprint

    assert refusal(report, cast.alva, seen) == "Inget har ändrats sedan rapporten senast låstes."


def test_versions_are_numbered(cast):
    report = begun(cast)
    frozen(report, cast.alva)
    written(report, cast.alva, "Nytt.")
    frozen(report, cast.alva)

    found = frozen_of(viewer(cast.disa), cast.programme)

    assert [one.number for one in found] == [2, 1]


def test_frozen_report_is_hidden_from_other_associations(cast):
    made_so = frozen(begun(cast), cast.alva)

    assert frozen_report(viewer(cast.disa), cast.programme, made_so.pk) == made_so
    with pytest.raises(FrozenReport.DoesNotExist):
        frozen_report(viewer(cast.cecilia), cast.programme, made_so.pk)


def test_nothing_has_happened_since_it_was_frozen(cast):
    report = begun(cast)
    made_so = frozen(report, cast.alva)
    written(report, cast.alva, "Texten är en annan, siffrorna samma.")

    assert since(made_so) == Since()


def test_report_in_english_is_frozen_in_english(cast):
    made_so = frozen(begun(cast, language="en"), cast.alva)

    assert made_so.title == "Half-year report"


def test_template_says_which_version_it_was(cast):
    report = begun(cast, template="final-2025")

    assert report.template_version == load_template("final-2025").version


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (date(2000, 1, 1), "Insatsen började"),
        (date(2200, 1, 1), "Uppgifterna räcker till och med"),
        (date(2024, 11, 17), "En rapport räknar till och med"),
    ],
)
def test_day_that_cannot_be_reported_is_refused(cast, as_of, said):
    new = NewReport("half-year", as_of, "sv")

    with pytest.raises(Refused) as raised:
        start_report(cast.programme, new=new, by=cast.alva.pk)

    assert raised.value.sentence.startswith(said)


def test_programme_without_people_has_a_report_too(cast):
    structural = decided_programme(cast.here, "impuls")
    report = start_report(
        structural, new=NewReport("final-2025", date(2015, 12, 31), "sv"), by=cast.alva.pk
    )

    assert made(report).document.title
    assert made(report).texts == {}
    assert SUMMARY.heading not in {one.heading.id for one in made(report).assembled.headings}


def test_later_delivery_is_told_against_the_frozen_report(client, cast):
    deliver_demo(cast.programme)
    made_so = frozen(begun(cast), cast.alva)
    deliver_with(cast.programme, exits=demo_facts("ung-framtid").facts.tables["exits"].head(150))

    found = since(made_so)

    assert found.data_differ
    told = {one.figure: one.title for one in found.figures}
    assert told["ung-framtid/work-or-studies"].startswith("Minst hälften")
    address = reverse("frozen_report", args=[cast.programme.pk, made_so.pk])
    page = sign_in(client, cast.disa).get(address)
    assert [row[0] for row in page.context["page"].rows] == [one.title for one in found.figures]
    assert "75 av 156 (48\u00a0%), inte nådd" in page.content.decode()


def test_new_definition_is_told_against_the_frozen_report(cast):
    made_so = frozen(begun(cast), cast.alva)
    text = decided(cast.programme).version.text.replace('version = "2"', 'version = "3"', 1)
    new = NewVersion(text, date(2024, 6, 1), "Ändrat namn")
    add_version(cast.programme, new=new, by=cast.alva.pk)

    assert since(made_so).definition == ("2", "3")
