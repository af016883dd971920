"""Sessions end, and what was being written then is not lost."""

import time
from datetime import date

import pytest
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.test import RequestFactory
from django.urls import path

from stegvis.config import urls as product
from stegvis.core.actions.drafts import kept
from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.viewers import anyone, signed_in
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.web.shell.kept_text import kept_text, waiting_text
from tests.cast import sign_in

HOUR = 3600
WRITTEN = {"text": "Tre sidor om samverkan", "val": ["a", "b"], "password": "hemligt"}


@page(allow=signed_in, methods=("GET", "POST"))
def writing(request):
    if request.method == "POST":
        return HttpResponseRedirect("/")
    return JsonResponse(kept_text(request))


@page(allow=signed_in, methods=("POST",))
def only_sending(request):
    return HttpResponse(viewer_of(request).name)


@page(allow=anyone, methods=("POST",))
def open_to_all(request):
    del request
    return HttpResponse("ja")


urlpatterns = [
    path("skriv/", writing),
    path("skicka/", only_sending),
    path("oppen/", open_to_all),
    *product.urlpatterns,
]
pytestmark = pytest.mark.urls("tests.integration.test_sessions")


@pytest.fixture
def alva(db, django_user_model):
    return django_user_model.objects.create_user("alva@exempel.se", name="Alva Alm")


@pytest.fixture
def idle(client, alva):
    """Alva has been away for longer than a session lasts."""
    sign_in(client, alva).get("/skriv/")
    set_back(client, latest_at=settings.STEGVIS_IDLE_MINUTES * 60 + 1)
    return client


def set_back(client, **seconds):
    session = client.session
    for name, ago in seconds.items():
        session[name] = time.time() - ago
    session.save()


def test_a_session_in_use_goes_on(client, alva):
    sign_in(client, alva).get("/skriv/")
    set_back(client, latest_at=settings.STEGVIS_IDLE_MINUTES * 60 - 60)

    assert client.get("/skriv/").status_code == 200
    assert time.time() - client.session["latest_at"] < 60


def test_an_idle_session_ends(idle):
    assert idle.get("/skriv/")["Location"] == "/konto/logga-in/?next=/skriv/"
    assert "_auth_user_id" not in idle.session


def test_a_session_ends_with_the_working_day(client, alva):
    sign_in(client, alva).get("/skriv/")
    set_back(client, began_at=settings.STEGVIS_LONGEST_SESSION_HOURS * HOUR + 1)

    assert client.get("/skriv/").status_code == 302


def test_what_was_written_is_offered_after_sign_in(idle, alva):
    answer = idle.post("/skriv/", WRITTEN)

    assert answer["Location"] == "/konto/logga-in/?next=/skriv/"
    assert "finns kvar" in idle.get("/konto/logga-in/").content.decode()
    assert sign_in(idle, alva).get("/skriv/").json() == {
        "text": WRITTEN["text"],
        "val": WRITTEN["val"],
    }


def test_what_was_written_is_kept_when_something_else_found_the_end(idle, alva):
    idle.get("/skriv/")

    idle.post("/skriv/", WRITTEN)

    assert kept(alva.pk, "/skriv/")["text"] == WRITTEN["text"]


def test_what_has_been_sent_is_let_go(idle, alva):
    idle.post("/skriv/", WRITTEN)
    sign_in(idle, alva).get("/skriv/")

    idle.post("/skriv/", WRITTEN)

    assert kept(alva.pk, "/skriv/") is None


def test_what_is_thrown_away_is_gone(idle, alva):
    idle.post("/skriv/", WRITTEN)
    sign_in(idle, alva)

    answer = idle.post("/konto/kvar/slang/", {"place": "/skriv/", "back": "/skriv/"})

    assert (answer["Location"], kept(alva.pk, "/skriv/")) == ("/skriv/", None)


def test_a_form_without_a_page_leads_back_to_where_it_stood(idle, alva):
    answer = idle.post("/skicka/", WRITTEN, HTTP_REFERER="http://testserver/skriv/")

    assert answer["Location"] == "/konto/logga-in/?next=/skriv/"
    assert kept(alva.pk, "/skicka/")["text"] == WRITTEN["text"]


def test_a_page_that_does_not_fill_in_offers_to_send_again(idle, alva):
    idle.post("/skicka/", WRITTEN)

    page = sign_in(idle, alva).get("/konto/").content.decode()

    assert '<form method="post" action="/skicka/">' in page
    assert f'<input type="hidden" name="text" value="{WRITTEN["text"]}">' in page
    assert page.count('name="val"') == 2
    assert "hemligt" not in page


def test_nothing_is_asked_for_where_no_session_has_ended(client, alva, django_assert_num_queries):
    sign_in(client, alva).get("/skriv/")
    request = RequestFactory().get("/konto/")
    request.session = client.session
    request.viewer = viewer_for(alva.pk, on=date(2030, 1, 1))

    with django_assert_num_queries(1):  # the session's own
        assert waiting_text(request) is None


def test_a_stranger_keeps_nothing(client, db):
    client.post("/skriv/", WRITTEN)

    assert "session_ended" not in client.session


def test_a_page_for_all_is_answered_as_usual(idle):
    assert idle.post("/oppen/").content == b"ja"


def test_a_fragment_becomes_the_page_of_sign_in(idle):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/skriv/"}

    answer = idle.post("/skicka/", WRITTEN, headers=headers)

    assert answer["HX-Redirect"] == "/konto/logga-in/?next=%2Fskriv%2F"


def test_another_person_on_the_same_screen_gets_nothing(idle, django_user_model):
    idle.post("/skriv/", WRITTEN)
    bo = django_user_model.objects.create_user("bo@exempel.se", name="Bo Berg")

    sign_in(idle, bo)

    assert idle.get("/skriv/").json() == {}
    assert "session_ended" not in idle.session
