"""A second factor: asked for, never bypassed, and unreadable in the database."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.urls import reverse

from stegvis.web.accounts.mounted import OWN
from tests.cast import PASSWORD

SIGN_IN, CODE = "/konto/logga-in/", "/konto/logga-in/kod/"
WITHOUT_A_KEY = [row for row in OWN if "GET" in row.methods and "<" not in row.address]
ELSEWHERE = {"mfa_activate_totp", "mfa_reauthenticate_webauthn"}  # on already; no key to use
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of a person that does not exist


@pytest.fixture
def alva(db, django_user_model):
    cache.clear()
    user = django_user_model.objects.create_user("alva@exempel.se", PASSWORD, name="Alva Alm")
    TOTP.activate(user, SECRET)
    return user


def code_now():
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def with_password(client, user):
    return client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})


def test_the_password_alone_is_not_enough(client, alva):
    assert with_password(client, alva)["Location"] == CODE
    assert client.get("/").status_code == 302


def test_the_code_lets_in(client, alva):
    with_password(client, alva)

    assert client.post(CODE, {"code": code_now()})["Location"] == "/"


def test_a_wrong_code_is_told_as_a_sentence(client, alva):
    with_password(client, alva)

    page = client.post(CODE, {"code": "000000"})

    assert page.context["form"].errors == {
        "code": ["Koden stämmer inte. Skriv den som visas just nu."]
    }


def test_a_code_works_once(client, alva):
    code = code_now()
    with_password(client, alva)
    client.post(CODE, {"code": code})
    client.post("/konto/logga-ut/")
    with_password(client, alva)

    assert client.post(CODE, {"code": code}).status_code == 200


def test_the_secret_is_unreadable_in_the_database(alva):
    stored = Authenticator.objects.get(user=alva).data["secret"]

    assert SECRET not in stored


def test_the_way_in_is_changed_only_after_asking_again(client, alva):
    with_password(client, alva)
    client.post(CODE, {"code": code_now()})

    answer = client.get("/konto/app/ta-bort/")

    assert answer["Location"].startswith("/konto/bekrafta/")
    again = client.post(answer["Location"], {"password": PASSWORD})
    assert again["Location"] == "/konto/app/ta-bort/"
    assert client.get("/konto/app/ta-bort/").status_code == 200


def test_the_account_page_tells_what_protects_it(client, alva):
    with_password(client, alva)
    client.post(CODE, {"code": code_now()})

    page = client.get("/konto/").content.decode()

    assert "Koder från en app: på" in page
    assert "Passernyckel: ingen" in page


def test_every_page_of_the_account_opens(client, alva):
    """A GET of allauth that writes, where the table gives no reason, fails here."""
    RecoveryCodes.activate(alva)
    with_password(client, alva)
    client.post(CODE, {"code": code_now()})
    client.post("/konto/bekrafta/?next=/konto/", {"password": PASSWORD})

    opened = {row.name: client.get(reverse(row.name)).status_code for row in WITHOUT_A_KEY}

    assert opened == {row.name: 302 if row.name in ELSEWHERE else 200 for row in WITHOUT_A_KEY}
