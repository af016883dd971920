"""Every page that shows a person is logged before it leaves, or it does not leave."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test.utils import CaptureQueriesContext
from django.urls import path

from stegvis.config import urls as product
from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.pages import page
from stegvis.core.models import AccessEntry, Draft
from stegvis.core.values.privacy import IDENTITY, SENSITIVE
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, UncollectedError, did, refused, saw
from stegvis.core.values.viewers import NOBODY, signed_in
from stegvis.organisations.models import Membership
from stegvis.organisations.queries.viewers import viewer_for
from tests.cast import JOINED, sign_in

EVA, IVAR = UUID(int=1), UUID(int=2)
EVA_PAGE, SECRET = f"/eva/{EVA}/", "Evas uppgifter"


def looked_at(person):
    saw(person, about=(IDENTITY, SENSITIVE), ground="CASE")


def one(_request, person_id):
    looked_at(person_id)
    return HttpResponse(SECRET)


def several(_request):
    for person in (EVA, IVAR):
        saw(person, about=IDENTITY, ground="TEAM")
    return HttpResponse(SECRET)


def rendered(_request):
    class Late(SimpleTemplateResponse):
        @property
        def rendered_content(self):
            looked_at(EVA)
            return SECRET

    return Late("does-not-matter.html")


def hidden(_request, person_id):
    refused(person_id)
    raise Http404


def missing(_request, person_id):
    looked_at(IVAR)
    Draft.objects.get(pk=person_id)


def forbidden(request, person_id):
    looked_at(person_id)
    Draft.objects.create(user=request.viewer.user, place="/", content="x")
    raise Refused("Det går inte.")


def changes(request, person_id):
    looked_at(person_id)
    Draft.objects.create(user=request.viewer.user, place="/", content="x")
    return HttpResponse(SECRET, status=int(request.POST.get("status", 200)))


def discloses(_request, person_id):
    looked_at(person_id)
    did(Action.DISCLOSE, person_id, about=SENSITIVE, ground="CONSENT")
    return HttpResponse(SECRET)


def fails(_request, person_id):
    looked_at(person_id)
    raise RuntimeError


def nobody(_viewer):
    return False


BOTH = ("GET", "POST")
urlpatterns = [
    path("eva/<uuid:person_id>/", page(allow=signed_in, purpose="Vardag")(one), name="one"),
    path("lista/", page(allow=signed_in, action=Action.LIST)(several), name="several"),
    path("tom/", page(allow=signed_in)(lambda _request: HttpResponse())),
    path("sent/", page(allow=signed_in)(rendered)),
    path("gomd/<uuid:person_id>/", page(allow=signed_in)(hidden)),
    path("saknas/<uuid:person_id>/", page(allow=signed_in)(missing)),
    path("stangd/<uuid:person_id>/", page(allow=nobody)(one), name="closed"),
    path("nej/<uuid:person_id>/", page(allow=signed_in, methods=("POST",))(forbidden)),
    path("andra/<uuid:person_id>/", page(allow=signed_in, methods=BOTH)(changes)),
    path("sok/", page(allow=signed_in, methods=("POST",), action=Action.SEARCH)(several)),
    path("lamna/<uuid:person_id>/", page(allow=signed_in, methods=("POST",))(discloses)),
    path("fel/<uuid:person_id>/", page(allow=signed_in)(fails)),
    *product.urlpatterns,
]
pytestmark = pytest.mark.urls("tests.integration.test_access_log_pages")


@pytest.fixture
def bo(client, cast):
    """Signed in, as one who works with persons and writes no reports."""
    return sign_in(client, cast.bo)


def entries():
    return list(AccessEntry.objects.order_by("id").values_list("person", "action", "about"))


def test_a_page_is_one_row_with_all_that_the_rules_ask_for(bo, cast):
    assert bo.get(f"{EVA_PAGE}?fritext=hemligt").status_code == 200

    row = AccessEntry.objects.get()
    membership = Membership.objects.get(user=cast.bo)
    told = {name: getattr(row, name) for name in ("user", "role", "unit", "agency", "association")}
    assert told == {
        "user": cast.bo.pk,
        "role": "partner_officer",
        "unit": membership.unit_id,
        "agency": membership.unit.agency_id,
        "association": cast.here.pk,
    }
    names = ("person", "action", "about", "purpose", "ground", "route")
    assert [getattr(row, name) for name in names] == [
        EVA,
        "READ",
        "identity,sensitive",
        "Vardag",
        "CASE",
        "one",
    ]
    assert (row.at.tzinfo is not None, isinstance(row.request, UUID)) == (True, True)


def test_a_list_is_a_row_for_each_person_of_one_request(bo):
    bo.get("/lista/")

    assert entries() == [(EVA, "LIST", "identity"), (IVAR, "LIST", "identity")]
    assert AccessEntry.objects.values("request").distinct().count() == 1


def test_the_log_costs_one_statement_and_nothing_where_nobody_is_seen(bo):
    bo.get("/tom/")  # the session is written once a minute
    with CaptureQueriesContext(connection) as several:
        bo.get("/lista/")
    with CaptureQueriesContext(connection) as none:
        bo.get("/tom/")

    assert [kinds(one).count("INSERT") for one in (several, none)] == [1, 0]
    assert len(kinds(several)) == len(kinds(none)) + 1


def kinds(captured):
    words = [query["sql"].split()[0] for query in captured.captured_queries]
    return [word for word in words if word not in {"SAVEPOINT", "RELEASE"}]


def test_what_is_seen_while_the_page_is_rendered_is_logged(bo):
    assert bo.get("/sent/").content.decode() == SECRET

    assert entries() == [(EVA, "READ", "identity,sensitive")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("gomd", [(EVA, "REFUSED", "")]),
        ("stangd", [(EVA, "REFUSED", "")]),
        ("saknas", [(IVAR, "REFUSED", "identity,sensitive"), (EVA, "REFUSED", "")]),
    ],
)
def test_what_does_not_exist_for_somebody_is_logged(bo, address, expected):
    assert bo.get(f"/{address}/{EVA}/").status_code == 404

    assert entries() == expected


def test_a_refusal_undoes_what_was_written_and_not_the_log(bo):
    assert bo.post(f"/nej/{EVA}/").status_code == 409

    assert (entries(), Draft.objects.count()) == ([(EVA, "REFUSED", "identity,sensitive")], 0)


def test_strangers_are_led_to_sign_in_and_not_logged(client, db):
    assert client.get(EVA_PAGE).status_code == 302

    assert entries() == []


@pytest.mark.parametrize(
    ("status", "action"), [(200, "CHANGE"), (302, "CHANGE"), (400, "READ"), (409, "READ")]
)
def test_a_post_is_a_change_unless_it_was_not_understood(bo, status, action):
    bo.post(f"/andra/{EVA}/", {"status": status})

    assert entries() == [(EVA, action, "identity,sensitive")]


def test_an_answer_that_is_not_there_is_a_refusal(bo):
    bo.post(f"/andra/{EVA}/", {"status": 404})

    assert entries() == [(EVA, "REFUSED", "identity,sensitive")]


def test_a_get_of_the_same_page_is_a_reading(bo):
    with pytest.raises(DatabaseError, match="read-only"):
        bo.get(f"/andra/{EVA}/")

    assert entries() == []


def test_a_search_is_what_it_says(bo):
    bo.post("/sok/")

    assert {action for _person, action, _about in entries()} == {"SEARCH"}


def test_to_disclose_is_one_row(bo):
    bo.post(f"/lamna/{EVA}/")

    row = AccessEntry.objects.get()
    assert (row.action, row.about, row.ground) == ("DISCLOSE", "identity,sensitive", "CONSENT,CASE")


def test_a_page_that_fails_has_shown_nothing(bo):
    bo.raise_request_exception = False

    assert bo.get(f"/fel/{EVA}/").status_code == 500
    assert entries() == []


@pytest.fixture
def broken_log(monkeypatch):
    """The column is too short for what is written: the database refuses the row."""
    monkeypatch.setattr("stegvis.core.actions.pages._route", lambda _request: "x" * 101)


@pytest.mark.parametrize("address", [EVA_PAGE, "/lista/", "/sent/", f"/gomd/{EVA}/"])
def test_no_page_leaves_without_its_row(bo, broken_log, address):
    bo.raise_request_exception = False

    answer = bo.get(address)

    assert (answer.status_code, SECRET in answer.content.decode()) == (500, False)


def test_nothing_is_changed_without_its_row(bo, broken_log):
    bo.raise_request_exception = False

    answer = bo.post(f"/andra/{EVA}/", {"status": 200})

    assert (answer.status_code, SECRET in answer.content.decode()) == (500, False)
    assert (Draft.objects.count(), entries()) == (0, [])


def test_a_job_is_logged_for_whoever_asked_for_it(cast):
    viewer = viewer_for(cast.bo.pk, on=JOINED)

    with (
        working_for(viewer, reason="Månadsbrev", action=Action.EXPORT, route="letters"),
        connection.cursor() as cursor,
    ):
        looked_at(EVA)
        cursor.execute("SELECT current_setting('stegvis.user')")
        seen_as = cursor.fetchone()

    assert seen_as == (str(cast.bo.pk),)
    row = AccessEntry.objects.get()
    told = (row.user, row.action, row.purpose, row.route, row.role)
    assert told == (cast.bo.pk, "EXPORT", "Månadsbrev", "letters", "partner_officer")


def test_a_job_of_the_night_is_nobodys(db):
    with working_for(NOBODY, reason="Gallring"):
        did(Action.DELETE, EVA, ground="RETENTION")

    row = AccessEntry.objects.get()
    assert (row.user, row.role, row.unit, row.ground) == (None, "", None, "RETENTION")


def test_a_job_that_fails_has_no_rows_and_ends_its_collection(db):
    with pytest.raises(Draft.DoesNotExist), working_for(NOBODY, reason="Gallring"):
        missing(None, EVA)

    assert entries() == []
    with pytest.raises(UncollectedError):
        looked_at(EVA)


def test_of_several_standings_the_one_of_the_agency_is_told(client, cast):
    other = Membership.objects.get(user=cast.alva)
    Membership.objects.create(
        user=cast.bo,
        association=cast.here,
        unit=other.unit,
        role="programme_leader",
        starts_on=JOINED,
    )
    viewer = viewer_for(cast.bo.pk, on=JOINED)

    with working_for(viewer, reason="Prov"):
        saw(EVA, about=IDENTITY, ground="CASE", agency=other.unit.agency_id)
        saw(IVAR, about=IDENTITY, ground="CASE", agency=uuid4())

    assert list(AccessEntry.objects.order_by("id").values_list("role", "unit")) == [
        ("programme_leader", other.unit_id),
        ("partner_officer", Membership.objects.get(role="partner_officer").unit_id),
    ]
