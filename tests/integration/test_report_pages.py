"""The pages where reports are begun, written, looked at and frozen."""

import pytest
from django.urls import reverse

from stegvis.core.actions.drafts import keep
from stegvis.reports.files.templates import SHIPPED
from stegvis.reports.models import Report
from stegvis.reports.values.texts import Place
from tests.cast import sign_in
from tests.written_reports import AS_OF, METHODS, SUMMARY, begun, frozen, writer, written

QUERIES_OF_THE_LIST, QUERIES_OF_THE_WRITING_PAGE = 11, 16


def address(name, report, *more):
    return reverse(name, args=[report.programme_id, report.pk, *more])


def text_address(report, place=SUMMARY):
    return writer(report, report.created_by).address_of(place)


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


def test_list_of_a_programme_without_reports_says_how_to_begin(alva, cast):
    page = alva.get(reverse("reports", args=[cast.programme.pk])).content.decode()

    assert "Ingen rapport är påbörjad" in page
    assert reverse("report_start", args=[cast.programme.pk]) in page


def test_report_is_begun_on_the_screen(alva, cast):
    sent = {"template": "final-2025", "as_of": AS_OF, "language": "sv", "note": "till mars"}

    answer = alva.post(reverse("report_start", args=[cast.programme.pk]), sent)

    report = Report.objects.unscoped(reason="a test").get()
    assert answer["Location"] == address("report", report)
    assert (report.template, report.as_of, report.note) == ("final-2025", AS_OF, "till mars")


def test_day_that_is_refused_is_told_beside_its_field(alva, cast):
    sent = {"template": "half-year", "as_of": "2024-11-17", "language": "sv", "note": "kvar"}

    answer = alva.post(reverse("report_start", args=[cast.programme.pk]), sent)

    form = answer.context["form"]
    assert list(form.errors) == ["as_of"]
    assert 'value="kvar"' in answer.content.decode()


def test_writing_page_shows_headings_figures_and_what_is_left(alva, cast):
    report = begun(cast)

    page = alva.get(address("report", report))

    assert page.status_code == 200
    shown = page.context["page"]
    assert [one.state for one in shown.headings if one.id == "heading-summary"] == ["missing"]
    assert "Rubriken ”Det viktigaste sedan förra rapporten” är tom." in {
        one.sentence for one in shown.left
    }
    assert "Målen, Ung Framtid" in page.content.decode()


def test_saved_text_is_on_the_page_with_its_figures(alva, cast):
    report = begun(cast)

    answer = alva.post(
        text_address(report), {"base": "0", "text": "Målet: {{work-or-studies.target}}."}
    )

    assert answer["Location"] == f"{address('report', report)}#text-summary"
    page = alva.get(address("report", report)).content.decode()
    assert "Målet: {{work-or-studies.target}}.</textarea>" in page
    assert "minst 50\u00a0%</a>" in page
    assert "av Alva Alm." in page


def test_doubtful_numbers_and_unknown_names_stand_beside_the_field(alva, cast):
    report = begun(cast)
    written(report, cast.alva, "Målet är 50 %. {{work-or-studes}}")

    doubts = next(
        one.main.doubts
        for one in alva.get(address("report", report)).context["page"].headings
        if one.id == "heading-summary"
    )

    assert [one.split(":")[0] for one in doubts] == [
        "Det viktigaste sedan förra rapporten, rad 1",
        "”50 %”",
    ]


def test_draft_is_kept_and_comes_back(alva, cast):
    report = begun(cast)

    answer = alva.post(text_address(report), {"base": "0", "text": "Halvvägs", "act": "draft"})

    assert answer.json()["said"].startswith("Utkastet är sparat")
    page = alva.get(address("report", report)).content.decode()
    assert "Halvvägs</textarea>" in page
    assert "Det är inte sparat i rapporten än." in page


def test_draft_of_another_is_not_shown(client, alva, cast):
    report = begun(cast)
    alva.post(text_address(report), {"base": "0", "text": "Halvvägs", "act": "draft"})

    page = sign_in(client, cast.bo).get(address("report", report)).content.decode()

    assert "Halvvägs" not in page


def test_draft_is_thrown_away(alva, cast):
    report = begun(cast)
    alva.post(text_address(report), {"base": "0", "text": "Halvvägs", "act": "draft"})

    alva.post(text_address(report), {"base": "0", "text": "Halvvägs", "act": "discard"})

    assert "Halvvägs" not in alva.get(address("report", report)).content.decode()


def test_second_writer_sees_both_texts_and_can_save_them_together(alva, cast):
    report = begun(cast)
    written(report, cast.bo, "Bos text.")

    answer = alva.post(text_address(report), {"base": "0", "text": "Alvas text."})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Bo Berg sparade under samma rubrik" in page
    assert "Bos text.\n\nAlvas text.</textarea>" in page
    together = {"base": "1", "text": "Bos text.\n\nAlvas text."}
    assert alva.post(text_address(report), together).status_code == 302


def test_writer_is_told_early_that_another_has_saved(alva, cast):
    report = begun(cast)
    written(report, cast.bo, "Bos text.")

    answer = alva.post(text_address(report), {"base": "0", "text": "Alvas", "act": "draft"})

    assert "Bo Berg har sparat en nyare text" in answer.json()["said"]


def test_text_under_a_heading_that_is_not_there_is_not_found(alva, cast):
    report = begun(cast)

    answer = alva.post(
        text_address(report).replace("summary", "secrets"), {"base": "0", "text": "x"}
    )

    assert answer.status_code == 404


def test_text_that_is_too_long_is_refused_and_given_back(alva, cast):
    report = begun(cast)

    answer = alva.post(text_address(report), {"base": "0", "text": "x" * 100_001})

    assert answer.status_code == 400
    assert "x" * 100_001 in answer.content.decode()


def test_preview_is_the_whole_report_as_it_leaves_the_house(alva, cast):
    report = begun(cast)
    written(report, cast.alva, "En sammanfattning.")

    page = alva.get(address("report_preview", report))

    assert page.context["document"].running == ""
    assert "En sammanfattning." in page.content.decode()
    assert "Kvar att göra" in page.content.decode()


def test_working_copy_is_marked(alva, cast):
    report = begun(cast)

    page = alva.get(address("report_preview", report), {"niva": "intern"})

    assert page.context["document"].running == "Intern arbetskopia"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.docx", b"PK"),
        ("report.pdf", b"%PDF-"),
        ("figures.xlsx", b"PK"),
        ("figures.json", b"{"),
    ],
)
def test_draft_is_downloaded(alva, cast, name, begins):
    answer = alva.get(address("report_file", begun(cast), name))

    assert answer.content.startswith(begins)
    assert name in answer["Content-Disposition"]


def test_other_files_are_not_found(alva, cast):
    assert alva.get(address("report_file", begun(cast), "secret.txt")).status_code == 404


def test_report_is_frozen_on_the_screen(alva, cast):
    report = begun(cast)
    written(report, cast.alva, "Klart.", place=METHODS)
    page = alva.get(address("report_freeze", report))

    answer = alva.post(address("report_freeze", report), {"seen": page.context["seen"]})

    frozen_page = alva.get(answer["Location"])
    assert "Halvårsrapport, version 1" in frozen_page.content.decode()
    assert frozen_page.context["page"].is_as_frozen


def test_freezing_what_was_not_read_is_refused_with_a_sentence(alva, cast):
    report = begun(cast)
    page = alva.get(address("report_freeze", report))
    written(report, cast.bo, "Nytt.")

    answer = alva.post(address("report_freeze", report), {"seen": page.context["seen"]})

    assert answer.status_code == 409
    assert "har ändrats sedan du öppnade sidan" in answer.content.decode()


def test_button_and_post_refuse_the_same_person(client, cast):
    report = begun(cast)
    bo = sign_in(client, cast.bo)
    page = bo.get(address("report_freeze", report))

    answer = bo.post(address("report_freeze", report), {"seen": page.context["seen"]})

    assert page.context["refusal"] == answer.context["told"] != ""


def test_disa_reads_what_is_frozen_and_nothing_else(client, cast):
    report = begun(cast)
    made_so = frozen(report, cast.alva)
    disa = sign_in(client, cast.disa)
    page = reverse("frozen_report", args=[cast.programme.pk, made_so.pk])

    assert disa.get(page).status_code == 200
    assert disa.get(f"{page}report.pdf").content.startswith(b"%PDF-")
    assert "version 1" in disa.get(reverse("reports", args=[cast.programme.pk])).content.decode()
    assert [
        disa.get(address(name, report)).status_code for name in ("report", "report_preview")
    ] == [
        404,
        404,
    ]


def test_cecilia_finds_nothing(client, cast):
    report = begun(cast)
    made_so = frozen(report, cast.alva)
    cecilia = sign_in(client, cast.cecilia)
    frozen_page = reverse("frozen_report", args=[cast.programme.pk, made_so.pk])

    pages = [
        reverse("reports", args=[cast.programme.pk]),
        reverse("report_start", args=[cast.programme.pk]),
        *(address(name, report) for name in ("report", "report_preview", "report_freeze")),
        address("report_file", report, "report.pdf"),
        frozen_page,
        f"{frozen_page}report.json",
    ]

    assert {cecilia.get(one).status_code for one in pages} == {404}
    assert cecilia.post(text_address(report), {"base": "0", "text": "x"}).status_code == 404


def test_frozen_json_is_what_the_digest_is_of(alva, cast):
    made_so = frozen(begun(cast), cast.alva)

    answer = alva.get(reverse("frozen_file", args=[cast.programme.pk, made_so.pk, "report.json"]))

    assert answer.content.decode() == made_so.canonical


def note_sent(report, **more):
    return {
        "where": f"{report.pk}/summary",
        "text": "Ta med.",
        "source": "Läget",
        "address": reverse("standing", args=[report.programme_id]),
        "figure": "persons",
        "said": "156 personer",
        "cut_off": AS_OF,
        **more,
    }


def test_note_is_saved_from_a_page_and_put_into_the_text(alva, cast):
    report = begun(cast)

    answer = alva.post(reverse("report_note", args=[cast.programme.pk]), note_sent(report))

    assert answer["Location"] == reverse("standing", args=[cast.programme.pk])
    page = alva.get(address("report", report))
    shown = next(one for one in page.context["page"].headings if one.id == "heading-summary")
    assert [one.note.said for one in shown.main.notes] == ["156 personer"]
    put_in = {"base": "0", "text": "Påbörjat.", "act": shown.main.notes[0].insert}
    alva.post(text_address(report), put_in)
    page = alva.get(address("report", report)).content.decode()
    assert "Påbörjat.\n\nTa med. {{persons.sentence}}</textarea>" in page


def test_removing_a_note_keeps_what_was_being_written(alva, cast):
    report = begun(cast)
    alva.post(reverse("report_note", args=[cast.programme.pk]), note_sent(report))
    page = alva.get(address("report", report)).context["page"]
    remove = next(one for one in page.headings if one.main.notes).main.notes[0].remove

    alva.post(text_address(report), {"base": "0", "text": "Påbörjat.", "act": remove})

    after = alva.get(address("report", report))
    assert "Påbörjat.</textarea>" in after.content.decode()
    assert [one for one in after.context["page"].headings if one.main.notes] == []


def test_note_to_another_associations_report_is_refused(client, cast):
    report = begun(cast)

    answer = sign_in(client, cast.cecilia).post(
        reverse("report_note", args=[cast.programme.pk]), note_sent(report)
    )

    assert answer.status_code == 404


def test_note_to_a_heading_that_is_not_there_is_given_back(alva, cast):
    report = begun(cast)
    sent = note_sent(report, where=f"{report.pk}/secrets")

    answer = alva.post(reverse("report_note", args=[cast.programme.pk]), sent)

    assert answer.status_code == 400
    assert "Ta med.</textarea>" in answer.content.decode()


def test_note_leads_to_no_foreign_page(alva, cast):
    sent = note_sent(begun(cast), address="https://example.org/")

    answer = alva.post(reverse("report_note", args=[cast.programme.pk]), sent)

    assert answer.status_code == 400


@pytest.mark.parametrize("many", [1, 3])
def test_list_costs_the_same_however_many_reports(alva, cast, many, django_assert_num_queries):
    for _one in range(many):
        frozen(begun(cast), cast.alva)
    page = reverse("reports", args=[cast.programme.pk])
    alva.get(page)

    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        alva.get(page)


@pytest.mark.parametrize("many", [1, 3])
def test_writing_page_costs_the_same_however_many_texts(
    alva, cast, many, django_assert_num_queries
):
    report = begun(cast)
    for place in (SUMMARY, METHODS, Place("cooperation"))[:many]:
        written(report, cast.bo, "Text.", place=place)
        alva.post(text_address(report, place), {"base": "1", "text": "Utkast", "act": "draft"})
    alva.get(address("report", report))

    with django_assert_num_queries(QUERIES_OF_THE_WRITING_PAGE):
        alva.get(address("report", report))


def test_what_was_on_its_way_when_the_session_ended_stands_in_the_text(alva, cast):
    report = begun(cast)
    sent = {"base": "0", "text": "På väg\r\nnär sessionen tog slut", "act": "save"}
    keep(cast.alva.pk, text_address(report), sent)

    page = alva.get(address("report", report)).content.decode()

    assert "På väg\nnär sessionen tog slut</textarea>" in page


def test_what_is_left_is_said_in_the_readers_language(alva, cast):
    report = begun(cast, language="en")

    shown = alva.get(address("report", report)).context["page"]

    assert shown.headings[0].title == "The most important since the last report"
    assert "Rubriken ”The most important since the last report” är tom." in {
        one.sentence for one in shown.left
    }


@pytest.mark.parametrize("template", SHIPPED)
def test_every_template_can_be_written_in_and_looked_at(alva, cast, template):
    report = begun(cast, template)

    assert alva.get(address("report", report)).status_code == 200
    assert alva.get(address("report_preview", report)).status_code == 200
