"""Columns that tell who somebody is are recognised by heading and by content.

The numbers are made up; only their check digits are right.
"""

from datetime import date

import pytest

from stegvis.results.calculations.reading.personal_data import (
    birth_day,
    gender_of,
    is_marked_number,
    is_personal_number,
    personal_kind,
)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Personnummer", "personnummer"),
        ("pers.nr", "personnummer"),
        ("För- och efternamn", "namn"),
        ("E-post", "kontaktuppgifter"),
        ("Kön", ""),
    ],
)
def test_personal_kind_by_heading(heading, kind):
    assert personal_kind(heading, []) == kind


def test_personal_kind_by_content_of_numbers():
    assert personal_kind("Id", ["19900118-9811", "7"]) == "personnummer"
    assert personal_kind("Id", ["9001189811", "9001189812", "9001189811"]) == "personnummer"
    assert personal_kind("Id", ["1234567890", "1234567891"]) == ""


def test_personal_kind_by_content_of_names():
    names = ["Alva Exempel", "Bo Prov", "Cecilia Test-Berg"]

    assert personal_kind("Deltagare", names) == "namn"
    assert personal_kind("Kommun", ["Norra Älvnäs"] * 9 + ["Södra Älvnäs"] * 9) == ""


def test_personal_kind_of_addresses_by_content():
    assert personal_kind("Kontakt", ["alva@example.org", "bo@example.org"]) == "kontaktuppgifter"


def test_personal_kind_of_nothing():
    assert personal_kind("Nr", ["", ""]) == ""


def test_personal_number_needs_a_day_and_a_check_digit():
    assert is_personal_number("900118-9811")
    assert not is_personal_number("900118-9812")
    assert not is_personal_number("901318-9811")
    assert is_marked_number("900118-9812")
    assert not is_marked_number("9001189811")


def test_birth_day_of_each_kind_of_number():
    assert birth_day("199001189811") == date(1990, 1, 18)
    assert birth_day("19900178-9810") == date(1990, 1, 18)
    assert birth_day("100118-9811", today=date(2026, 1, 1)) == date(2010, 1, 18)
    assert birth_day("900118-9811", today=date(2026, 1, 1)) == date(1990, 1, 18)
    assert birth_day("100118+9811", today=date(2026, 1, 1)) == date(1910, 1, 18)
    assert birth_day("7") is None


def test_gender_of_the_third_of_four():
    assert gender_of("900118-9811") == "man"
    assert gender_of("900118-9821") == "woman"
    assert gender_of("7") is None
