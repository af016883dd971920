"""Persons are searched for by how a name begins or a whole number, and only those one sees."""

import pytest
from django.test import Client

from stegvis.core.models import AccessEntry
from stegvis.participants.actions.log_alarms import watch
from stegvis.participants.models import LogAlarm
from stegvis.participants.queries.numbers import indexes_of
from tests.cast import sign_in
from tests.people import agency_of, involve, participant

pytestmark = pytest.mark.django_db
NUMBER = "200001019801"


@pytest.fixture
def alva(cast):
    return sign_in(Client(), cast.alva)


@pytest.fixture(autouse=True)
def those(cast):
    names = ("Åsa Öberg", "Eva Åberg", "Anna Karin Berg", "Örjan Ask")
    for name in names:
        given, family = name.rsplit(" ", 1)
        involve(cast.alva, participant(agency_of(cast.alva), given, family))
    participant(agency_of(cast.alva), "Åsa", "Öbergsson")


def found(browser, sought):
    told = browser.post("/personer/sok/", {"sought": sought}).text
    names = ("Öberg, Åsa", "Åberg, Eva", "Berg, Anna Karin", "Ask, Örjan", "Öbergsson, Åsa")
    return [name for name in names if name + "<" in told]


@pytest.mark.parametrize(
    ("sought", "names"),
    [
        ("öb", ["Öberg, Åsa"]),
        ("ÖBERG", ["Öberg, Åsa"]),
        ("ÅS", ["Öberg, Åsa"]),
        ("åsa öb", ["Öberg, Åsa"]),
        ("öberg, å", ["Öberg, Åsa"]),
        ("anna karin", ["Berg, Anna Karin"]),
        ("anna ka be", []),
        ("be", ["Berg, Anna Karin"]),
        ("berg", ["Berg, Anna Karin"]),
        ("as", ["Ask, Örjan"]),
        ("%b", []),
        ("_b", []),
    ],
)
def test_search_finds_those_whose_name_begins_so(alva, sought, names):
    assert found(alva, sought) == names


@pytest.mark.parametrize(
    ("sought", "said"),
    [
        ("", "Detta fält måste fyllas i."),
        ("å", "Skriv minst två bokstäver av namnet."),
        ("200001019800", "Sista siffran stämmer inte med de andra."),
    ],
)
def test_search_says_what_is_wrong(alva, sought, said):
    assert said in alva.post("/personer/sok/", {"sought": sought}).text


def test_search_says_so_when_nobody_fits(alva):
    assert "Ingen som du ser passar" in alva.post("/personer/sok/", {"sought": "xyz"}).text


def test_search_is_logged_for_each_that_was_found(alva):
    alva.post("/personer/sok/", {"sought": "öb"})

    assert [one.action for one in AccessEntry.objects.all()] == ["SEARCH"]


def logged():
    return [(one.action, one.ground, one.about) for one in AccessEntry.objects.order_by("id")]


NOBODY_FOUND = ("SEARCH", "found_nobody", "identity")


@pytest.mark.parametrize("sought", ["xyz", "Öbergsson", "20000101-9801"])
def test_search_that_finds_nobody_is_logged_without_what_was_sought(alva, sought):
    alva.post("/personer/sok/", {"sought": sought})

    assert logged() == [NOBODY_FOUND]
    told = str(AccessEntry.objects.values().get())
    assert [one in told.casefold() for one in (sought.casefold(), "9801")] == [False, False]


def test_the_same_search_has_the_same_key_and_another_has_another(alva):
    for sought in ("xyz", " XYZ", "xyö"):
        alva.post("/personer/sok/", {"sought": sought})

    first, again, other = AccessEntry.objects.order_by("id").values_list("person", flat=True)
    assert (first == again, first == other) == (True, False)


def test_number_of_somebody_whom_one_does_not_see_is_told_in_their_log(alva, cast):
    index = indexes_of(cast.here.pk, NUMBER)[0]
    hidden = participant(agency_of(cast.bo), personal_number=NUMBER, number_index=index)

    answer = alva.post("/personer/sok/", {"sought": NUMBER})

    assert "Ingen som du ser passar" in answer.text
    assert logged() == [NOBODY_FOUND]
    assert AccessEntry.objects.get().person == hidden.pk


def test_searches_that_find_nobody_raise_an_alarm_together(alva):
    for number in range(16):
        alva.post("/personer/sok/", {"sought": f"xy{number}"})

    watch()

    assert [one.risk for one in LogAlarm.objects.all()] == ["searched"]


@pytest.mark.parametrize("sought", ["20000101-9801", "0001019801", NUMBER])
def test_number_finds_the_one_who_has_it(alva, cast, sought):
    index = indexes_of(cast.here.pk, NUMBER)[0]
    person = participant(agency_of(cast.alva), personal_number=NUMBER, number_index=index)
    involve(cast.alva, person)

    assert f"/personer/{person.pk}/" in alva.post("/personer/sok/", {"sought": sought}).text


@pytest.mark.parametrize("sought", [NUMBER, "Hem"])
def test_protected_person_is_found_by_the_named_only(alva, cast, sought):
    index = indexes_of(cast.here.pk, NUMBER)[0]
    person = participant(
        agency_of(cast.alva),
        "Hemlig",
        "Hemligsson",
        protection="marked",
        personal_number=NUMBER,
        number_index=index,
    )
    row = involve(cast.alva, person)
    sent = {"sought": sought}

    assert "Ingen som du ser passar" in alva.post("/personer/sok/", sent).text
    row.named = True
    row.save()
    assert "Hemligsson, Hemlig" in alva.post("/personer/sok/", sent).text


def test_what_was_sought_stands_in_no_address(alva):
    answer = alva.get("/personer/sok/?sought=öb")

    assert "Träffar" not in answer.text


@pytest.mark.parametrize(("asked", "names"), [("skydd=ja", ["Grå, Hemlig"]), ("varfor=unit", [])])
def test_list_is_narrowed_by_codes(alva, cast, asked, names):
    person = participant(agency_of(cast.alva), "Hemlig", "Grå", protection="marked")
    involve(cast.alva, person, named=True)

    told = alva.get(f"/personer/?{asked}").text

    assert [name for name in ("Grå, Hemlig", "Öberg, Åsa") if name in told] == names
