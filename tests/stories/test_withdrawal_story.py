"""Two windows: one has a page open by a consent, and the other takes the consent back."""

import re

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import expect

from stegvis.core.models import StoredFile
from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.models import Attachment, Involvement
from tests.cast import sign_in
from tests.consenting import Consenting
from tests.people import consent, looking

LONG = 30_000  # milliseconds: the two cores may be busy with something else
GONE = "Sidan finns inte"


@pytest.fixture
def stage(cast):
    with transaction.atomic():
        return Stage(cast)


class Stage(Consenting):
    """Bo reads a file of Alva's agency by a consent; Åsa has a page of her own."""

    def __init__(self, cast):
        super().__init__(cast)
        self.given = consent(self.person, self.alvas, [self.bos])
        with looking(cast.alva) as viewer:
            self.own = open_own_page(self.person, email="asa@exempel.se", viewer=viewer)
            file = StoredFile.objects.create(
                name="a.txt", media_type="text/plain", size=2, digest="0", content=b"Ja"
            )
            fields = {"person": self.person, "owner": self.alvas, "file": file}
            Attachment.objects.create(
                **fields, title="intyg.txt", kind="other", added_by=cast.alva.pk
            )
        self.address = f"/personer/{self.person.pk}/"

    def rests(self):
        """What lets Bo see the person is the consent itself."""
        mine = Involvement.objects.unscoped(reason="a story").filter(user=self.bo)
        mine.update(consent=self.given, reason="partner")


@pytest.fixture
def window(browser, browser_context_args, live_server, settings):
    """`window(user)`: a browser of somebody's own."""
    opened = []

    def open_for(user):
        context = browser.new_context(**browser_context_args)
        opened.append(context)
        name = settings.SESSION_COOKIE_NAME
        value = sign_in(Client(), user).cookies[name].value
        context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(LONG)
        return page

    yield open_for
    for context in opened:
        context.close()


def heading(page, text):
    expect(page.get_by_role("heading", level=1)).to_have_text(text, timeout=LONG)


def test_a_person_that_rests_on_a_consent_is_gone_at_the_next_click(stage, window):
    stage.rests()
    bo, alva = window(stage.bo), window(stage.alva)
    bo.goto(stage.address)
    heading(bo, "Åsa Öberg")
    expect(bo.get_by_text("du handlägger personens ärende").first).to_be_visible()

    alva.goto(stage.address)
    alva.get_by_role("link", name="Ta tillbaka samtycke").click()
    alva.get_by_label("Samarbete i teamet").check()
    alva.get_by_role("button", name="Ta tillbaka").click()
    expect(alva.get_by_text("1 samtycke är tillbakataget")).to_be_visible()

    bo.get_by_role("link", name="Ta samtycke").click()
    heading(bo, GONE)
    bo.goto(stage.address)
    heading(bo, GONE)


def test_rows_opened_by_a_consent_are_gone_when_the_participant_takes_it_back(
    stage, window, check_accessible
):
    bo, asa = window(stage.bo), window(stage.own)
    bo.goto(stage.address)
    file = bo.get_by_role("link", name="intyg.txt")
    where = file.get_attribute("href")
    assert bo.request.get(where).status == 200

    asa.goto("/")
    asa.get_by_role("link", name="Dina samtycken").click()
    asa.get_by_role("button", name="Ta tillbaka alla").click()
    expect(asa.get_by_text("1 samtycke är tillbakataget")).to_be_visible()
    check_accessible(asa)

    assert bo.request.get(where).status == 404
    bo.reload()
    heading(bo, "Åsa Öberg")
    expect(bo.get_by_role("link", name="intyg.txt")).to_have_count(0)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_the_participant_leaves_at_once_and_back_shows_nothing(stage, window, way):
    asa = window(stage.own)
    asa.goto("/min-sida/")
    heading(asa, "Hej Åsa")
    asa.goto("/min-sida/samtycken/")
    assert asa.title() == "Min sida"

    if way == "button":
        asa.get_by_role("button", name="Lämna sidan nu").click()
    else:
        asa.keyboard.press("Escape")

    heading(asa, "Sidan är stängd")
    assert asa.title() == "Sidan är stängd"
    asa.go_back()
    expect(asa).to_have_url(re.compile("/konto/logga-in/"), timeout=LONG)
    assert "Åsa" not in asa.content()
    assert asa.context.cookies() == [
        one for one in asa.context.cookies() if "session" not in one["name"]
    ]
