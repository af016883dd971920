"""One written value: what it is read as, and what is said when it cannot be."""

from datetime import date

import pytest

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.code_lists import CodeEntry, CodeList
from stegvis.results.calculations.reading.cells import (
    code_reader,
    read_decimal,
    read_integer,
    read_kronor,
    read_ore,
    read_year,
    read_yes_no,
)
from stegvis.results.calculations.reading.days import read_day
from stegvis.results.values.reading import Unreadable

DAY = "ett datum som 2024-12-31"
KRONOR = "hela kronor, som 252 053"
REASONS = CodeList(
    codes=(
        CodeEntry(code="according_to_plan", name="Enligt plan", also=("enl plan", "Klar")),
        CodeEntry(code="moved", name="Flyttat"),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "2024-12-31",
        "2024-12-31 00:00:00",
        "20241231",
        "31/12 2024",
        "31.12.2024",
        "31/12/2024",
        "12/31/2024",
        "31 december 2024",
        "31 dec. 2024",
    ],
)
def test_day_in_unambiguous_form_is_read(text):
    assert read_day(text) == day_number(date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("241231", "Årtalet har bara två siffror."),
        ("24-12-31", "Årtalet har bara två siffror."),
        ("05/06/2024", "Datumet kan läsas på två sätt."),
        ("2024-02-30", "Datumet finns inte."),
        ("2024-12", "Dagen saknas i datumet."),
        ("1024-12-31", "Årtalet kan inte stämma."),
        ("45657", "Cellen är ett tal, inte ett datum; som datum i Excel är det 2024-12-31."),
        ("i våras", "Det går inte att läsa som datum."),
    ],
)
def test_day_that_cannot_be_read_says_why(text, sentence):
    assert read_day(text) == Unreadable(sentence, DAY)


def test_day_in_the_sheets_own_format_is_read():
    assert read_day("241231", ("%y%m%d",)) == day_number(date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("252 053", 25_205_300),
        ("252\u00a0053 kr", 25_205_300),
        ("1 587 500,50", 158_750_050),
        ("39.9", 3_990),
        ("−500:-", -50_000),
        ("0", 0),
    ],
)
def test_kronor_become_ore(text, ore):
    assert read_kronor(text) == ore


def test_kronor_in_thousands_are_a_fault_with_the_arithmetic():
    sentence = "Beloppet står i tkr; i kronor är det 252\u00a0053\u00a0000. Skriv vad som är rätt."

    assert read_kronor("252 053 tkr") == Unreadable(sentence, KRONOR)


def test_kronor_in_millions_are_a_fault_with_the_arithmetic():
    sentence = "Beloppet står i Mkr; i kronor är det 1\u00a0500\u00a0000. Skriv vad som är rätt."

    assert read_kronor("1,5 Mkr") == Unreadable(sentence, KRONOR)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("39,900", "Beloppet kan läsas på två sätt."),
        ("1,2345", "Beloppet har fler än två decimaler."),
        ("cirka 500", "Det är inte ett belopp."),
    ],
)
def test_kronor_that_cannot_be_read_say_why(text, sentence):
    assert read_kronor(text) == Unreadable(sentence, KRONOR)


def test_ore_column_takes_ore_but_believes_kr():
    assert read_ore("25205300") == 25_205_300
    assert read_ore("252 053 kr") == 25_205_300


def test_numbers_take_comma_point_and_spaces():
    assert read_integer("1 234") == 1234
    assert read_decimal("3,5") == 3.5
    assert read_decimal("3.5") == 3.5
    assert read_integer("3,5") == Unreadable("Det är inte ett heltal.", "ett heltal som 12")
    assert read_integer("9" * 400) == Unreadable("Det är inte ett heltal.", "ett heltal som 12")
    assert read_decimal("tre") == Unreadable("Det är inte ett tal.", "ett tal som 3 eller 3,5")


def test_year_keeps_nothing_more_of_a_birthday():
    assert read_year("1998") == 1998
    assert read_year("1998-03-02") == 1998
    assert read_year("98") == Unreadable("Årtalet har bara två siffror.", "ett årtal som 1998")
    assert read_year("3024") == Unreadable("Årtalet kan inte stämma.", "ett årtal som 1998")
    assert read_year("okänt") == Unreadable("Det är inte ett årtal.", "ett årtal som 1998")


def test_yes_and_no_in_the_usual_words():
    assert [read_yes_no(word) for word in ("Ja", "x", "TRUE", "1")] == [True] * 4
    assert [read_yes_no(word) for word in ("nej", "FALSKT", "0")] == [False] * 3
    assert read_yes_no("kanske") == Unreadable("Det är varken ja eller nej.", "ja eller nej")


@pytest.mark.parametrize(
    "text", ["according_to_plan", "enligt plan", "Enligt  Plan", "KLAR", "enl. plan"]
)
def test_code_is_known_by_code_name_and_other_spelling(text):
    assert code_reader(REASONS)(text) == "according_to_plan"


def test_unknown_code_names_the_nearest_word():
    expected = Unreadable("Ordet finns inte i kodlistan. Menades Flyttat?", "Enligt plan, Flyttat")

    assert code_reader(REASONS)("Flytat") == expected


def test_unknown_code_like_nothing_gets_the_list():
    expected = Unreadable("Ordet finns inte i kodlistan.", "Enligt plan, Flyttat")

    assert code_reader(REASONS)("???") == expected


def test_sheets_own_word_wins_over_the_list():
    assert code_reader(REASONS, {"Flyttat": "according_to_plan"})("flyttat") == "according_to_plan"


def test_nearest_word_is_not_looked_for_without_end():
    read = code_reader(REASONS)
    for number in range(100):
        read(f"Flytat {number}")

    assert read("Flytat") == Unreadable("Ordet finns inte i kodlistan.", "Enligt plan, Flyttat")
