"""Persons, enrolments side by side, scales, decisions and money."""

import pytest

from tests.import_examples import enrolments, exits, imported, persons, sheet, told

ONE = enrolments(("1", "a", "2022-02-01"))


def test_birth_year_after_enrolment():
    result = imported(persons(("a", "K", "2023")), ONE)

    assert told(result.faults) == [
        (
            "blad Personer, rad 2, kolumn Födelseår: "
            "Födelseåret stämmer inte med inskrivningen 2022-02-01. Där står: 2023. "
            "Väntat: ett födelseår före inskrivningen."
        )
    ]


def test_age_outside_working_life_warns():
    result = imported(persons(("a", "K", "1950")), ONE)

    assert told(result.faults) == []
    assert told(result.warnings) == [
        (
            "blad Personer, rad 2, kolumn Födelseår: Åldern vid inskrivningen är 72 år; "
            "raden räknas. Stämmer födelseåret? Där står: 1950."
        )
    ]


def test_missing_gender_and_birth_year_are_kept():
    result = imported(persons(("a", "", "")), ONE)

    assert (told(result.faults), told(result.warnings)) == ([], [])
    assert result.facts.tables["persons"].select("person", "gender").rows() == [("a", None)]


def test_overlapping_enrolment_is_the_later_one():
    both = enrolments(("1", "a", "2022-02-01"), ("2", "a", "2022-06-01"), ("3", "b", "2022-06-01"))

    result = imported(both, exits(("1", "2022-08-31", "Flytt")))

    assert told(result.faults) == [
        (
            "blad Inskrivningar, rad 3, kolumn Inskriven: "
            "Personen är redan inskriven i samma insats. "
            "Där står: 2022-06-01. Väntat: 2022-08-31 eller senare."
        )
    ]
    assert result.facts.tables["enrolments"]["enrolment"].to_list() == ["1", "3"]


def test_enrolment_while_another_is_open():
    result = imported(enrolments(("1", "a", "2022-02-01"), ("2", "a", "2022-06-01")))

    assert told(result.faults) == [
        (
            "blad Inskrivningar, rad 3, kolumn Inskriven: "
            "Personen är redan inskriven i samma insats. "
            "Där står: 2022-06-01. Väntat: att den tidigare avslutats."
        )
    ]


def test_enrolment_on_the_day_of_exit_does_not_overlap():
    both = enrolments(("1", "a", "2022-02-01"), ("2", "a", "2022-08-31"))

    result = imported(both, exits(("1", "2022-08-31", "Flytt")))

    assert told(result.faults) == []


def test_enrolments_in_different_parts_do_not_overlap():
    rows = [("1", "a", "2022-02-01", ""), ("2", "a", "2022-06-01", "verkstan")]
    both = sheet("Inskrivningar", ("Inskrivning", "Person", "Inskriven", "Insats"), *rows)

    result = imported(both, parts=["verkstan"])

    assert told(result.faults) == []


def test_gender_that_differs_from_the_person():
    interests = sheet(
        "Intresseanmälningar och remisser",
        ("Anmälan", "Person", "Kön", "Inkom"),
        ("i1", "a", "Man", "2022-01-10"),
        ("i2", "a", "Kvinna", "2022-01-11"),
    )

    result = imported(persons(("a", "K", "")), ONE, interests)

    assert told(result.faults) == [
        (
            "blad Intresseanmälningar och remisser, rad 2, kolumn Kön: "
            "Könet är ett annat än i Personer. Där står: man. Väntat: woman."
        )
    ]


def measurements(*rows):
    return sheet("Mätningar", ("Inskrivning", "Instrument", "Fråga", "Mätt", "Värde"), *rows)


def test_score_outside_the_scale():
    result = imported(ONE, measurements(("1", "Skalan", "Hälsa", "2022-03-01", "6")))

    assert told(result.faults) == [
        (
            "blad Mätningar, rad 2, kolumn Värde: Värdet ligger utanför skalan i Skalan. "
            "Där står: 6. Väntat: från 1 till 5."
        )
    ]


def test_item_of_another_instrument():
    result = imported(ONE, measurements(("1", "Skalan", "Ork", "2022-03-01", "3")))

    assert told(result.faults) == [
        (
            "blad Mätningar, rad 2, kolumn Fråga: Frågan hör inte till Skalan. "
            "Där står: ork. Väntat: Hälsa."
        )
    ]


def test_instrument_outside_its_period_of_use_warns():
    result = imported(ONE, measurements(("1", "Skalan", "Hälsa", "2024-03-01", "3")))

    assert told(result.faults) == []
    assert told(result.warnings) == [
        (
            "blad Mätningar, rad 2, kolumn Mätt: "
            "Skalan användes inte då (2022-01-01 – 2023-12-31); "
            "raden räknas. Stämmer det? Där står: 2024-03-01."
        )
    ]


def test_enrolment_outside_the_decision_asks_who_decided():
    outside = enrolments(("1", "a", "2021-12-31"), ("2", "b", "2025-01-02"))

    result = imported(outside)

    assert told(result.faults) == []
    assert told(result.warnings) == [
        (
            "blad Inskrivningar, rad 2, kolumn Inskriven: Inskrivningen är före insatsens första "
            "beslutade dag 2022-01-01; den räknas. Skriv vem som beslutat det, när och varför."
        ),
        (
            "blad Inskrivningar, rad 3, kolumn Inskriven: Inskrivningen är efter insatsens sista "
            "beslutade dag 2024-12-31; den räknas. Skriv vem som beslutat det, när och varför."
        ),
    ]


def test_enrolment_after_the_intake_stop_asks_who_decided():
    result = imported(enrolments(("1", "a", "2024-07-01")), intake_stop="2024-06-30")

    assert told(result.warnings) == [
        (
            "blad Inskrivningar, rad 2, kolumn Inskriven: Inskrivningen är efter intagsstoppet "
            "2024-06-30; den räknas. Skriv vem som beslutat det, när och varför."
        )
    ]


def money(*rows):
    return sheet("Pengar", ("Typ", "Datum", "Belopp i kronor"), *rows)


def test_amount_in_thousands_says_what_it_would_be():
    result = imported(money(("Återbetalt", "2023-12-31", "252 053 tkr")))

    assert told(result.faults) == [
        (
            "blad Pengar, rad 2, kolumn Belopp i kronor: Beloppet står i tkr; i kronor är det "
            "252\u00a0053\u00a0000. Skriv vad som är rätt. Där står: 252 053 tkr. "
            "Väntat: hela kronor, som 252 053."
        )
    ]


def test_amount_far_over_the_budget():
    rows = [("Kostnad", "2023-12-31", "252 053 000"), ("Kostnad", "2023-06-30", "400 000")]

    result = imported(money(*rows))

    assert told(result.faults) == [
        (
            "blad Pengar, rad 2, kolumn Belopp i kronor: Beloppet är mer än 100 gånger insatsens "
            "hela budget 1\u00a0000\u00a0000\u00a0kr. Där står: 252\u00a0053\u00a0000\u00a0kr. "
            "Väntat: kronor, inte tusental eller öre."
        )
    ]
    assert result.facts.tables["money"]["amount_ore"].to_list() == [40_000_000]


def test_costs_together_far_over_the_budget():
    rows = [("Kostnad", f"2023-{month:02}-15", "90 000 000") for month in (1, 2)]

    result = imported(money(*rows))

    assert told(result.faults) == [
        (
            "blad Pengar, rad 2, 3, kolumn Belopp i kronor: "
            "Kostnaderna 180\u00a0000\u00a0000\u00a0kr "
            "är 180 gånger budgeten 1\u00a0000\u00a0000\u00a0kr. "
            "Väntat: kronor, inte tusental eller öre."
        )
    ]


def test_costs_far_under_the_budget_warn():
    result = imported(money(("Kostnad", "2023-12-31", "952")))

    assert told(result.faults) == []
    assert told(result.warnings) == [
        (
            "blad Pengar, rad 2, kolumn Belopp i kronor: Kostnaderna 952\u00a0kr är mindre än en "
            "hundradel av budgeten 1\u00a0000\u00a0000\u00a0kr. Står de i tusental kronor?"
        )
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            ("Intyg", "2023-01-31", "-1", ""),
            "Antal (minst): Antalet är negativt. Där står: -1. Väntat: 0 eller mer.",
        ),
        (
            ("Intyg", "2023-01-31", "5", "4"),
            (
                "Antal (högst), om ungefärligt: Det högsta antalet är "
                "mindre än det minsta. Där står: 4. Väntat: 5 eller mer."
            ),
        ),
    ],
)
def test_counts_that_cannot_be(row, sentence):
    headings = ("Vad", "Datum", "Antal (minst)", "Antal (högst), om ungefärligt")

    result = imported(sheet("Volymer utan personer", headings, row))

    assert told(result.faults) == [f"blad Volymer utan personer, rad 2, kolumn {sentence}"]
