"""T10: headers of every address, errors and static files too; and what Django finds itself."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from stegvis.core.calculations.encryption import new_key
from stegvis.web.shell import views
from tests.cast import sign_in
from tests.house import ROOT
from tests.trust.headers import MISSING, asked, every_address, faults_of, wrong
from tests.trust.measuring import Size
from tests.undone import undone

CHECK = "T10"
STATIC = "/static/css/base.css"
SAFE = "stegvis.web.shell.middleware.headers.safe_headers"


@pytest.fixture
def browsers(cast):
    """Signed out, and a programme leader."""
    return Client(raise_request_exception=False), sign_in(
        Client(raise_request_exception=False), cast.alva
    )


def test_every_address_says_what_it_should(browsers, found):
    answers = []
    for browser in browsers:
        for where in (*every_address(), *MISSING):
            with undone():
                answers += asked(browser, where)

    faults = wrong(answers)

    assert faults == []
    found.add("answers", len(faults), len(answers))


def test_errors_say_what_they_should(browsers, monkeypatch, found):
    monkeypatch.setattr(views, "render", lambda *_: 1 / 0)
    elsewhere = Client(enforce_csrf_checks=True)
    answers = [
        ("GET", "/", browsers[1].get("/")),
        ("POST", "/val/sprak/", elsewhere.post("/val/sprak/")),
        ("GET", "host", elsewhere.get("/", headers={"host": "någon.annan"})),
    ]
    assert [answer.status_code for _method, _where, answer in answers] == [500, 403, 400]

    faults = wrong(answers)

    assert faults == []
    found.add("answers", len(faults), len(answers))


PLANTED = {
    "without ours": lambda settings: settings.MIDDLEWARE.remove(SAFE),
    "without the policy": lambda settings: settings.MIDDLEWARE.remove(
        "csp.middleware.CSPMiddleware"
    ),
    "without Django's": lambda settings: settings.MIDDLEWARE.remove(
        "django.middleware.security.SecurityMiddleware"
    ),
    "framed": lambda settings: settings.MIDDLEWARE.remove(
        "django.middleware.clickjacking.XFrameOptionsMiddleware"
    ),
    "inline": lambda settings: directives(settings, "style-src").append("'unsafe-inline'"),
    "anywhere": lambda settings: directives(settings, "img-src").append("*"),
}


def directives(settings, name):
    return settings.CONTENT_SECURITY_POLICY["DIRECTIVES"][name]


@pytest.mark.parametrize("name", PLANTED)
def test_an_answer_that_says_less_is_seen(db, settings, name, found):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE]
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    settings.CONTENT_SECURITY_POLICY = {
        "DIRECTIVES": {which: [*said] for which, said in policy.items()}
    }
    PLANTED[name](settings)

    answer = Client().get("/konto/logga-in/")

    found.count("planted", faults_of(answer))


def test_django_finds_nothing_in_production(size, found):
    """In the usual run, a test of its own asks it."""
    if size == Size.SAMPLE:
        pytest.skip("in trust")
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = kept | {
        "STEGVIS_MODE": "production",
        "STEGVIS_SECRET_KEY": "prov" * 20 + "abcdefgh",
        "STEGVIS_KEYS": new_key(),
        "STEGVIS_INDEX_KEYS": new_key(),
        "STEGVIS_HOSTS": "stegvis.exempel.se",
        "DATABASE_URL": "postgresql://web:x@db.exempel.se/stegvis",
    }
    command = ["-m", "stegvis.config.manage", "check", "--deploy", "--fail-level", "WARNING"]

    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=own, capture_output=True, check=False
    )

    assert done.stderr == b""
    found.add("runs of check --deploy", done.returncode, 1)
