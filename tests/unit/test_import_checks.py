"""Each kind of fault, in the words a reader meets, and the rows it leaves out."""

import pytest

from tests.import_examples import enrolments, exits, imported, persons, sheet, told

TWO = enrolments(("1", "a", "2022-02-01"), ("2", "b", "2022-03-01"))


def test_correct_tables_have_no_fault():
    result = imported(
        persons(("a", "K", "1998"), ("b", "Man", "1999")),
        TWO,
        exits(("1", "2023-01-31", "Enligt plan")),
    )

    assert (told(result.faults), told(result.warnings), result.rows_left_out) == ([], [], 0)
    assert result.facts.tables["exits"].rows() == [("1", 19388, "according_to_plan", None)]
    assert result.facts.tables["enrolments"]["programme"].to_list() == ["stegen", "stegen"]


def test_unreadable_exit_leaves_out_its_row_and_the_enrolment_that_would_seem_open():
    result = imported(TWO, exits(("1", "2023-02-30", ""), ("2", "2023-03-01", "")))

    assert told(result.faults) == [
        (
            "blad Avslut, rad 2, kolumn Avslutad: Datumet finns inte. Där står: 2023-02-30. "
            "Väntat: ett datum som 2024-12-31."
        )
    ]
    assert result.facts.tables["exits"]["enrolment"].to_list() == ["2"]
    assert result.facts.tables["enrolments"]["enrolment"].to_list() == ["2"]
    assert told(result.warnings) == [
        "Inskrivningar: 1 rad hör till en rad som lämnats utanför och är inte med."
    ]
    assert result.rows_left_out == 2


def test_same_mistake_in_many_rows_is_told_once():
    rows = [(str(number), "x", "igår") for number in range(8)]

    result = imported(enrolments(*rows))

    assert told(result.faults) == [
        (
            "blad Inskrivningar, rad 2, 3, 4, 5, 6 och 3 till, kolumn Inskriven: "
            "Det går inte att läsa som datum. Där står: igår. Väntat: ett datum som 2024-12-31."
        )
    ]
    assert result.rows_left_out == 8


def test_long_text_is_cut_where_it_is_told():
    result = imported(enrolments(("1", "a", "x" * 200)))

    assert [fault.read for fault in result.faults] == ["x" * 60 + " …"]


def test_required_cell_that_is_empty():
    result = imported(enrolments(("1", "a", "")))

    assert told(result.faults) == [
        (
            "blad Inskrivningar, rad 2, kolumn Inskriven: Cellen är tom. "
            "Väntat: ett datum som 2024-12-31."
        )
    ]


def test_unknown_code_names_the_nearest_word():
    result = imported(TWO, exits(("1", "2023-01-31", "Enligt plann")))

    assert told(result.faults) == [
        (
            "blad Avslut, rad 2, kolumn Avslutsorsak: Ordet finns inte i kodlistan. "
            "Menades Enligt plan? Där står: Enligt plann. Väntat: Enligt plan, Började arbeta "
            "eller studera, Sjukdom, Flytt, Eget önskemål, Förlorad kontakt, "
            "Insatsen passade inte, "
            "Överförd till annan insats och 8 till."
        )
    ]


def test_identical_rows_are_counted_once():
    row = ("1", "2023-01-31", "Flytt")

    result = imported(TWO, exits(row, row))

    assert told(result.faults) == [
        (
            "blad Avslut, rad 3, kolumn Inskrivning: Raden är likadan som rad 2. Där står: 1. "
            "Väntat: varje rad en gång."
        )
    ]
    assert result.facts.tables["exits"].height == 1


def test_same_key_twice_leaves_out_both():
    result = imported(TWO, exits(("1", "2023-01-31", "Flytt"), ("1", "2023-02-28", "Flytt")))

    assert told(result.faults) == [
        (
            "blad Avslut, rad 2, 3, kolumn Inskrivning: "
            "Raderna 2, 3 har samma nyckel men olika innehåll. Där står: 1. "
            "Väntat: en rad för varje Inskrivning."
        )
    ]
    assert result.counted == {"enrolments": 1, "exits": 0}
    assert result.rows_left_out == 3


def test_row_at_fault_is_not_said_to_be_counted():
    volumes = sheet(
        "Volymer utan personer",
        ("Vad", "Datum", "Antal (minst)"),
        ("Intyg", "2023-01-31", "ett"),
        ("Intyg", "2023-01-31", "två"),
    )

    result = imported(volumes)

    assert [fault.read for fault in result.faults] == ["ett", "två"]
    assert told(result.warnings) == []


def test_identical_rows_without_a_key_only_warn():
    row = ("Intyg", "2023-01-31", "1")
    volumes = sheet("Volymer utan personer", ("Vad", "Datum", "Antal (minst)"), row, row)

    result = imported(volumes)

    assert told(result.faults) == []
    assert told(result.warnings) == [
        "blad Volymer utan personer, rad 3, kolumn Vad: Raden är likadan som rad 2; båda räknas."
    ]
    assert result.facts.tables["volumes"].height == 2


def test_exit_of_unknown_enrolment():
    result = imported(TWO, exits(("9", "2023-01-31", "Flytt")))

    assert told(result.faults) == [
        (
            "blad Avslut, rad 2, kolumn Inskrivning: Inskrivning finns inte i Inskrivningar. "
            "Där står: 9. Väntat: en nyckel ur Inskrivningar."
        )
    ]


def test_rows_that_hang_on_a_fault_are_left_out_and_counted():
    result = imported(
        persons(("a", "K", "nittio"), ("b", "M", "")), TWO, exits(("1", "2023-01-31", "Flytt"))
    )

    assert told(result.faults) == [
        (
            "blad Personer, rad 2, kolumn Födelseår: Det är inte ett årtal. Där står: nittio. "
            "Väntat: ett årtal som 1998."
        )
    ]
    assert told(result.warnings) == [
        "Inskrivningar: 1 rad hör till en rad som lämnats utanför och är inte med.",
        "Avslut: 1 rad hör till en rad som lämnats utanför och är inte med.",
    ]
    assert result.left_out == {"persons": 1, "enrolments": 1, "exits": 1}
    assert result.rows_left_out == 3


ORDERS = [
    (
        ("Steg", ("Inskrivning", "Steg", "Påbörjat", "Avslutat")),
        ("1", "Praktik", "2023-05-01", "2023-04-01"),
        (
            "Avslutat: Steget avslutas innan det påbörjats. Där står: 2023-04-01. "
            "Väntat: 2023-05-01 eller senare."
        ),
    ),
    (
        ("Placeringar", ("Placering", "Inskrivning", "Började", "Slutade")),
        ("p", "1", "2023-05-01", "2023-04-01"),
        (
            "Slutade: Placeringen slutar innan den börjat. Där står: 2023-04-01. "
            "Väntat: 2023-05-01 eller senare."
        ),
    ),
    (
        ("Enkätsvar", ("Svarande", "Enkät", "Fråga", "Tillfrågad", "Svarade")),
        ("s", "Slutenkäten", "Nöjd", "2023-05-01", "2023-04-01"),
        "Svarade: Svaret kom före frågan. Där står: 2023-04-01. Väntat: 2023-05-01 eller senare.",
    ),
    (
        ("Samtycken", ("Person", "Ändamål", "Lämnat", "Återkallat")),
        ("a", "Statistik", "2023-05-01", "2023-04-01"),
        (
            "Återkallat: Samtycket återkallas innan det lämnats. Där står: 2023-04-01. "
            "Väntat: 2023-05-01 eller senare."
        ),
    ),
    (
        ("Närvaro", ("Inskrivning", "Aktivitet", "Datum", "Närvarande")),
        ("1", "Verkstan", "2022-01-15", "ja"),
        (
            "Datum: Dagen är före inskrivningen 2022-02-01. Där står: 2022-01-15. "
            "Väntat: 2022-02-01 eller senare."
        ),
    ),
    (
        ("Avslut", ("Inskrivning", "Avslutad")),
        ("1", "2022-01-31"),
        (
            "Avslutad: Dagen är före inskrivningen 2022-02-01. Där står: 2022-01-31. "
            "Väntat: 2022-02-01 eller senare."
        ),
    ),
    (
        ("Avslut", ("Inskrivning", "Avslutad")),
        ("1", "2025-02-01"),
        (
            "Avslutad: Dagen är efter uppgifternas datum 2025-01-15. Där står: 2025-02-01. "
            "Väntat: 2025-01-15 eller tidigare."
        ),
    ),
]


@pytest.mark.parametrize(("table", "row", "sentence"), ORDERS)
def test_days_out_of_order(table, row, sentence):
    name, headings = table

    result = imported(TWO, sheet(name, headings, row))

    assert told(result.faults) == [f"blad {name}, rad 2, kolumn {sentence}"]
    assert result.rows_left_out == (2 if name == "Avslut" else 1)


def test_day_before_enrolment_that_is_only_odd_warns():
    plans = sheet(
        "Planer",
        ("Inskrivning", "Typ av plan", "Upprättad"),
        ("1", "Handlingsplan", "2022-01-31"),
    )

    result = imported(TWO, plans)

    assert told(result.faults) == []
    assert told(result.warnings) == [
        (
            "blad Planer, rad 2, kolumn Upprättad: Dagen är före inskrivningen 2022-02-01; "
            "raden räknas. Stämmer det? Där står: 2022-01-31."
        )
    ]


def test_day_after_exit_warns():
    steps = sheet("Steg", ("Inskrivning", "Steg", "Påbörjat"), ("1", "Praktik", "2023-05-01"))

    result = imported(TWO, exits(("1", "2023-01-31", "")), steps)

    assert told(result.faults) == []
    assert told(result.warnings) == [
        (
            "blad Steg, rad 2, kolumn Påbörjat: Dagen är efter avslutet 2023-01-31; raden räknas. "
            "Stämmer det? Där står: 2023-05-01."
        )
    ]
