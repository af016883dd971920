"""Language and colours, chosen for one's own screen."""

import pytest

from stegvis.web.shell.choices import COLOURS_COOKIE
from tests.cast import sign_in


def test_language_is_kept_and_leads_back(client, db, settings):
    answer = client.post("/val/sprak/", {"language": "en", "back": "/galleri/?sida=2"})

    assert (answer.status_code, answer["Location"]) == (302, "/galleri/?sida=2")
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert '<html lang="en"' in client.get("/galleri/").content.decode()


def test_language_that_does_not_exist_changes_nothing(client, db):
    client.post("/val/sprak/", {"language": "xx", "back": "/galleri/"})

    assert client.cookies == {}


def test_choice_never_leads_to_another_site(client, db):
    answer = client.post("/val/farger/", {"colours": "dark", "back": "//ond.example/"})

    assert answer["Location"] == "/"


def test_dark_colours_are_for_screens_only(client, db):
    client.post("/val/farger/", {"colours": "dark"})

    assert client.cookies[COLOURS_COOKIE].value == "dark"
    assert 'css/colours_dark.css" media="screen">' in client.get("/galleri/").content.decode()


def test_light_colours_need_no_dark_sheet(client, db):
    client.post("/val/farger/", {"colours": "light"})

    assert "colours_dark" not in client.get("/galleri/").content.decode()


def test_colours_follow_the_device_until_somebody_chooses(client, db):
    assert "(prefers-color-scheme: dark)" in client.get("/galleri/").content.decode()


def test_frame_shows_where_one_is(client, cast):
    content = sign_in(client, cast.alva).get("/insatser/").content.decode()

    assert '<a href="/insatser/" aria-current="page">Insatser</a>' in content
    assert '<a href="/">Hem</a>' in content


@pytest.mark.parametrize("back", ["https://exempel.se/", "//exempel.se/", "home", "\\\\x", ""])
def test_thrown_away_leads_to_no_foreign_page(client, cast, back):
    answer = sign_in(client, cast.alva).post("/konto/kvar/slang/", {"back": back})

    assert (answer.status_code, answer["Location"]) == (302, "/")
