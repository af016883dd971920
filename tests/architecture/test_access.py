"""No page without a reader; a GET changes nothing; what one may not see does not exist."""

import re
from urllib.parse import quote

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.urls import NoReverseMatch, path, reverse

from stegvis.config import permissions
from stegvis.config import urls as product
from stegvis.core.actions.pages import page
from stegvis.core.values.viewers import NOBODY, MayAnywhere, anyone, signed_in
from stegvis.organisations.values.roles import Permission
from tests.cast import sign_in

ADDRESSES = permissions.addresses()
SAMPLES = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "1"}
PARAMETER = re.compile(r"<(?:(\w+):)?\w+>|\(\?P<\w+>[^)]*\)")
SIGN_IN = "/konto/logga-in/"


def sample(address):
    """An address that its pattern matches, of something that does not exist."""
    return PARAMETER.sub(lambda found: SAMPLES.get(found[1], "x"), address.route)


def named(address):
    return address.route


CLOSED = [one for one in ADDRESSES if one.declared and not one.declared.allow(NOBODY)]


@pytest.mark.parametrize("address", ADDRESSES, ids=named)
def test_every_view_says_who_may_enter(address):
    assert address.declared is not None
    assert permissions.who(address.declared.allow) != ""


@pytest.mark.parametrize("address", CLOSED, ids=named)
def test_signed_out_is_led_to_sign_in(client, db, address):
    where = sample(address)

    for method in address.declared.methods:
        answer = client.generic(method, where)

        back = where if "GET" in address.declared.methods else "/"
        assert (answer.status_code, answer["Location"]) == (302, f"{SIGN_IN}?next={quote(back)}")


@pytest.mark.parametrize("address", ADDRESSES, ids=named)
def test_other_methods_are_refused(client, db, address, somebody):
    sign_in(client, somebody)

    answer = client.put(sample(address))

    assert answer.status_code in ({405} if address.declared.allow is signed_in else {404, 405})


@pytest.fixture
def somebody(db, django_user_model):
    """Has an account and no standing at all."""
    return django_user_model.objects.create_user("nagon@exempel.se", name="Någon")


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_set_password",
        "socialaccount_connections",
        "socialaccount_signup",
        "mfa_signup_webauthn",
        "usersessions_list",
        "admin:index",
    ],
)
def test_what_is_not_used_is_not_mounted(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_djangos_admin_is_not_installed():
    assert [app for app in settings.INSTALLED_APPS if "admin" in app] == []


# Planted views: what the declaration does with those that misbehave.


def inserts(_request):
    Session.objects.create(
        session_key="planterad", session_data="", expire_date="2030-01-01T00:00Z"
    )
    return HttpResponse("skrivet")


def takes_a_number(_request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('django_content_type_id_seq')")
    return HttpResponse("taget")


def hides_an_insert(_request):
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH hidden AS (INSERT INTO django_session VALUES ('x', '', now()) RETURNING 1) "
            "SELECT * FROM hidden"
        )
    return HttpResponse("gömt")


WRITERS = (inserts, takes_a_number, hides_an_insert)
BOTH = ("GET", "POST")
urlpatterns = [
    *(path(f"{view.__name__}/", page(allow=anyone, methods=BOTH)(view)) for view in WRITERS),
    path("excused/", page(allow=anyone, writes_on_get="För att.")(inserts)),
    path("closed/", page(allow=MayAnywhere(Permission.WRITE_REPORTS))(inserts)),
    path("silent/", inserts),
    *product.urlpatterns,
]
planted = pytest.mark.urls("tests.architecture.test_access")


@planted
@pytest.mark.parametrize("view", WRITERS, ids=lambda view: view.__name__)
def test_a_get_that_writes_is_refused_by_the_database(client, db, view):
    with pytest.raises(DatabaseError, match="read-only transaction"):
        client.get(f"/{view.__name__}/")


@planted
@pytest.mark.parametrize("view", WRITERS, ids=lambda view: view.__name__)
def test_a_post_may_write(client, db, view):
    assert client.post(f"/{view.__name__}/").status_code == 200


@planted
def test_a_get_with_a_reason_may_write(client, db):
    assert client.get("/excused/").status_code == 200


@planted
def test_what_one_may_not_enter_does_not_exist(client, somebody):
    sign_in(client, somebody)

    assert client.get("/closed/").content == client.get("/finns-inte-alls/").content
    assert client.get("/closed/").status_code == 404


@planted
def test_a_view_that_says_nothing_is_closed_to_strangers(client, db):
    assert client.get("/silent/").status_code == 302
