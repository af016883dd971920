"""From nothing to signed in: `python3 run.py` in an empty folder, and a browser."""

import re

import pytest

from demo.people import ALVA
from tests.postgresql_places import temporary_folder
from tests.starts import Start
from tests.stories.conftest import WIDE


@pytest.fixture(scope="module")
def data():
    """One database for all starts here, in a path with a space."""
    with temporary_folder() as folder:
        yield folder / "Mina dokument"


@pytest.fixture(scope="module")
def started(data):
    with Start(data) as running:
        yield running


@pytest.fixture
def window(browser, started):
    context = browser.new_context(base_url=started.address, viewport=WIDE, locale="sv-SE")
    yield context.new_page()
    context.close()


@pytest.fixture
def alvas(window, started):
    """Alva's window, signed in as the terminal said."""
    window.goto("/")
    window.get_by_label("E-post").fill(ALVA.email)
    window.get_by_label("Lösenord").fill(password_in(started.lines))
    window.get_by_role("button", name="Logga in", exact=True).click()
    return window


def password_in(lines):
    said = re.search(r"^Lösenord för alla: (\S+)$", "\n".join(lines), re.MULTILINE)
    return said[1]


def follow(window, name):
    window.get_by_role("link", name=name, exact=isinstance(name, str)).first.click()


def test_first_start_says_who_can_sign_in(started):
    assert any(line.startswith(f"  {ALVA.email}") for line in started.lines)
    assert started.lines[:2] == ["Gör i ordning databasens tabeller …", "Läser in exemplet …"]


def test_first_start_to_signed_in(alvas, check_accessible):
    alvas.get_by_role("heading", level=1, name="Att göra").wait_for()
    check_accessible(alvas)


def test_newcomer_finds_out_whether_the_goals_are_met(alvas, check_accessible):
    follow(alvas, "Ung Framtid")
    alvas.get_by_text("går inte att bedöma").first.wait_for()

    follow(alvas, "Minst 90 procent ska ha genomfört SMAIL")
    alvas.get_by_text("Varför går det inte att bedöma?").wait_for()
    check_accessible(alvas)


def test_newcomer_takes_the_report_home(alvas):
    follow(alvas, "Ung Framtid")
    follow(alvas, "Rapporter")
    follow(alvas, re.compile("Halvårsrapport"))
    follow(alvas, "Förhandsvisa")

    with alvas.expect_download() as waiting:
        follow(alvas, re.compile("Word"))

    assert waiting.value.suggested_filename.endswith(".docx")


def test_faults_of_a_delivery_are_told(alvas):
    follow(alvas, "Ung Framtid")
    follow(alvas, "Uppgifter")
    follow(alvas, re.compile("vecka"))

    alvas.get_by_text("Väntat: Kvinna, Man, Annat").first.wait_for()


def test_second_start_keeps_what_there_was(data, started):
    password = password_in(started.lines)
    assert started.end() == 0

    with Start(data) as again:
        assert password_in(again.lines) == password
        assert "Läser in exemplet …" not in again.lines
