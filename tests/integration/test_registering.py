"""Registering: the same receipt for a number that nobody has and one that is held unseen."""

import re
import statistics
import time
from datetime import date

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry
from stegvis.core.values.refusals import Refused
from stegvis.participants.models import Involvement, LinkRequest, Person
from stegvis.participants.policies.registering import check_is_somebodys
from stegvis.participants.queries.numbers import indexes_of
from stegvis.participants.values.numbers import Number
from stegvis.participants.values.persons import NumberKind
from tests.cast import sign_in
from tests.people import agency_of, involve, participant, today

pytestmark = pytest.mark.django_db
NUMBER, OTHER = "200001019801", "200001019827"
BARRED = "Samordningsförbundet Exempelbygden registrerar inga personer än."
CHANGING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|(?:why|table)-[0-9a-f]{8}|[A-Za-z0-9]{64}|nonce=\S+"
)


@pytest.fixture(autouse=True)
def ready(cast):
    """The association has what it needs before anybody is registered."""
    days = ("processor_agreement_on", "joint_controllers_on", "impact_assessment_on")
    for name in days:
        setattr(cast.here, name, date(2020, 1, 1))
    cast.here.save()


@pytest.fixture
def bo(cast):
    return sign_in(Client(), cast.bo)


def answers(**changed):
    told = {
        "number": NUMBER,
        "given_name": "Åsa",
        "family_name": "Öberg",
        "ground": "own",
        "ground_on": "2026-01-15",
        "why": "Ett nytt ärende hos oss.",
    }
    return {name: value for name, value in (told | changed).items() if value is not None}


def held(cast, **fields):
    """By somebody whom only Alva sees, at her unit."""
    index = indexes_of(cast.here.pk, NUMBER)[0]
    person = participant(
        agency_of(cast.alva), "Åsa", "Öberg", personal_number=NUMBER, number_index=index, **fields
    )
    involve(cast.alva, person, named="protection" in fields)
    return person


def persons(**asked):
    with row_security.unscoped(reason="a test"):
        return list(Person.objects.unscoped(reason="a test").filter(**asked))


def questions():
    with row_security.unscoped(reason="a test"):
        return list(LinkRequest.objects.unscoped(reason="a test"))


def as_told(answer):
    return CHANGING.sub("…", answer.content.decode())


def test_registering_gives_a_person_of_ones_own(bo, cast):
    answer = bo.post("/personer/ny/", answers(), follow=True)

    (person,) = persons()
    assert answer.redirect_chain == [(f"/personer/{person.pk}/", 302)]
    assert "Personen är registrerad, och du kan börja." in answer.text
    assert "du registrerade personen" in answer.text
    assert (person.birth_year, person.gender, person.number_kind) == (2000, "woman", "personal")
    assert (person.ground, person.ground_on) == ("own", date(2026, 1, 15))
    assert person.owner == agency_of(cast.bo)
    assert person.number_index == indexes_of(cast.here.pk, NUMBER)[0]


def test_registering_is_logged(bo):
    bo.post("/personer/ny/", answers())

    (person,) = persons()
    logged = {(one.person, one.action) for one in AccessEntry.objects.all()}
    assert logged == {(person.pk, "CREATE"), (person.pk, "CHANGE")}


def test_number_stands_nowhere_but_encrypted(bo):
    answer = bo.post("/personer/ny/", answers(), follow=True)

    assert NUMBER not in answer.text
    assert "20000101-9801" not in answer.text
    (person,) = persons()
    opened = bo.post(f"/personer/{person.pk}/nummer/")
    assert "20000101-9801" in opened.text
    assert AccessEntry.objects.filter(purpose="number_opened").count() == 1


def test_number_that_one_sees_leads_to_that_person(bo, cast):
    person = held(cast)
    involve(cast.bo, person)

    answer = bo.post("/personer/ny/", answers(family_name="Annan"), follow=True)

    assert answer.redirect_chain == [(f"/personer/{person.pk}/", 302)]
    assert "Personen finns redan." in answer.text
    assert len(persons()) == 1


@pytest.mark.parametrize("fields", [{}, {"protection": "marked"}])
def test_number_held_unseen_is_answered_as_one_that_nobody_has(cast, fields):
    held(cast, **fields)
    told = []
    for number in (NUMBER, OTHER):
        browser = sign_in(Client(), cast.bo)
        receipt = browser.post("/personer/ny/", answers(number=number))
        page = browser.get(receipt.url)
        opened = browser.post(f"{receipt.url}nummer/")
        told.append(
            (
                receipt.status_code,
                sorted(receipt.headers),
                len(receipt.url),
                as_told(page).replace(receipt.url, "…"),
                as_told(opened).replace(OTHER[8:], NUMBER[8:]),
            )
        )
        Involvement.objects.unscoped(reason="a test").filter(user=cast.bo).delete()

    assert told[0] == told[1]


def test_same_questions_to_the_database_whether_held_or_not(cast):
    held(cast)
    asked = []
    for number in (NUMBER, OTHER):
        browser = sign_in(Client(), cast.bo)
        with CaptureQueriesContext(connection_of()) as queries:
            browser.post("/personer/ny/", answers(number=number, family_name=number))
        asked.append([one["sql"].split()[0] for one in queries])

    assert asked[0] == asked[1]


def connection_of():
    from django.db import connection  # noqa: PLC0415 - the test database's

    return connection


def test_it_takes_as_long_whether_held_or_not(cast):
    """In the same class: the difference of the medians is small beside the spread."""
    held(cast)
    took = {NUMBER: [], OTHER: []}
    for turn in range(8):
        for number, times in took.items():
            browser = sign_in(Client(), cast.bo)
            sent = answers(number=number, family_name=f"{number}{turn}")
            begun = time.perf_counter()
            browser.post("/personer/ny/", sent)
            times.append(time.perf_counter() - begun)
            Involvement.objects.unscoped(reason="a test").filter(user=cast.bo).delete()
            forget(number)

    medians = [statistics.median(times) for times in took.values()]
    assert abs(medians[0] - medians[1]) < 0.5 * max(medians)


def forget(number):
    """So that the next turn is as the first."""
    with row_security.unscoped(reason="a test"):
        mine = Person.objects.unscoped(reason="a test").exclude(registered_by=None)
        LinkRequest.objects.unscoped(reason="a test").delete()
        mine.filter(family_name__startswith=number).delete()


def test_unit_responsible_is_asked_and_only_of_what_is_held(bo, cast):
    person = held(cast)

    for number in (NUMBER, OTHER):
        bo.post("/personer/ny/", answers(number=number, family_name=number))

    unit = cast.alva.memberships.get().unit
    told = {(one.person_id, one.to_unit_id) for one in questions()}
    assert told == {(person.pk, unit.pk), (None, None)}
    assert [one.why for one in questions()] == ["Ett nytt ärende hos oss."] * 2


def test_the_same_number_again_leads_to_ones_own_person(bo, cast):
    held(cast)
    first = bo.post("/personer/ny/", answers()).url

    assert bo.post("/personer/ny/", answers(family_name="Annan")).url == first


def test_name_that_one_sees_is_asked_about_first(bo, cast):
    seen = participant(agency_of(cast.bo), "åsa", "ÖBERG")
    involve(cast.bo, seen)

    asked = bo.post("/personer/ny/", answers())
    answer = bo.post("/personer/ny/", answers(do="anyway"))

    assert "Är det någon av dem?" in asked.text
    assert f"/personer/{seen.pk}/" in asked.text
    assert answer.status_code == 302


def test_person_without_a_number_has_the_year_and_gender_that_are_told(bo):
    bo.post("/personer/ny/", answers(number="", has_none="on", birth_year="1998", gender="man"))

    (person,) = persons()
    assert (person.birth_year, person.gender, person.personal_number, person.number_index) == (
        1998,
        "man",
        None,
        None,
    )
    assert questions() == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"number": ""}, "Skriv numret, eller kryssa för att det är okänt eller inte finns."),
        ({"has_none": "on"}, "Skriv numret, eller kryssa för att det är okänt eller inte finns."),
        ({"number": "200001019800"}, "Sista siffran stämmer inte med de andra."),
        ({"ground": None}, "Detta fält måste fyllas i."),
        ({"ground_on": "2100-01-01"}, "Dagen har inte varit än."),
        ({"ground_on": ""}, "Detta fält måste fyllas i."),
        ({"why": ""}, "Detta fält måste fyllas i."),
    ],
)
def test_nobody_is_registered_without_a_dated_ground(bo, changed, said):
    answer = bo.post("/personer/ny/", answers(**changed))

    assert answer.status_code == 200
    assert said in answer.text
    assert persons() == []


def test_association_that_is_not_ready_registers_nobody(bo, cast):
    cast.here.impact_assessment_on = None
    cast.here.save()

    answer = bo.post("/personer/ny/", answers())

    assert BARRED in answer.text
    assert BARRED in bo.get("/personer/").text
    assert persons() == []


def test_agreement_that_is_not_in_force_yet_registers_nobody(bo, cast):
    cast.here.processor_agreement_on = date(2100, 1, 1)
    cast.here.save()

    assert BARRED in bo.get("/personer/ny/").text


def test_number_is_held_in_its_own_association_only(bo, cast):
    number = indexes_of(cast.elsewhere.pk, NUMBER)[0]
    participant(agency_of(cast.cecilia), personal_number=NUMBER, number_index=number)

    bo.post("/personer/ny/", answers())

    assert [one.person_id for one in questions()] == [None]


def test_numbers_are_found_under_every_key(bo, cast, settings):
    person = held(cast)
    involve(cast.bo, person)
    settings.STEGVIS_INDEX_KEYS = ["a newer key", *settings.STEGVIS_INDEX_KEYS]

    assert bo.post("/personer/ny/", answers()).url == f"/personer/{person.pk}/"


def test_responsible_unit_of_a_protected_person_is_where_somebody_named_works(bo, cast):
    person = held(cast, protection="registered")
    involve(cast.disa, person, agency=agency_of(cast.alva), starts_on=date(2019, 1, 1))

    bo.post("/personer/ny/", answers())

    assert [one.to_unit for one in questions()] == [cast.alva.memberships.get().unit]
    assert today() >= date(2020, 1, 1)


def unnumbered(bo):
    bo.post("/personer/ny/", answers(number="", has_none="on", birth_year="1998"))
    (person,) = persons(personal_number=None)
    return person, f"/personer/{person.pk}/nummer/nytt/"


@pytest.mark.parametrize("is_held", [False, True])
def test_number_is_given_later_and_nothing_is_told(bo, cast, is_held):
    person, address = unnumbered(bo)
    holder = held(cast) if is_held else None

    answer = bo.post(address, {"number": NUMBER, "why": "Legitimation.", "version": "1"})

    assert answer.url == f"/personer/{person.pk}/"
    (given,) = persons(pk=person.pk)
    assert (given.birth_year, given.personal_number) == (2000, NUMBER)
    assert (given.number_index is None) is is_held
    assert [one.person_id for one in questions()] == [holder.pk if holder else None]


def test_number_of_somebody_one_sees_is_not_given_to_another(bo, cast):
    person, address = unnumbered(bo)
    involve(cast.bo, held(cast))

    answer = bo.post(address, {"number": NUMBER, "why": "Legitimation.", "version": "1"})

    assert "Numret hör till någon som du redan ser." in answer.text
    assert persons(pk=person.pk)[0].personal_number is None


def test_nobody_has_two_numbers(bo):
    bo.post("/personer/ny/", answers())
    (person,) = persons()

    answer = bo.post(
        f"/personer/{person.pk}/nummer/nytt/", {"number": OTHER, "why": "Nytt.", "version": "1"}
    )

    assert "Personen har redan ett nummer." in answer.text


@pytest.mark.parametrize(
    ("in_production", "takes", "begins"),
    [
        (True, False, "Födelsenumret är ett av dem som brukar användas för prov."),
        (True, True, ""),
        (False, False, ""),
    ],
)
def test_a_number_for_tests_is_refused_in_operation_unless_it_is_taken(
    settings, in_production, takes, begins
):
    settings.IN_PRODUCTION, settings.STEGVIS_TAKES_TEST_NUMBERS = in_production, takes
    number = Number("200001019802", NumberKind.PERSONAL)
    said = ""
    try:
        check_is_somebodys(number)
    except Refused as refused:
        said = refused.sentence

    assert said.startswith(begins) if begins else said == ""
