"""Somebody is registered, found, reached and protected, with the keyboard where it is quick."""

from datetime import date

import pytest
from playwright.sync_api import expect

from stegvis.organisations.models import Membership

LONG = 60_000  # milliseconds: the two cores may be busy with something else
NUMBER = "20000101-9801"


@pytest.fixture
def ready(cast):
    """Alva works with participants, and the association has what it needs for that."""
    for name in ("processor_agreement_on", "joint_controllers_on", "impact_assessment_on"):
        setattr(cast.here, name, date(2020, 1, 1))
    cast.here.save()
    Membership.objects.filter(user=cast.alva).update(role="leading_case_worker")
    return cast


def test_a_person_is_registered_found_and_protected(
    page, ready, signed_in_as, check_accessible, live_server
):
    page.set_default_timeout(LONG)
    signed_in_as(ready.alva)
    page.goto("/personer/")
    page.get_by_role("link", name="Registrera en person").click()

    registered(page)

    expect(page.get_by_text("Personen är registrerad, och du kan börja.")).to_be_visible()
    expect(page.get_by_text("Du ser detta därför att du registrerade personen.")).to_be_visible()
    expect(page.get_by_text(NUMBER)).to_have_count(0)
    page.get_by_role("button", name="Visa numret").press("Enter")
    expect(page.get_by_text(NUMBER)).to_be_visible()
    check_accessible(page)
    found(page)
    protected(page)
    expect(page.get_by_text("Sekretessmarkering").first).to_be_visible()
    check_accessible(page)


def registered(page):
    page.get_by_label("Personnummer eller samordningsnummer").fill("20000101-9800")
    page.get_by_label("Förnamn").fill("Åsa")
    page.get_by_label("Efternamn").fill("Öberg")
    page.get_by_label("Vi har själva en grund").check()
    page.get_by_label("Från vilken dag gäller det?").fill("2026-01-15")
    page.get_by_label("Vad är ditt ärende?").fill("Ett nytt ärende.")
    page.get_by_role("button", name="Registrera", exact=True).click()
    expect(page.get_by_text("Sista siffran stämmer inte").first).to_be_visible()
    page.get_by_label("Personnummer eller samordningsnummer").fill(NUMBER)
    page.get_by_role("button", name="Registrera", exact=True).click()


def found(page):
    page.get_by_role("link", name="Personer", exact=True).click()
    page.get_by_label("Sök på namn eller hela personnumret").fill("öbe")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Öberg, Åsa").click()
    assert "öbe" not in page.url


def protected(page):
    page.get_by_role("link", name="Skyddade personuppgifter").click()
    page.get_by_label("Sekretessmarkering").check()
    page.get_by_label("Varför?").fill("Beslut i dag.")
    page.get_by_role("button", name="Spara skyddet").click()
    expect(page.get_by_role("heading", name="De som får se personen")).to_be_visible()
