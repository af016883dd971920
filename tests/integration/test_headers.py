"""What an answer tells the browser: nothing is stored, nothing foreign runs, nobody frames it."""

import os
import subprocess
import sys

import pytest

from stegvis.core.calculations.encryption import new_key
from tests.cast import sign_in
from tests.house import ROOT

EXPECTED = {
    "Cache-Control": "no-store, private",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def alva(db, django_user_model):
    return django_user_model.objects.create_user("alva@exempel.se", name="Alva Alm")


@pytest.mark.parametrize("address", ["/", "/konto/", "/finns-inte/"])
def test_a_page_is_stored_nowhere(client, alva, address):
    answer = sign_in(client, alva).get(address)

    assert {name: answer.get(name) for name in EXPECTED} == EXPECTED


def test_only_our_own_scripts_and_styles_run(client, db):
    policy = client.get("/konto/logga-in/")["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert "unsafe" not in policy
    assert (rules["default-src"], rules["style-src"], rules["frame-ancestors"]) == (
        "'none'",
        "'self'",
        "'none'",
    )
    assert rules["script-src"].split()[0] == "'self'"


PRODUCTION = {
    "STEGVIS_MODE": "production",
    "STEGVIS_SECRET_KEY": "prov" * 20 + "abcdefgh",
    "STEGVIS_KEYS": new_key(),
    "STEGVIS_INDEX_KEYS": new_key(),
    "STEGVIS_HOSTS": "stegvis.exempel.se",
    "DATABASE_URL": "postgresql://web:x@db.exempel.se/stegvis",
}
ASKED = """
import django; django.setup()
from django.conf import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME, s.SESSION_COOKIE_SECURE,
      s.SECURE_HSTS_SECONDS, s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN, s.STEGVIS_SENDS_LETTERS)
"""


def in_production(*arguments):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {**kept, **PRODUCTION, "DJANGO_SETTINGS_MODULE": "stegvis.config.settings"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)


def test_production_passes_djangos_own_check():
    checked = in_production(
        "-m", "stegvis.config.manage", "check", "--deploy", "--fail-level", "WARNING"
    )

    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.strip() == "System check identified no issues (0 silenced)."


def test_cookies_of_production_are_bound_to_the_host():
    told = in_production("-c", ASKED)

    assert told.stdout.split() == [
        "__Host-session",
        "__Host-csrf",
        "__Host-language",
        "True",
        "31536000",
        "False",
        "False",
    ], told.stderr
