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


def password_in(lines):
    said = re.search(r"^Lösenord för alla: (\S+)$", "\n".join(lines), re.MULTILINE)
    return said[1]


def test_first_start_says_who_can_sign_in(started):
    assert any(line.startswith(f"  {ALVA.email}") for line in started.lines)
    assert started.lines[:2] == ["Gör i ordning databasens tabeller …", "Läser in exemplet …"]


def test_first_start_to_signed_in(window, started, check_accessible, screenshot):
    window.goto("/")
    window.get_by_label("E-post").fill(ALVA.email)
    window.get_by_label("Lösenord").fill(password_in(started.lines))
    window.get_by_role("button", name="Logga in", exact=True).click()

    assert window.get_by_role("link", name="Ung Framtid").first.is_visible()
    check_accessible(window)
    screenshot(window, "efter-inloggning")


def test_second_start_keeps_what_there_was(data, started):
    password = password_in(started.lines)
    assert started.end() == 0

    with Start(data) as again:
        assert password_in(again.lines) == password
        assert "Läser in exemplet …" not in again.lines
