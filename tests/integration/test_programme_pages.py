"""The list of programmes and the page about one, for each of the cast."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stegvis.programmes.models import Assignment
from stegvis.programmes.queries import definitions
from tests.cast import decided_programme, sign_in
from tests.pages import words_of

PAGES = ("", "insatsen.toml", "versioner/", "versioner/1/", "versioner/1/insatsen.toml")


def address(programme, where=""):
    return f"/insatser/{programme.pk}/{where}"


def queries_of_the_list(client):
    definitions.remembered.forget()
    with CaptureQueriesContext(connection) as captured:
        client.get("/insatser/")
    return len(captured)


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize("name", ["alva", "bo", "disa"])
def test_those_of_the_association_read_every_page(client, cast, name, where):
    sign_in(client, getattr(cast, name))

    assert client.get(address(cast.programme, where)).status_code == 200


@pytest.mark.parametrize("where", PAGES)
def test_the_outsider_gets_404_everywhere(client, cast, where):
    sign_in(client, cast.cecilia)

    assert client.get(address(cast.programme, where)).status_code == 404


@pytest.mark.parametrize("number", [2, 10**20])
def test_a_version_that_is_not_there_is_404(client, cast, number):
    sign_in(client, cast.alva)

    assert client.get(address(cast.programme, f"versioner/{number}/")).status_code == 404


def test_the_list_is_short_of_what_one_may_not_see(client, cast):
    sign_in(client, cast.cecilia)

    found = client.get("/insatser/").context["listing"].rows

    assert [row.name for row in found] == [cast.foreign.name]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Impuls", "Ung Framtid"]),
        ("?ordning=-namn", ["Ung Framtid", "Impuls"]),
        ("?ordning=tid", ["Impuls", "Ung Framtid"]),
        ("?sok=UNG", ["Ung Framtid"]),
        ("?lage=ended&sok=imp", ["Impuls"]),
        ("?lage=ongoing", []),
        ("?lage=finns-inte&sida=9", ["Impuls", "Ung Framtid"]),
    ],
)
def test_the_list_is_narrowed_and_sorted_in_the_address(client, cast, asked, found):
    decided_programme(cast.here, "impuls")
    sign_in(client, cast.disa)

    page = client.get(f"/insatser/{asked}")

    assert [row.name for row in page.context["listing"].rows] == found
    assert ("Ingen insats passar" in words_of(page)) == (not found)


def test_an_empty_list_says_what_to_do(client, cast):
    Assignment.objects.all().delete()

    said = {
        name: words_of(sign_in(client, getattr(cast, name)).get("/insatser/"))
        for name in ("alva", "bo")
    }

    assert "Beskriv den första insatsen" in said["alva"]
    assert "När du har lagts till i en insats visas den här." in said["bo"]


def test_the_list_asks_as_much_of_three_as_of_one(client, cast):
    sign_in(client, cast.disa)

    queries_of_the_list(client)  # the session begins

    of_one = queries_of_the_list(client)
    for slug in ("impuls", "hikikomori"):
        decided_programme(cast.here, slug)

    assert (of_one, queries_of_the_list(client)) == (9, 9)
