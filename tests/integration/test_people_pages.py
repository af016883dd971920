"""The list of persons and a person's page: what stands there, for whom, and at what cost."""

import pytest
from django.test import Client

from stegvis.core.models import AccessEntry
from tests.cast import sign_in
from tests.people import agency_of, exception, involve, participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


def some(cast, number, **fields):
    persons = [
        participant(agency_of(cast.alva), f"Åsa{one}", "Öberg", **fields) for one in range(number)
    ]
    for one in persons:
        involve(cast.alva, one)
    return persons


def test_list_is_pleasant_when_it_is_empty(alva):
    assert "Du ser inga personer än" in alva.get("/personer/").text


def test_list_shows_those_that_one_is_involved_with_and_why(alva, cast):
    (seen,) = some(cast, 1, municipality="Älvnäs kommun")
    hidden = participant(agency_of(cast.alva), "Dold", "Dal")

    told = alva.get("/personer/").text

    assert "Öberg, Åsa0" in told
    assert f"/personer/{seen.pk}/" in told
    assert "du är handläggare för personen" in told
    assert hidden.family_name + ", Dold" not in told


def test_list_is_logged_with_a_row_for_each_person(alva, cast):
    persons = some(cast, 3)

    alva.get("/personer/")

    assert {one.person for one in AccessEntry.objects.filter(action="LIST")} == {
        one.pk for one in persons
    }


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_however_many_they_are(alva, cast, number, django_assert_num_queries):
    some(cast, number)

    with django_assert_num_queries(14):
        alva.get("/personer/")


def test_person_page_says_why_it_is_seen(alva, cast):
    (person,) = some(cast, 1)

    told = alva.get(f"/personer/{person.pk}/").text

    assert "Åsa0 Öberg" in told
    assert "Du ser detta därför att du är handläggare för personen." in told
    assert "<title>En person – Stegvis</title>" in told


def test_hidden_person_is_as_missing_and_the_refusal_is_logged(alva, cast):
    hidden = participant(agency_of(cast.alva))

    assert alva.get(f"/personer/{hidden.pk}/").status_code == 404
    assert [(one.person, one.action) for one in AccessEntry.objects.all()] == [
        (hidden.pk, "REFUSED")
    ]


def test_person_is_hidden_where_ones_role_opens_no_such_pages(client, cast):
    person = participant(agency_of(cast.disa))
    involve(cast.disa, person)

    assert sign_in(client, cast.disa).get(f"/personer/{person.pk}/").status_code == 404


def test_protection_is_told_on_top_and_in_the_list(alva, cast):
    person = participant(agency_of(cast.alva), protection="marked")
    involve(cast.alva, person, named=True)

    assert "Sekretessmarkering" in alva.get("/personer/").text
    assert "Lämna inte ut något" in alva.get(f"/personer/{person.pk}/").text


def test_exception_against_somebody_hides_the_person_at_the_next_click(alva, cast):
    (person,) = some(cast, 1)
    assert alva.get(f"/personer/{person.pk}/").status_code == 200

    exception(person, against_user=cast.alva)

    assert alva.get(f"/personer/{person.pk}/").status_code == 404


def test_merged_double_leads_to_the_one_that_was_kept(alva, cast):
    (kept,) = some(cast, 1)
    double = participant(agency_of(cast.alva), merged_into=kept)

    answer = alva.get(f"/personer/{double.pk}/")

    assert answer.url == f"/personer/{kept.pk}/"


def test_merged_double_leads_nobody_to_one_they_may_not_see(cast):
    kept = participant(agency_of(cast.alva))
    double = participant(agency_of(cast.alva), merged_into=kept)

    assert sign_in(Client(), cast.bo).get(f"/personer/{double.pk}/").status_code == 404
