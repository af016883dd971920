"""The list of programmes and the page about one, for each of the cast."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stegvis.programmes.queries import definitions
from tests.cast import decided_programme, sign_in

PAGES = ("", "insatsen.toml", "versioner/", "versioner/1/", "versioner/1/insatsen.toml")


def address(programme, where=""):
    return f"/insatser/{programme.pk}/{where}"


def queries_of_the_list(client):
    definitions._parsed.clear()
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


def test_the_list_asks_as_much_of_three_as_of_one(client, cast):
    sign_in(client, cast.disa)

    queries_of_the_list(client)  # the session begins

    of_one = queries_of_the_list(client)
    for slug in ("impuls", "hikikomori"):
        decided_programme(cast.here, slug)

    assert (of_one, queries_of_the_list(client)) == (10, 10)
