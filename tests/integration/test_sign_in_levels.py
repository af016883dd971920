"""How sure a sign-in is, against a provider that others have written, in a process beside."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import closing
from urllib.parse import urlencode, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache

from stegvis.organisations.models import Membership, RoleLevel
from tests.cast import PASSWORD

START = "/konto/extern/organisation/"
LEVELS = {"loa1": 1, "loa2": 2, "loa3": 3}
LOW = "var inte tillräckligt säker för Stegvis"
OLD = "för länge sedan"
WRONG_ACCOUNT = "hör till ett annat konto i Stegvis"
PATIENCE_SECONDS = 30
SEEN = ["Ung Framtid"]
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of a person that does not exist


@pytest.fixture(scope="module")
def server():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    environment = {"PATH": os.environ["PATH"]}
    running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    wait_for(url)
    yield url
    running.terminate()
    running.wait(PATIENCE_SECONDS)


def wait_for(url):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            ask("GET", f"{url}/.well-known/openid-configuration")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the provider did not start")


@pytest.fixture
def outside(server, settings, db):
    cache.clear()

    def configure(**more):
        told = {"server_url": server, "oauth_pkce_enabled": True, "verified_email": False}
        told |= {"levels": LEVELS, "max_age": 0, **more}
        app = {"provider_id": "organisation", "name": "Kommunen", "client_id": "stegvis"}
        apps = [{**app, "secret": "provarhemlighet", "settings": told}]
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}

    configure()
    return configure


def ask(method, url, body="", kind="application/x-www-form-urlencoded"):
    """Where the answer leads; it is not followed."""
    parts = urlsplit(url)
    with closing(http.client.HTTPConnection(parts.netloc)) as connection:
        where = f"{parts.path}?{parts.query}"
        connection.request(method, where, body, {"Content-Type": kind})
        answer = connection.getresponse()
        answer.read()
        return answer.headers["Location"]


def come_in(client, server, subject, **claims):
    """As the person does: to the provider, who they are there, and back."""
    leaving = client.post(START)["Location"]
    told = {"email": "alva@exempel.se", "email_verified": True, **claims}
    ask("PUT", f"{server}/users/{subject}", json.dumps(told), "application/json")
    back = ask("POST", leaving, urlencode({"sub": subject}))
    return client.get(back[back.index("/konto/") :])


def asks_for(cast, level):
    RoleLevel.objects.create(association=cast.here, role="programme_leader", level=level)


def programmes_of(client):
    return [one.name for one in client.get("/insatser/").context["listing"].rows]


@pytest.mark.parametrize(
    ("acr", "asked", "seen"),
    [("loa3", 3, SEEN), ("loa3", 2, SEEN), ("loa2", 3, []), ("loa1", 2, [])],
)
@pytest.mark.usefixtures("outside")
def test_a_role_holds_when_the_sign_in_is_sure_enough(client, cast, server, acr, asked, seen):
    asks_for(cast, asked)

    answer = come_in(client, server, "alva", acr=acr)

    assert (answer.status_code, programmes_of(client)) == (302, seen)


@pytest.mark.parametrize("claims", [{}, {"acr": "loa0"}, {"acr": ["loa3"]}, {"acr": ""}])
def test_a_missing_or_unknown_level_is_refused(client, cast, server, outside, claims):
    answer = come_in(client, server, "alva", **claims)

    assert (answer.status_code, LOW in answer.content.decode()) == (401, True)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("age", "status"), [(10, 302), (3600, 401), (-3600, 401), (None, 401), ("igår", 401)]
)
def test_an_old_sign_in_is_refused(client, cast, server, outside, age, status):
    outside(max_age=600)
    then = time.time() - age if isinstance(age, int) else age

    answer = come_in(client, server, "alva", acr="loa3", auth_time=then)

    assert answer.status_code == status
    assert (OLD in answer.content.decode()) == (status == 401)


def test_without_named_levels_it_is_as_sure_as_a_password(client, cast, server, outside):
    outside(levels={})
    asks_for(cast, 2)

    come_in(client, server, "alva", acr="loa3")

    assert programmes_of(client) == []
    RoleLevel.objects.update(level=1)
    assert programmes_of(client) == SEEN


@pytest.mark.usefixtures("outside")
def test_an_address_given_to_somebody_else_opens_nothing(client, cast, server):
    come_in(client, server, "alva-1", acr="loa3")
    client.post("/konto/logga-ut/")

    answer = come_in(client, server, "alva-2", acr="loa3")

    assert (answer.status_code, WRONG_ACCOUNT in answer.content.decode()) == (401, True)
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("outside")
def test_a_subject_with_the_address_of_another_account_is_refused(client, cast, server):
    come_in(client, server, "alva-1", acr="loa3")
    client.post("/konto/logga-ut/")

    answer = come_in(client, server, "alva-1", acr="loa3", email=cast.bo.email)

    assert (answer.status_code, WRONG_ACCOUNT in answer.content.decode()) == (401, True)


def test_a_person_whose_address_has_changed_is_still_the_same(client, cast, server, outside):
    come_in(client, server, "alva-1", acr="loa3")
    client.post("/konto/logga-ut/")

    come_in(client, server, "alva-1", acr="loa3", email="alva.nytt@exempel.se")

    assert client.session["_auth_user_id"] == str(cast.alva.pk)


def test_what_the_provider_tells_is_not_kept(client, cast, server, outside):
    come_in(client, server, "alva-1", acr="loa3", name="Alva", personal_number="19900101-0017")
    client.post("/konto/logga-ut/")
    come_in(client, server, "alva-1", acr="loa3", personal_number="19900101-0017")

    assert list(SocialAccount.objects.values_list("uid", "extra_data")) == [("alva-1", {})]


def test_a_password_is_less_sure_than_a_password_and_a_code(client, cast, settings):
    cast.alva.set_password(PASSWORD)
    cast.alva.save()
    asks_for(cast, 2)

    client.post("/konto/logga-in/", {"login": cast.alva.email, "password": PASSWORD})
    told = client.get("/").content.decode()
    before = programmes_of(client)
    client.post("/konto/logga-ut/")
    TOTP.activate(cast.alva, SECRET)
    client.post("/konto/logga-in/", {"login": cast.alva.email, "password": PASSWORD})
    client.post("/konto/logga-in/kod/", {"code": code_now()})

    assert before == []
    assert "Rollen Programledare kräver inloggning med två steg" in told
    assert programmes_of(client) == SEEN


def code_now():
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


@pytest.mark.parametrize(("asks", "seen"), [(False, SEEN), (True, [])])
def test_only_in_earnest_do_roles_ask_by_themselves(client, cast, settings, asks, seen):
    settings.STEGVIS_ROLES_ASK_FOR_LEVELS = asks
    cast.alva.set_password(PASSWORD)
    cast.alva.save()

    client.post("/konto/logga-in/", {"login": cast.alva.email, "password": PASSWORD})

    assert programmes_of(client) == seen


def test_a_changed_role_bites_at_the_next_request(client, cast):
    client.force_login(cast.alva, backend="allauth.account.auth_backends.AuthenticationBackend")
    before = client.get(f"/insatser/{cast.programme.pk}/uppgifter/").status_code

    Membership.objects.filter(user=cast.alva).update(role="evaluator")

    after = client.get(f"/insatser/{cast.programme.pk}/uppgifter/").status_code
    assert (before, after) == (200, 404)
