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
QUERIES = 16  # of the page with the list, whoever is signed in and whatever is on it


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


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_deliveries_takes_as_many_queries_for_one_as_for_three(alva, cast, number):
    for _one in range(number):
        press(alva, "delivery_apply", delivered(alva, cast, workbook()))

    with CaptureQueriesContext(connection) as queries:
        alva.get(address("data", cast.programme))

    assert len(queries) == QUERIES
