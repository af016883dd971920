"""A sheet of one's own on screen: what is doubtful, personal numbers, and what is remembered."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stegvis.results.models import Fact
from stegvis.results.queries.facts import facts_of
from tests.cast import sign_in
from tests.integration.test_data_in import WHY, address, delivered, latest, page_of, press
from tests.queued import work_off
from tests.workbooks import workbook

SHEET = {
    "Deltagare 2014": [
        ("Löpnr", "Personnummer", "Kommun", "Startdatum", "Samtycke"),
        ("1", "19900101-1239", "Älvnäs", "2022-09-01", "ja"),
        ("2", "19910101-1238", "Älvnäs", "2023-01-15", "nej"),
        ("3", "19920101-1237", "Älvnäs", "2023-03-01", "ja"),
    ]
}

NUMBER = r"\b19\d{6}-\d{4}\b"
UNGUESSED = {
    "Deltagarlista": [
        ("Löpnr", "Startdatum", "Sista dagen hos oss", "Sort", "Namn"),
        ("1", "2013-09-01", "2014-09-01", "K", "Alva Exempel"),
        ("2", "2014-01-15", "", "Mansperson", "Bo Exempel"),
        ("3", "2014-03-01", "2014-09-15", "K", "Disa Exempel"),
    ]
}
GROUPS = ("Personer", "Avslut", "Inskrivningar")
QUERIES = 15  # of the page with the list, whoever is signed in and whatever is on it


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


def answered(client, cast, delivery, **answers):
    """The form sent as it stands, but for these answers."""
    form = address("delivery_mapping", cast.programme, delivery)
    page = client.get(form).content.decode()
    doubts = dict.fromkeys(re.findall(r'name="(doubt-\d+)"', page), "read")
    words = {}
    for name, body in re.findall(r'<select name="(word-\d+)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]+)" selected', body)
        first = re.findall(r'<option value="([^"]+)"', body)[0]
        words[name] = chosen[1] if chosen else first
    answer = client.post(form, doubts | words | answers)
    assert answer.status_code == 302, re.findall(r"error[^<]*<[^<]*", answer.content.decode())
    work_off()
    return latest()


def test_personal_numbers_are_never_kept(alva, cast):
    delivery = answered(alva, cast, delivered(alva, cast, workbook(SHEET)))
    press(alva, "delivery_apply", delivery)

    kept = str(list(Fact.objects.unscoped(reason=WHY).values("key", "values")))
    assert re.findall(NUMBER, kept) == []
    assert facts_of(cast.programme).tables["persons"]["birth_year"].to_list() == [None] * 3


def test_birth_years_are_worked_out_when_somebody_says_so(alva, cast):
    delivery = delivered(alva, cast, workbook(SHEET))
    press(alva, "delivery_apply", answered(alva, cast, delivery, personal_number="on"))

    assert facts_of(cast.programme).tables["persons"]["birth_year"].to_list() == [1990, 1991, 1992]


def test_a_doubtful_column_is_left_unread(alva, cast):
    delivery = delivered(alva, cast, workbook(SHEET))
    press(alva, "delivery_apply", answered(alva, cast, delivery, **{"doubt-0": "skip"}))

    assert "consents" not in facts_of(cast.programme).tables


def test_a_doubtful_column_is_read_when_it_is_confirmed(alva, cast):
    press(alva, "delivery_apply", answered(alva, cast, delivered(alva, cast, workbook(SHEET))))

    assert facts_of(cast.programme).tables["consents"].height == 2


def test_the_rows_shown_have_no_personal_numbers(alva, cast):
    rows = [*SHEET["Deltagare 2014"], ("4", "19930101-1236", "Älvnäs", "igår", "ja")]
    delivery = answered(alva, cast, delivered(alva, cast, workbook({"Deltagare 2014": rows})))

    page = alva.get(address("delivery_rows", cast.programme, delivery)).content.decode()

    assert re.findall(r"<mark>([^<]+)</mark>", page) == ["igår"]
    assert re.findall(NUMBER, page) == []


def test_a_remembered_mapping_can_be_looked_through_again(alva, cast):
    answered(alva, cast, delivered(alva, cast, workbook(SHEET)))
    delivery = delivered(alva, cast, workbook(SHEET))

    assert delivery.state == "CHECKED"
    assert "Se över översättningen" in page_of(alva, delivery)
    assert answered(alva, cast, delivery).state == "CHECKED"


def form_of(client, cast, delivery):
    return client.get(address("delivery_mapping", cast.programme, delivery)).content.decode()


def readings(page):
    """Heading → name of its field, and the label of what is chosen there."""
    found = re.findall(
        r'<label for="id_(reading-\d+)">([^<]+?)\s*</label>.*?<select.*?>(.*?)</select>',
        page,
        re.DOTALL,
    )
    return {
        heading: (name, re.findall(r"selected>\s*([^<]+?)\s*</option>", body)[0])
        for name, heading, body in found
    }


def test_every_heading_says_what_it_is_read_as(alva, cast):
    page = form_of(alva, cast, delivered(alva, cast, workbook(UNGUESSED)))

    assert {heading: label for heading, (_name, label) in readings(page).items()} == {
        "Löpnr": "Löpnummer",
        "Startdatum": "Inskrivningar: Inskriven",
        "Sista dagen hos oss": "Läs inte",
        "Sort": "Läs inte",
    }
    assert page.count("Läses inte: känns inte igen.") == 2
    assert "Namn: ser ut att innehålla namn; den läses inte" in page
    assert [one for one in GROUPS if f'<optgroup label="{one}">' in page] == list(GROUPS)


def test_a_column_that_nobody_guessed_is_chosen_and_read_next_time_too(alva, cast):
    delivery = delivered(alva, cast, workbook(UNGUESSED))
    field, _label = readings(form_of(alva, cast, delivery))["Sista dagen hos oss"]

    delivery = answered(alva, cast, delivery, **{field: "exits.exited_on"})
    press(alva, "delivery_apply", delivery)

    again = delivered(alva, cast, workbook(UNGUESSED))
    assert facts_of(cast.programme).tables["exits"].height == 2
    assert (again.state, again.changes["exits"]) == ("CHECKED", [0, 0, 0, 2])
    label = readings(form_of(alva, cast, again))["Sista dagen hos oss"][1]
    assert label == "Avslut: Avslutad"


def test_words_of_a_newly_read_column_are_asked_for_in_the_next_step(alva, cast):
    delivery = delivered(alva, cast, workbook(UNGUESSED))
    field, _label = readings(form_of(alva, cast, delivery))["Sort"]

    delivery = answered(alva, cast, delivery, **{field: "persons.gender"})

    assert delivery.state == "ASKING"
    assert "<legend>Sort</legend>" in form_of(alva, cast, delivery)
    press(alva, "delivery_apply", answered(alva, cast, delivery, **{"word-1": "man"}))
    genders = facts_of(cast.programme).tables["persons"]["gender"].to_list()
    assert genders == ["woman", "man", "woman"]


def test_a_wrong_reading_is_put_right_and_its_faults_are_gone(alva, cast):
    rows = [("Löpnr", "Startdatum", "Kön", "Ort"), ("1", "2013-09-01", "K", "Storgatan")]
    delivery = delivered(alva, cast, workbook({"Deltagarlista": rows}))
    faulty = answered(alva, cast, delivery, **{"reading-2": "exits.exited_on"})
    assert "1 fel" in page_of(alva, faulty)

    right = answered(alva, cast, faulty, **{"reading-2": "persons.gender"})

    right = answered(alva, cast, right) if right.state == "ASKING" else right
    assert "Inga fel hittades" in page_of(alva, right)


def test_two_columns_of_the_same_meaning_are_refused_beside_both(alva, cast):
    delivery = delivered(alva, cast, workbook(UNGUESSED))
    form = address("delivery_mapping", cast.programme, delivery)
    field, _label = readings(form_of(alva, cast, delivery))["Sista dagen hos oss"]

    page = alva.post(form, {field: "enrolments.enrolled_on"}).content.decode()

    assert re.findall(r'message">(Betyder[^<]+)<', page) == [
        "Betyder samma sak som Sista dagen hos oss. Läs bara en av dem.",
        "Betyder samma sak som Startdatum. Läs bara en av dem.",
    ]
    assert latest().state == "ASKING"


def test_a_sheet_without_a_day_of_enrolment_asks_for_one(alva, cast):
    delivery = delivered(alva, cast, workbook(UNGUESSED))
    form = address("delivery_mapping", cast.programme, delivery)

    page = alva.post(form, {"reading-1": "unread"}).content.decode()

    sentence = "Ingen kolumn säger när deltagaren skrevs in. Välj den under Så läses bladet."
    assert sentence in page


def test_a_personal_column_cannot_be_chosen(alva, cast):
    delivery = delivered(alva, cast, workbook(UNGUESSED))

    answered(alva, cast, delivery, **{"reading-4": "persons.education"})

    assert "Alva" not in str(latest().proposal)
    assert '"unread":["Sista dagen hos oss","Sort","Namn"]' in str(latest().mapping)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_deliveries_takes_as_many_queries_for_one_as_for_three(alva, cast, number):
    for _one in range(number):
        press(alva, "delivery_apply", delivered(alva, cast, workbook()))

    with CaptureQueriesContext(connection) as queries:
        alva.get(address("data", cast.programme))

    assert len(queries) == QUERIES
