"""Pages that say what went wrong, and what to do; the database away has tests of its own."""

from django.test import Client, RequestFactory

from stegvis.web.shell import errors
from tests.cast import sign_in


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


def test_page_about_a_fault_asks_nothing_of_the_database():
    answer = errors.went_wrong(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert "<h1>Något gick fel</h1>" in answer.content.decode()


def test_what_cannot_be_understood_is_told(client, cast):
    request = RequestFactory().get("/")

    answer = errors.not_understood(request)

    assert answer.status_code == 400
    assert "<h1>Det gick inte att förstå</h1>" in answer.content.decode()
