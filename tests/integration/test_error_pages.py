"""Pages that say what went wrong, and what to do."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory

from stegvis.web.shell import errors
from stegvis.web.shell.middleware.away import DatabaseAway
from tests.cast import sign_in


def away(method, error):
    def respond(_request):
        raise error

    return DatabaseAway(respond)(RequestFactory().generic(method, "/insatser/"))


def test_missing_page_is_a_page_of_the_product(client, cast):
    answer = sign_in(client, cast.alva).get("/finns-inte/")

    assert answer.status_code == 404
    assert "<h1>Sidan finns inte</h1>" in answer.content.decode()
    assert "Alva Alm" in answer.content.decode()


def test_form_from_elsewhere_is_too_old(cast):
    client = sign_in(Client(enforce_csrf_checks=True), cast.alva)

    answer = client.post("/val/farger/", {"colours": "dark"})

    assert answer.status_code == 403
    assert "<h1>Formuläret är för gammalt</h1>" in answer.content.decode()


@pytest.mark.parametrize("error", [OperationalError("away"), InterfaceError("away")])
def test_page_is_asked_for_again_when_the_database_is_away(error):
    answer = away("GET", error)

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert '<meta http-equiv="refresh" content="5">' in answer.content.decode()


def test_form_is_not_sent_again_by_itself_when_the_database_is_away():
    answer = away("POST", OperationalError("away"))

    assert answer.status_code == 503
    assert "http-equiv" not in answer.content.decode()
    assert "togs inte emot" in answer.content.decode()


def test_page_about_a_fault_asks_nothing_of_the_database():
    answer = errors.went_wrong(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert "<h1>Något gick fel</h1>" in answer.content.decode()


def test_what_cannot_be_understood_is_told(client, cast):
    request = RequestFactory().get("/")

    answer = errors.not_understood(request)

    assert answer.status_code == 400
    assert "<h1>Det gick inte att förstå</h1>" in answer.content.decode()
