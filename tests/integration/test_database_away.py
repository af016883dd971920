"""The database stops while somebody works: the page says so, and works again by itself."""

from contextlib import contextmanager
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client, RequestFactory

from tests.cast import sign_in
from tests.database import OWN_NAME, as_superuser, empty_tables

TEXT = "Det här skrev jag just nu <b>"


@pytest.fixture
def alva(django_db_setup, django_db_blocker):
    """Really committed, as connections come and go."""
    with django_db_blocker.unblock():
        yield get_user_model().objects.create_user("alva@exempel.se", name="Alva Alm")
        connections.close_all()
        empty_tables()


@pytest.fixture
def cookies(alva):
    return sign_in(Client(), alva).cookies.output(header="", sep=";").strip()


def ask(method, path, cookies, data=None, origin="http://testserver"):
    """Through the whole of the web process, with its signals, as a server would."""
    body = urlencode(data or {}).encode()
    environ = RequestFactory().generic(method, path, body).environ
    environ |= {"HTTP_COOKIE": cookies, "wsgi.input": BytesIO(body)}
    environ |= {"HTTP_ORIGIN": origin}
    environ["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
    told = []
    answer = get_wsgi_application()(environ, lambda status, headers: told.extend((status, headers)))
    page = b"".join(answer).decode()
    answer.close()
    return told[0], dict(told[1]), page


@contextmanager
def stopped():
    """Nobody gets in, and those who were in are thrown out: as when a server is restarted."""
    as_superuser(f'ALTER DATABASE "{OWN_NAME}" ALLOW_CONNECTIONS false')
    as_superuser(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "  # noqa: S608 - our own
        f"WHERE datname = '{OWN_NAME}'"
    )
    try:
        yield
    finally:
        as_superuser(f'ALTER DATABASE "{OWN_NAME}" ALLOW_CONNECTIONS true')


def test_a_page_says_so_and_works_again_by_itself(cookies):
    with stopped():
        status, headers, page = ask("GET", "/konto/", cookies)

    assert (status, headers["Retry-After"]) == ("503 Service Unavailable", "5")
    assert "Databasen svarar inte just nu" in page
    assert '<meta http-equiv="refresh" content="5">' in page
    assert headers["Cache-Control"] == "no-store, private"
    assert ask("GET", "/konto/", cookies)[0] == "200 OK"


def test_a_connection_that_was_never_open_says_the_same(cookies):
    connections.close_all()

    with stopped():
        status, _headers, page = ask("GET", "/", cookies)

    assert status == "503 Service Unavailable"
    assert "Databasen svarar inte just nu" in page


def test_what_was_sent_waits_on_the_page(cookies):
    with stopped():
        status, _headers, page = ask("POST", "/insatser/", cookies, {"text": TEXT})

    assert status == "503 Service Unavailable"
    assert 'name="text" value="Det här skrev jag just nu &lt;b&gt;"' in page
    assert "refresh" not in page


def test_what_another_site_sent_is_not_offered(cookies):
    with stopped():
        asked = ask("POST", "/insatser/", cookies, {"text": TEXT}, origin="https://example.org")

    assert "Det här skrev jag" not in asked[2]


def test_a_password_never_comes_back(cookies):
    with stopped():
        _status, _headers, page = ask(
            "POST", settings.LOGIN_URL, cookies, {"login": "a@b.se", "password": "hemligt"}
        )

    assert "hemligt" not in page
    assert "a@b.se" not in page
