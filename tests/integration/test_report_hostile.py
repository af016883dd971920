"""What somebody may send to a report that is no text: refused or cleaned, never a fault."""

import pytest
from django.urls import reverse

from stegvis.reports.models import ReportNote, ReportText
from tests.cast import sign_in
from tests.written_reports import begun, frozen, written

WHY = "a test"


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


def address(name, report, *more):
    return reverse(name, args=[report.programme_id, report.pk, *more])


def send(client, report, text, base="0"):
    sent = {"base": base, "text": text}
    return client.post(address("report_text", report, "summary"), sent)


def save_note(client, report, where):
    sent = {"where": f"{report.pk}/summary", "source": "Läget", "address": where}
    return client.post(reverse("report_note", args=[report.programme_id]), sent)


@pytest.mark.parametrize(
    "where",
    ["javascript:alert(1)", "https://exempel.se/", "//exempel.se/", "/\\exempel.se", "laget/"],
)
def test_note_leads_nowhere_else(alva, cast, where):
    answer = save_note(alva, begun(cast), where)

    assert (answer.status_code, ReportNote.objects.unscoped(reason=WHY).count()) == (400, 0)


def test_note_leads_back_to_its_page(alva, cast):
    report = begun(cast)
    page = f"{reverse('standing', args=[report.programme_id])}?till=2015-06-30"

    assert save_note(alva, report, page)["Location"] == page
    assert save_note(alva, report, "")["Location"] == reverse("reports", args=[report.programme_id])


def test_signs_that_no_document_shows_are_not_kept(alva, cast):
    report = begun(cast)

    send(alva, report, "Ett\x0btvå\x01 tre\r\n\ufffefyra")

    assert ReportText.objects.unscoped(reason=WHY).get().text == "Ett\ntvå tre\nfyra"
    assert alva.get(address("report_file", report, "report.docx")).status_code == 200


def test_sign_that_a_pdf_cannot_show_is_told_of(alva, cast):
    report = begun(cast)
    send(alva, report, "Bra jobbat 😀")

    answer = alva.get(address("report_file", report, "report.pdf"))

    told = "Texten 😀 har ett tecken som inte går att visa i en PDF."
    assert (answer.status_code, told in answer.content.decode()) == (409, True)


def test_version_that_nobody_has_written_does_not_exist(alva, cast):
    assert send(alva, begun(cast), "ord", base="99999999999999999999").status_code == 404


def test_no_file_has_a_name_that_cannot_be_read(alva, cast):
    report = begun(cast)
    written(report, cast.alva, "Klart.")
    page = reverse("frozen_report", args=[report.programme_id, frozen(report, cast.alva).pk])

    assert alva.get(f"{page}report.docx%00").status_code == 404
