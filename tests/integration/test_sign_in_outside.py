"""Signing in through the organisation's provider: known people only, and never a new account."""

import re
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from django.core.cache import cache

from tests.oidc_provider import running_provider

START = "/konto/extern/organisation/"
REFUSED = "har inget konto i Stegvis"


@pytest.fixture
def provider(settings):
    cache.clear()
    with running_provider() as running:
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [running.app()]}}
        yield running


@pytest.fixture
def alva(db, django_user_model):
    return django_user_model.objects.create_user("alva@exempel.se", "ett lösenord", name="Alva Alm")


def come_back(client, **data):
    """Through the provider's page and back, as a browser goes."""
    leaving = client.post(START, data)
    page = urlopen(leaving["Location"]).read().decode()  # noqa: S310 - on this machine
    return client.get(re.search(r'href="[^"]*?(/konto/[^"]+)"', page)[1])


def claims(**more):
    return {"sub": "a1", "email": "alva@exempel.se", "email_verified": True, **more}


def test_a_known_person_comes_in(client, alva, provider):
    provider.claims = claims(email="Alva@Exempel.se")

    answer = come_back(client, next="/konto/")

    assert (answer.status_code, answer["Location"]) == (302, "/konto/")
    assert client.session["_auth_user_id"] == str(alva.pk)


def test_the_password_still_works_afterwards(client, alva, provider):
    provider.claims = claims()

    come_back(client)

    alva.refresh_from_db()
    assert alva.check_password("ett lösenord")


def test_an_unknown_person_gets_no_account(client, alva, provider, django_user_model):
    provider.claims = claims(email="okand@exempel.se")

    answer = come_back(client)

    assert REFUSED in answer.content.decode()
    assert django_user_model.objects.count() == 1


def test_an_address_nobody_has_verified_is_nobody(client, alva, provider):
    provider.claims = claims(email_verified=False)

    answer = come_back(client)

    assert REFUSED in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_closed_account_stays_closed(client, alva, provider):
    alva.is_active = False
    alva.save()
    provider.claims = claims()

    come_back(client)

    assert "_auth_user_id" not in client.session


def test_too_low_a_level_is_refused(client, alva, provider, settings):
    apps = [provider.app(levels={"loa3": 3})]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}

    provider.claims = claims(acr="loa2")
    assert come_back(client).status_code == 401

    provider.claims = claims(acr="loa3")
    assert come_back(client).status_code == 302


def test_accounts_are_never_connected(client, alva, provider):
    provider.claims = claims()
    client.force_login(alva, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = come_back(client, process="connect")

    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_an_answer_that_was_not_asked_for_is_refused(client, alva, provider):
    answer = client.get(f"{START}svar/?code=x&state=y")

    assert answer.status_code == 401
    assert "Det gick inte att logga in" in answer.content.decode()


def test_a_person_who_turns_back_is_told_so(client, alva, provider):
    asked = parse_qs(urlsplit(client.post(START)["Location"]).query)

    back = {"error": "access_denied", "state": asked["state"][0]}
    page = client.get(f"{START}svar/", back, follow=True)

    assert (page.status_code, page.redirect_chain) == (200, [("/konto/extern/avbruten/", 302)])
    assert "Inloggningen avbröts" in page.content.decode()


def test_who_has_no_password_cannot_change_it(client, alva, provider):
    alva.set_unusable_password()
    alva.save()
    provider.claims = claims()
    come_back(client)

    assert client.get("/konto/losenord/").status_code == 404
    assert "/konto/losenord/" not in client.get("/konto/").content.decode()


def test_a_provider_that_is_not_configured_does_not_exist(client, db):
    assert client.post("/konto/extern/nagon-annan/").status_code == 404
