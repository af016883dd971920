"""Every page that a person can open: axe in light, dark and at 320 px; the pictures of the guide.

The example is in the database. Pictures are written when STEGVIS_SCREENSHOTS says so.
"""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import resolve
from playwright.sync_api import expect

from stegvis.reports.models import Report
from stegvis.reports.values.texts import Place
from stegvis.web.shell import errors
from tests.cast import PASSWORD
from tests.example import example, transactional_db
from tests.opened import (
    NO_PAGE,
    NOBODY,
    OF_THE_ACCOUNT,
    ON_THE_WAY,
    OPENED,
    PICTURES,
    routes,
)
from tests.stories.conftest import WIDE
from tests.stories.test_sign_in_story import KEY
from tests.written_reports import written

__all__ = ["example", "transactional_db"]

LONG = 30_000  # milliseconds: the two cores may be busy with something else
TALLEST = 1500  # pixels: what comes below is seen on the page itself
NO_ID = "00000000-0000-4000-8000-000000000000"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of a person that does not exist
BLANKS = {
    **dict.fromkeys(("here", "new", "there"), f"/insatser/{NO_ID}/"),
    **dict.fromkeys(
        ("faulty", "applied", "asking", "report", "frozen", "job", "representative"), NO_ID
    ),
    **dict.fromkeys(
        ("association", "agency", "unit", "user", "membership", "matter", "plan", "kept"), NO_ID
    ),
    **dict.fromkeys(("person", "asa", "emil", "nora", "recorded"), f"/personer/{NO_ID}/"),
    **dict.fromkeys(
        ("enrolment", "plan_made", "income", "involvement", "leaving", "unheard"), NO_ID
    ),
    **dict.fromkeys(("wish", "disclosure", "text", "review", "signed", "alarm"), NO_ID),
    "passkey": 1,
}
COOPERATION = Place("cooperation")
BOS_WORDS = "Försäkringskassan har haft en handläggare på plats varje vecka."
ALVAS_WORDS = "Skolorna hör av sig tidigare än förut, och regionen är med på kartläggningen."
ALONE = {
    "went_wrong": (errors.went_wrong, "GET"),
    "not_understood": (errors.not_understood, "GET"),
    "form_too_old": (errors.form_too_old, "POST"),
    "database_is_away": (errors.database_is_away, "GET"),
    "database_is_away_when_sent": (errors.database_is_away, "POST"),
}


@pytest.fixture
def page(page):
    page.set_default_timeout(LONG)
    cache.clear()
    return page


@pytest.fixture
def picture(screenshot):
    """As much of the page as one reads before scrolling far."""

    def take(page, name):
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size(WIDE | {"height": min(tall, TALLEST)})
        page.evaluate("scrollTo(0, 0)")
        screenshot(page, name, whole=False)
        page.set_viewport_size(WIDE)

    return take


def route_of(address):
    """As the resolver has it, of an address with blanks."""
    found = resolve(address.format_map(BLANKS)).route
    return "/" + found.replace("/^", "/").removesuffix("$")


def test_every_page_is_opened_here():
    told = [address for _person, address in OPENED] + list(OF_THE_ACCOUNT)
    known = {route_of(address) for address in told} | set(ON_THE_WAY)

    left = [route for route in routes() if route not in known]
    assert [route for route in left if not route.endswith(tuple(NO_PAGE))] == []


@pytest.fixture
def visit(page, example, live_server, signed_in_as, check_accessible):
    """`visit(person, address)`: what stands there is accessible, and there is no detour."""

    def go(person, address, status=200):
        if person:
            signed_in_as(example.people[person])
        where = address.format_map(example.places)
        answer = page.goto(where)
        assert (answer.status, page.url.endswith(where)) == (status, True)
        check_accessible(page)

    return go


def called(opened):
    return f"{opened[0] or 'nobody'} {opened[1]}"


@pytest.mark.parametrize("opened", OPENED, ids=called)
def test_page_is_accessible(page, visit, picture, opened):
    visit(*opened)

    if opened in PICTURES:
        picture(page, PICTURES[opened])


def test_page_that_is_not_there_is_accessible(visit):
    visit("disa", "{here}uppgifter/", status=404)


@pytest.mark.parametrize("name", ALONE)
def test_page_about_what_went_wrong_is_accessible(page, live_server, check_accessible, name):
    answer, method = ALONE[name]
    asked = RequestFactory(headers={"origin": "http://testserver"}).generic(
        method, "/hit/", "text=Skrivet", content_type="application/x-www-form-urlencoded"
    )
    body = answer(asked).content.decode()
    page.route("**/hit/", lambda route: route.fulfill(body=body, content_type="text/html"))

    page.goto("/hit/")

    assert page.get_by_role("heading", level=1).inner_text() != ""
    check_accessible(page)


def test_every_page_of_the_account_is_accessible(page, example, visit, check_accessible, picture):
    bo = example.people["bo"]
    with_password(page, bo)
    confirmed(page)
    visit(NOBODY, "/konto/app/")
    with_passkey(page)
    TOTP.activate(bo, SECRET)
    example.places["passkey"] = Authenticator.objects.get(user=bo, type="webauthn").pk

    for address in OF_THE_ACCOUNT:
        visit(NOBODY, address)
    page.goto("/konto/")
    picture(page, "mitt-konto")
    page.get_by_role("button", name="Logga ut", exact=True).click()
    with_password(page, bo)
    page.wait_for_url("**/konto/logga-in/kod/**")
    check_accessible(page)


def with_password(page, user):
    page.goto("/konto/")
    page.get_by_label("E-post").fill(user.email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def confirmed(page):
    page.goto("/konto/bekrafta/?next=/konto/")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt", exact=True).click()


def with_passkey(page):
    machine = page.context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    page.goto("/konto/passernyckel/")
    page.get_by_label("Vad ska passernyckeln heta?").fill("Jobbdatorn")
    page.get_by_role("button", name="Lägg till", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservkoder")


def test_two_writers_meet_on_an_accessible_page(
    page, example, signed_in_as, check_accessible, picture
):
    signed_in_as(example.people["alva"])
    page.goto("{here}rapporter/{report}/".format_map(example.places))
    report = Report.objects.unscoped(reason="a story").get(pk=example.places["report"])
    written(report, example.people["bo"], BOS_WORDS, place=COOPERATION)

    page.locator("#text-cooperation").fill(ALVAS_WORDS)
    page.locator("#heading-cooperation").get_by_role("button", name="Spara", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Två har skrivit samtidigt")
    check_accessible(page)
    picture(page, "rapport-tva-skriver")
