"""Four ways in, and what happens to what one wrote when the session ended."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core.cache import cache

from tests.cast import PASSWORD
from tests.oidc_provider import running_provider

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
ADDED = "\n# Ett tillägg som tog en timme att formulera\n"
PERIOD = 30  # seconds, of a code from an app


@pytest.fixture
def alva(cast):
    cache.clear()
    cast.alva.set_password(PASSWORD)
    cast.alva.save()
    return cast.alva


@pytest.fixture
def with_password(page, alva):
    def sign_in(where="/konto/"):
        page.goto(where)
        page.get_by_label("E-post").fill(alva.email)
        page.get_by_label("Lösenord").fill(PASSWORD)
        press(page, "Logga in")

    return sign_in


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def press(page, name, role="button"):
    page.get_by_role(role, name=name, exact=True).click()


def confirm_with_password(page):
    page.get_by_label("Lösenord").fill(PASSWORD)
    press(page, "Fortsätt")


def test_with_a_password(page, with_password, check_accessible):
    page.goto("/")
    check_accessible(page)

    with_password()

    assert heading(page) == "Mitt konto"
    check_accessible(page)


def test_a_wrong_password_is_told_and_the_address_is_kept(page, alva, check_accessible):
    page.goto("/konto/logga-in/")
    page.get_by_label("E-post").fill(alva.email)
    page.get_by_label("Lösenord").fill("fel lösenord här")
    press(page, "Logga in")

    assert page.get_by_text("hör inte ihop").count() == 1
    assert page.get_by_label("E-post").input_value() == alva.email
    check_accessible(page)


def test_with_a_code_from_an_app(page, with_password, check_accessible):
    with_password()
    press(page, "Slå på koder från en app", "link")
    confirm_with_password(page)
    check_accessible(page)
    page.locator("summary").click()
    secret = page.locator("details code").inner_text()
    page.get_by_label("Kod").fill(code_of(secret, 0))
    press(page, "Slå på")

    assert heading(page) == "Reservkoder"
    check_accessible(page)
    press(page, "Logga ut")
    with_password()
    assert heading(page) == "Skriv din kod"
    check_accessible(page)
    page.get_by_label("Kod").fill(code_of(secret, 1))
    press(page, "Logga in")

    assert heading(page) == "Mitt konto"


def code_of(secret, ahead):
    """Each works once: the next is taken half a minute early, which the tolerance allows."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + ahead))


def test_with_a_passkey(page, with_password, check_accessible):
    machine = page.context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})

    with_password()
    press(page, "Lägg till en passernyckel", "link")
    confirm_with_password(page)
    check_accessible(page)
    page.get_by_label("Vad ska passernyckeln heta?").fill("Jobbdatorn")
    press(page, "Lägg till")
    page.get_by_role("heading", name="Reservkoder", level=1).wait_for()
    press(page, "Logga ut")
    page.goto("/konto/")
    press(page, "Logga in med passernyckel")

    page.get_by_text("Passernyckel: Jobbdatorn").wait_for()
    assert heading(page) == "Mitt konto"
    check_accessible(page)


def test_through_the_organisation(page, alva, settings, check_accessible):
    with running_provider() as provider:
        provider.claims = {"sub": "a", "email": alva.email, "email_verified": True}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [provider.app()]}}
        rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        settings.CONTENT_SECURITY_POLICY = {
            "DIRECTIVES": {**rules, "form-action": ["'self'", provider.url]}
        }

        page.goto("/konto/")
        check_accessible(page)
        press(page, "Logga in med Älvnäs kommun")
        press(page, "Fortsätt", "link")

        assert heading(page) == "Mitt konto"


def test_a_session_that_ends_says_so(page, with_password, alva, check_accessible):
    with_password()
    end_sessions()

    press(page, "Logga ut överallt utom här")

    assert page.get_by_text("Du blev utloggad eftersom inget hade hänt på").count() == 1
    check_accessible(page)
    with_password(page.url)
    assert heading(page) == "Mitt konto"


def test_what_was_being_written_is_not_lost(
    page, with_password, alva, cast, check_accessible, screenshot
):
    with_password(f"/insatser/{cast.programme.pk}/andra/text/")
    text = page.get_by_role("textbox").first
    text.fill(text.input_value() + ADDED)
    end_sessions()

    press(page, "Kontrollera och granska")
    assert page.get_by_text("Det du skrev finns kvar").count() == 1
    with_password(page.url)

    assert page.get_by_text("Det finns kvar.").count() == 1
    check_accessible(page)
    screenshot(page, "kvar-efter-utloggning")
    press(page, "Skicka det nu")
    page.wait_for_url("**/andra/granska/")
    page.goto(f"/insatser/{cast.programme.pk}/andra/text/")
    assert ADDED in page.get_by_role("textbox").first.input_value()
    assert page.get_by_text("Det finns kvar.").count() == 0


def end_sessions():
    """As if everybody had been away for an hour."""
    for session in Session.objects.all():
        told = session.get_decoded()
        told["latest_at"] = told.get("latest_at", time.time()) - 3600
        Session.objects.filter(pk=session.pk).update(
            session_data=session.get_session_store_class()().encode(told)
        )
