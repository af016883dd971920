"""The language: chosen on the screen, else the account's own, else Swedish."""

import pytest

from tests.cast import sign_in

PAGE, CHOOSE, COOKIE = "/konto/logga-in/", "/val/sprak/", "stegvis_language"


@pytest.fixture
def eve(db, django_user_model):
    return django_user_model.objects.create_user("eve@exempel.se", name="Eve", language="en")


def language_of(client, page="/konto/"):
    return client.get(page)["Content-Language"]


def test_a_stranger_is_met_in_swedish(client, db):
    assert language_of(client, PAGE) == "sv"


def test_a_stranger_may_choose(client, db):
    answer = client.post(CHOOSE, {"language": "en", "back": PAGE})

    assert (answer["Location"], language_of(client, PAGE)) == (PAGE, "en")


def test_the_account_has_a_language_of_its_own(client, eve):
    assert language_of(sign_in(client, eve)) == "en"


def test_the_choice_on_the_screen_stands_over_the_account(client, eve):
    client.cookies[COOKIE] = "sv"

    assert language_of(sign_in(client, eve)) == "sv"


def test_a_choice_is_remembered_by_the_account(client, eve):
    sign_in(client, eve).post(CHOOSE, {"language": "sv"})

    eve.refresh_from_db()
    assert eve.language == "sv"


@pytest.mark.parametrize("written", ["", "de", "../en"])
def test_a_language_that_does_not_exist_changes_nothing(client, eve, written):
    sign_in(client, eve).post(CHOOSE, {"language": written})

    eve.refresh_from_db()
    assert (eve.language, COOKIE in client.cookies) == ("en", False)


def test_choosing_never_leads_to_another_site(client, db):
    answer = client.post(CHOOSE, {"language": "en", "back": "https://example.org/"})

    assert answer["Location"] == "/"
