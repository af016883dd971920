"""A report is written beside its figures, by two at once, and frozen."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from stegvis.reports.models import FrozenReport
from stegvis.reports.queries.reports import texts_in
from tests.delivered import deliver_demo
from tests.written_reports import METHODS, SUMMARY, begun, written

SAVED = "Spara"


@pytest.fixture
def report(cast):
    deliver_demo(cast.programme)
    return begun(cast)


def address(report, name="report"):
    return reverse(name, args=[report.programme_id, report.pk])


def heading(page, heading_id="summary"):
    return page.locator(f"#heading-{heading_id}")


def box(page, heading_id="summary"):
    return page.locator(f"#text-{heading_id}")


def save(page, heading_id="summary"):
    heading(page, heading_id).get_by_role("button", name=SAVED, exact=True).first.click()


def wait_for_draft(page, heading_id="summary"):
    said = heading(page, heading_id).get_by_role("status").first
    expect(said).to_contain_text("Utkastet är sparat", timeout=20_000)


def sign_out_on_the_server():
    Session.objects.all().delete()


def test_a_report_is_begun_written_looked_at_and_frozen_while_another_writes(
    page, cast, signed_in_as, check_accessible, screenshot
):
    deliver_demo(cast.programme)
    signed_in_as(cast.alva)
    begin_a_report(page, cast)
    report = cast.programme.reports.unscoped(reason="a story").get()
    write_with_a_figure(page)
    screenshot(page, "rapport-skriva", whole=False)
    written(report, cast.bo, "Bo skrev om metoderna.", place=METHODS)
    two_write_at_once(page, report, cast)
    put_the_texts_together(page)
    check_accessible(page)
    look_at_the_whole(page, check_accessible)
    freeze_what_has_been_read(page, report, cast)
    check_accessible(page)


def begin_a_report(page, cast):
    page.goto(reverse("reports", args=[cast.programme.pk]))
    page.get_by_role("link", name="Påbörja en rapport").first.click()
    page.get_by_label(re.compile("Halvårsrapport")).check()
    page.get_by_role("button", name="Börja skriva").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Halvårsrapport till och med")


def write_with_a_figure(page):
    box(page).fill("Till arbete eller studier: ")
    box(page).press("End")
    page.get_by_text("Siffror att skriva in").click()
    page.locator('[data-stegvis-insert="{{work-or-studies}}"]').click()
    expect(box(page)).to_have_value("Till arbete eller studier: {{work-or-studies}}")
    save(page)
    expect(heading(page)).to_contain_text("av Alva Alm.")
    heading(page).get_by_text("Så läses texten").click()
    expect(heading(page).locator(".report-figure").last).to_be_visible()


def two_write_at_once(page, report, cast):
    written(report, cast.bo, "Bos mening.", base=1)
    box(page).fill("Alvas mening.")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Två har skrivit samtidigt")
    expect(page.get_by_label("Den gemensamma texten")).to_have_value("Bos mening.\n\nAlvas mening.")


def put_the_texts_together(page):
    page.get_by_role("button", name="Spara den gemensamma texten").click()
    expect(box(page)).to_have_value("Bos mening.\n\nAlvas mening.")


def look_at_the_whole(page, check_accessible):
    page.get_by_role("link", name="Förhandsvisa").click()
    expect(page.locator(".report-document")).to_contain_text("Bo skrev om metoderna.")
    check_accessible(page)
    page.get_by_role("link", name="Skriv vidare").click()


def freeze_what_has_been_read(page, report, cast):
    page.get_by_role("link", name="Lås rapporten").click()
    written(report, cast.bo, "Bo hann skriva mer.", place=METHODS, base=1)
    page.get_by_role("button", name="Lås rapporten ändå").click()
    expect(page.get_by_role("alert")).to_contain_text("har ändrats sedan du öppnade sidan")
    page.get_by_role("button", name="Lås rapporten ändå").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Halvårsrapport, version 1")
    expect(page.locator(".report-document")).to_contain_text("Bo hann skriva mer.")
    assert FrozenReport.objects.unscoped(reason="a story").get().frozen_by == cast.alva


def test_what_one_wrote_when_the_session_ended_is_there_afterwards(
    page, cast, report, signed_in_as
):
    signed_in_as(cast.alva)
    page.goto(address(report))
    box(page).fill("Första meningen.")
    wait_for_draft(page)

    sign_out_on_the_server()
    box(page).fill("Första meningen. Andra meningen.")
    expect(heading(page).get_by_role("status").first).to_contain_text(
        "Du har loggats ut.", timeout=20_000
    )
    save(page)
    expect(box(page)).to_have_value("Första meningen. Andra meningen.")

    signed_in_as(cast.alva)
    save(page)
    expect(heading(page)).to_contain_text("av Alva Alm.", timeout=20_000)
    assert texts_in(report)[SUMMARY].text == "Första meningen. Andra meningen."


def test_a_draft_comes_back_on_another_day(page, cast, report, signed_in_as):
    signed_in_as(cast.alva)
    page.goto(address(report))
    box(page).fill("Inte klart än.")
    wait_for_draft(page)

    page.goto("/")
    page.goto(address(report))

    expect(box(page)).to_have_value("Inte klart än.")
    expect(heading(page)).to_contain_text("Det är inte sparat i rapporten än.")
    assert texts_in(report) == {}


def test_a_report_is_written_and_frozen_by_keyboard_alone(page, cast, report, signed_in_as):
    signed_in_as(cast.alva)
    page.goto(address(report))
    box(page).focus()
    page.keyboard.type("Skrivet med tangenter.")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(SAVED)
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("av Alva Alm.", timeout=20_000)

    page.get_by_role("link", name="Lås rapporten").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lås rapporten ändå").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Halvårsrapport, version 1")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_writing_works_without_javascript(page, cast, report, signed_in_as):
    signed_in_as(cast.alva)
    page.goto(address(report))

    box(page).fill("Utan skript.")
    save(page)

    expect(heading(page)).to_contain_text("av Alva Alm.")
    assert texts_in(report)[SUMMARY].text == "Utan skript."


def test_the_page_speaks_english_and_the_report_its_own_language(page, cast, report, signed_in_as):
    signed_in_as(cast.alva)
    page.goto(address(report))
    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Det viktigaste sedan förra rapporten")).to_be_visible()


def test_a_note_goes_from_a_figure_to_the_report(page, cast, report, signed_in_as):
    signed_in_as(cast.alva)
    page.goto(reverse("figure", args=[cast.programme.pk, "work-or-studies"]))
    page.get_by_text("Spara till rapporten").first.click()
    page.get_by_label("Rapport och rubrik").select_option(f"{report.pk}/goals")
    page.get_by_label("Din anteckning").fill("Ta upp med styrgruppen.")
    page.get_by_role("button", name="Spara till rapporten").click()
    expect(page.locator("main")).to_contain_text("Sparat till rapporten.")

    page.goto(address(report))
    heading(page, "goals").get_by_role("button", name="Infoga i texten").click()

    written_so = "Ta upp med styrgruppen. {{work-or-studies.sentence}}"
    expect(box(page, "goals")).to_have_value(written_so, timeout=20_000)
