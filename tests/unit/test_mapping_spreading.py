"""One row a participant, in somebody's own words, becomes the documented tables."""

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.results.calculations.reading.facts import Delivery, facts_of
from stegvis.results.calculations.reading.participant_sheet import implied_mapping
from stegvis.results.values.mapping import Mapping
from tests.import_examples import definition, sheet, told

MAPPING = {
    "programme": "stegen",
    "key": "Nr",
    "rows": [
        {"table": "persons", "take": {"gender": "Kön", "birth_year": "Född"}},
        {"table": "enrolments", "take": {"enrolled_on": "Start"}},
        {"table": "exits", "take": {"exited_on": "Slut", "exit_reason": "Varför"}},
    ],
    "words": {"Varför": {"klar!": "according_to_plan", "pågår": "-", "försvann": ""}},
}
HEADINGS = ("Nr", "Kön", "Född", "Start", "Slut", "Varför")


def read(headings, *rows, **changes):
    mapping = Mapping.model_validate({**MAPPING, **changes})
    own = sheet("Deltagare", headings, *rows)
    return facts_of(Delivery((), own=own, mapping=mapping), definition())


def rows_of(result, table, *columns):
    return result.facts.tables[table].select(columns).rows()


def test_row_is_spread_into_tables():
    result = read(
        HEADINGS,
        ("7", "K", "1998-03-02", "2022-02-01", "2023-01-31", "Klar!"),
        ("8", "M", "1999", "2022-03-01", "", "pågår"),
    )

    assert (told(result.faults), told(result.warnings)) == ([], [])
    assert rows_of(result, "persons", "person", "gender", "birth_year") == [
        ("7", "woman", 1998),
        ("8", "man", 1999),
    ]
    assert rows_of(result, "enrolments", "enrolment", "person", "programme", "enrolled_on") == [
        ("7", "7", "stegen", 19024),
        ("8", "8", "stegen", 19052),
    ]
    assert rows_of(result, "exits", "enrolment", "exited_on", "exit_reason") == [
        ("7", 19388, "according_to_plan")
    ]


def test_word_without_meaning_is_a_fault_that_says_where_it_belongs():
    result = read(HEADINGS, ("7", "K", "1998", "2022-02-01", "2023-01-31", "Försvann"))

    assert [(fault.where, fault.what, fault.read) for fault in result.faults] == [
        (
            "blad Deltagare, rad 2, kolumn Varför",
            'Ordet har ingen betydelse än i översättningen, under [words."Varför"].',
            "Försvann",
        )
    ]
    assert result.rows_left_out == 1
    assert rows_of(result, "enrolments", "enrolment") == []


def test_row_at_fault_is_left_out_whole_but_not_the_person_of_another_row():
    result = read(
        HEADINGS,
        ("7", "K", "1998", "2022-02-01", "2022-08-31", "Xyz"),
        ("7", "K", "1998", "2023-02-01", "2023-08-31", "Klar!"),
        ("8", "M", "1999", "2022-03-01", "", ""),
    )

    assert rows_of(result, "persons", "person") == [("7",), ("8",)]
    assert rows_of(result, "enrolments", "enrolment") == [("7/2",), ("8",)]
    assert rows_of(result, "exits", "enrolment") == [("7/2",)]
    assert result.rows_left_out == 1


def test_cell_that_feeds_two_tables_is_told_of_once():
    situation = {
        "table": "situations",
        "take": {"income": "Försörjning", "known_on": "Start"},
        "constants": {"moment": "before"},
    }

    result = read(
        ("Nr", "Start", "Försörjning"),
        ("7", "4 mars", "AE"),
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}, situation],
        words={},
    )

    assert told(result.faults) == [
        (
            "blad Deltagare, rad 2, kolumn Start: Det går inte att läsa som datum. "
            "Där står: 4 mars. Väntat: ett datum som 2024-12-31."
        )
    ]


def test_row_without_a_key_is_told_of_once_with_its_column():
    result = read(HEADINGS, ("", "K", "1998", "2022-02-01", "", ""))

    assert told(result.faults) == [
        (
            "blad Deltagare, rad 2, kolumn Nr: Cellen är tom. "
            "Väntat: en beteckning utan namn eller personnummer."
        )
    ]


def test_word_that_is_new_says_where_it_may_be_added():
    result = read(HEADINGS, ("7", "K", "1998", "2022-02-01", "2023-01-31", "Xyz"))

    assert [fault.what for fault in result.faults] == [
        (
            "Ordet finns inte i kodlistan. "
            'Det kan läggas till i översättningen, under [words."Varför"].'
        )
    ]


def test_our_own_sheet_has_no_mapping_to_add_a_word_to():
    own = sheet("Deltagare", ("Nr", "Kön", "Inskriven"), ("7", "Hen", "igår"))

    result = facts_of(
        Delivery((), own=own, mapping=implied_mapping(own.headings, definition())), definition()
    )

    assert [fault.what for fault in result.faults] == [
        "Ordet finns inte i kodlistan.",
        "Det går inte att läsa som datum.",
    ]


def test_reason_without_a_day_is_a_fault_in_the_column_of_the_day():
    result = read(HEADINGS, ("7", "K", "1998", "2022-02-01", "", "Klar!"))

    assert told(result.faults) == [
        "blad Deltagare, rad 2, kolumn Slut: Cellen är tom. Väntat: ett datum som 2024-12-31."
    ]


def test_one_sheet_row_left_out_counts_as_one():
    result = read(HEADINGS, ("7", "K", "1998", "", "2023-01-31", "Klar!"))

    assert result.left_out == {"enrolments": 1, "exits": 1}
    assert result.rows_left_out == 1


def test_person_enrolled_twice_is_one_person_with_two_enrolments():
    result = read(
        HEADINGS,
        ("7", "K", "1998", "2022-02-01", "2022-08-31", "Klar!"),
        ("7", "", "1998", "2023-02-01", "", ""),
    )

    assert told(result.faults) == []
    assert rows_of(result, "persons", "person", "gender") == [("7", "woman")]
    assert rows_of(result, "enrolments", "enrolment", "person") == [("7", "7"), ("7/2", "7")]


def test_person_of_two_genders_is_left_out():
    result = read(
        HEADINGS,
        ("7", "K", "1998", "2022-02-01", "2022-08-31", "Klar!"),
        ("7", "M", "1998", "2023-02-01", "", ""),
    )

    assert told(result.faults) == [
        "blad Deltagare, rad 3, kolumn Kön: Raderna 2, 3 gäller samma person men säger olika."
    ]
    assert rows_of(result, "enrolments", "enrolment") == []
    assert result.rows_left_out == 2


def test_rows_without_a_key_are_numbered_as_the_sheet_counts():
    result = read(HEADINGS, ("", "K", "1998", "2022-02-01", "", ""), key="")

    assert rows_of(result, "enrolments", "enrolment", "person") == [("2", "2")]


def test_several_columns_feed_one_table():
    moments = [
        {
            "table": "situations",
            "take": {"income": f"Försörjning {word}"},
            "constants": {"moment": moment},
        }
        for word, moment in (("före", "before"), ("efter", "exit"))
    ]

    result = read(
        ("Nr", "Start", "Försörjning före", "Försörjning efter"),
        ("7", "2022-02-01", "AE", "Lön"),
        ("8", "2022-02-01", "AE", ""),
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}, *moments],
        words={},
    )

    assert told(result.faults) == []
    assert rows_of(result, "situations", "enrolment", "moment", "income") == [
        ("7", "before", "activity_compensation"),
        ("8", "before", "activity_compensation"),
        ("7", "exit", "salary"),
    ]


def test_shared_day_alone_makes_no_measurement():
    measured = {
        "table": "measurements",
        "take": {"measured_on": "Skalan datum", "score": "Skalan hälsa"},
        "constants": {"instrument": "skala", "item": "halsa"},
    }

    result = read(
        ("Nr", "Start", "Skalan datum", "Skalan hälsa"),
        ("7", "2022-02-01", "2022-03-01", "4"),
        ("8", "2022-02-01", "2022-03-01", ""),
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}, measured],
        words={},
    )

    assert rows_of(result, "measurements", "enrolment", "instrument", "item", "score") == [
        ("7", "skala", "halsa", 4.0)
    ]


def test_yes_decides_whether_there_is_a_row():
    consent = {
        "table": "consents",
        "take": {"given_on": "Start"},
        "constants": {"consent_purpose": "statistics"},
        "when": "Samtycke",
    }

    result = read(
        ("Nr", "Start", "Samtycke"),
        ("7", "2022-02-01", "ja"),
        ("8", "2022-02-01", "nej"),
        ("9", "2022-02-01", "kanske"),
        ("10", "2022-02-01", ""),
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}, consent],
        words={},
    )

    assert told(result.faults) == [
        (
            "blad Deltagare, rad 4, kolumn Samtycke: Det är varken ja eller nej. "
            "Där står: kanske. Väntat: ja eller nej."
        )
    ]
    assert rows_of(result, "consents", "person", "given_on") == [("7", 19024)]


def test_word_for_nothing_in_a_day_is_told_how_to_be_explained():
    row = ("7", "K", "1998", "2022-02-01", "tillsvidare", "")

    result = read(HEADINGS, row)
    explained = read(HEADINGS, row, words={"Slut": {"tillsvidare": "-"}})

    assert [fault.what for fault in result.faults] == [
        (
            "Det går inte att läsa som datum. Betyder det att inget har hänt? "
            'Skriv "tillsvidare" = "-" under [words."Slut"].'
        )
    ]
    assert (told(explained.faults), explained.counted["exits"]) == ([], 0)


def test_sum_below_the_table_is_told_and_not_read():
    result = read(
        HEADINGS,
        ("7", "K", "1998", "2022-02-01", "", ""),
        ("", "Totalt:", "", "1 st", "", ""),
    )

    assert told(result.faults) == []
    assert told(result.warnings) == [
        "blad Deltagare, rad 3: Raden är en summering (Totalt:) och läses inte."
    ]
    assert result.counted["enrolments"] == 1


def test_own_date_format_is_used():
    result = read(
        HEADINGS, ("7", "K", "1998", "220201", "230131", "Klar!"), date_formats=["%y%m%d"]
    )

    assert told(result.faults) == []
    assert rows_of(result, "exits", "exited_on") == [(19388,)]


def test_age_gives_the_birth_year_that_fits_it():
    result = read(
        ("Nr", "Start", "Ålder"),
        ("7", "2022-02-01", "24"),
        ("8", "2022-02-01", "tjugo"),
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}],
        age_at_enrolment="Ålder",
        words={},
    )

    assert told(result.faults) == [
        (
            "blad Deltagare, rad 3, kolumn Ålder: Det är inte en ålder. Där står: tjugo. "
            "Väntat: ett heltal som 24."
        )
    ]
    assert rows_of(result, "persons", "person", "birth_year") == [("7", 1998)]


def test_personal_number_gives_what_was_asked_and_is_dropped():
    result = read(
        ("Pnr", "Start"),
        ("19900118-9811", "2022-02-01"),
        ("900118-9811", "2023-02-01"),
        ("19850709-9805", "2022-02-01"),
        key="",
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}],
        personal_number={"heading": "Pnr", "gives": ["birth_year", "gender", "same_person"]},
        words={},
    )

    assert rows_of(result, "persons", "person", "gender", "birth_year") == [
        ("1", "man", 1990),
        ("2", "woman", 1985),
    ]
    assert "9811" not in str(result)


def test_personal_number_as_key_is_refused_without_being_told():
    with pytest.raises(Refused) as refused:
        read(HEADINGS, ("19900118-9811", "K", "1990", "2022-02-01", "", ""))

    assert str(refused.value) == (
        "Uppgifterna pekar ut personer. Ingenting har lästs vidare.\n"
        "  - blad Deltagare, kolumn Nr: Kolumnen ser ut att innehålla personnummer; den läses "
        "inte. Väntat: ett löpnummer som bara ni kan koppla till en person."
    )


def test_heading_may_be_called_anything():
    result = read(
        ("Nr", "Start", "_row", "_person"),
        ("7", "2022-02-01", "x", "y"),
        rows=[{"table": "enrolments", "take": {"enrolled_on": "Start"}}],
        words={},
    )

    assert rows_of(result, "enrolments", "enrolment") == [("7",)]
    assert told(result.warnings) == [
        f"blad Deltagare: Kolumnen {heading} står inte i översättningen och läses inte."
        for heading in ("_row", "_person")
    ]


def test_heading_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(Refused) as refused:
        read(("Nr", "Kön", "Född", "Startdatum", "Slut", "Varför"), ("7", "", "", "", "", ""))

    assert str(refused.value) == (
        "Översättningen passar inte bladet.\n"
        "  - blad Deltagare: Kolumnen Start saknas. Heter den Startdatum? "
        "Där står: Nr, Kön, Född, Startdatum, Slut, Varför. Väntat: Start."
    )


def test_mapping_of_another_programme_is_refused():
    with pytest.raises(Refused) as refused:
        read(HEADINGS, programme="trappan")

    assert refused.value.sentence == (
        "Uppgifterna gäller insatsen trappan, men definitionen gäller Stegen. "
        "Ingenting har räknats. Välj rätt uppgifter eller rätt definition."
    )
