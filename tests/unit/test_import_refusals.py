"""What would make every figure meaningless stops the import."""

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.results.calculations.reading.facts import Delivery, facts_of
from tests.import_examples import about, definition, enrolments, exits, imported, sheet, told

ONE = enrolments(("1", "a", "2022-02-01"))


def refusal(*sheets, **changes):
    with pytest.raises(Refused) as refused:
        facts_of(Delivery(sheets), definition(**changes))
    return str(refused.value)


def test_data_of_another_programme_is_refused_naming_both():
    assert refusal(about("Hikikomori"), ONE) == (
        "Uppgifterna gäller insatsen Hikikomori, men definitionen gäller Stegen. "
        "Ingenting har räknats. Välj rätt uppgifter eller rätt definition."
    )


def test_data_of_the_whole_is_refused_for_a_part():
    assert refusal(about("Trappan"), ONE, part_of="trappan") == (
        "Uppgifterna gäller insatsen Trappan, som Stegen är en del av. "
        "Räkna med definitionen av Trappan; delen kommer med."
    )


def test_later_definition_is_refused():
    assert refusal(about(version="10"), ONE) == (
        "Uppgifterna är skrivna för version 10 av definitionen; den som används är version 2. "
        "Använd den senare definitionen."
    )


def test_later_template_is_refused():
    assert refusal(about(template="2"), ONE) == (
        "Uppgifterna är skrivna i mallens version 2; den här versionen av Stegvis läser till och "
        "med 1. Uppdatera programmet."
    )


def test_earlier_definition_is_said():
    result = facts_of(Delivery((about(version="1"), ONE)), definition())

    assert told(result.warnings) == [
        "Om uppgifterna: Uppgifterna är skrivna för version 1 av definitionen och räknas med 2."
    ]


def test_nothing_recognised_is_refused():
    assert refusal(sheet("Blad1", ("Namn",), ("x",))) == (
        "Inget blad känns igen. Bladen är: Blad1. Väntat: tabeller som Inskrivningar, Avslut "
        "eller Volymer utan personer, eller ett eget blad med en översättning "
        "(python3 run.py mapping propose)."
    )


def test_exits_without_enrolments_are_refused():
    assert refusal(about(), exits(("1", "2023-01-31", ""))) == (
        "Tabellen Inskrivningar saknas, men Avslut hör till inskrivningar. "
        "Lägg till den, annars går ingenting att räkna."
    )


def test_missing_required_column_is_refused():
    headless = sheet("Inskrivningar", ("Inskrivning", "Person"), ("1", "a"))

    assert refusal(about(), headless) == (
        "Bladen går inte att läsa som de dokumenterade tabellerna.\n"
        "  - blad Inskrivningar: Kolumnen Inskriven saknas. Där står: Inskrivning, Person. "
        "Väntat: Inskriven."
    )


def test_personal_numbers_are_refused_without_being_told():
    assert refusal(about(), enrolments(("1", "19900118-9811", "2022-02-01"))) == (
        "Uppgifterna pekar ut personer. Ingenting har lästs vidare.\n"
        "  - blad Inskrivningar, kolumn Person: Kolumnen ser ut att innehålla personnummer; "
        "den läses inte. Väntat: ett löpnummer som bara ni kan koppla till en person."
    )


def test_same_table_twice_is_refused():
    again = sheet("exits", ("enrolment", "exited_on"), ("1", "2023-01-31"))

    assert refusal(about(), ONE, exits(("1", "2023-01-31", "")), again) == (
        "Bladen går inte att läsa som de dokumenterade tabellerna.\n"
        "  - blad exits: Tabellen Avslut finns redan i bladet Avslut. Väntat: en av dem."
    )


def test_empty_tables_are_facts_without_rows():
    result = imported(enrolments(), exits())

    assert (told(result.faults), told(result.warnings)) == ([], [])
    assert {name: table.height for name, table in result.facts.tables.items()} == {
        "enrolments": 0,
        "exits": 0,
    }


def test_table_without_headings_counts_as_not_delivered():
    result = imported(ONE, sheet("Avslut", ()))

    assert told(result.warnings) == [
        "blad Avslut: Bladet är tomt, även på rubriker; tabellen räknas inte som lämnad."
    ]
    assert set(result.facts.tables) == {"enrolments"}


def test_programme_that_is_not_said_is_assumed_aloud():
    result = facts_of(Delivery((ONE,)), definition())

    assert told(result.warnings) == [
        "Om uppgifterna: Det står ingenstans vilken insats uppgifterna gäller; Stegen antas."
    ]


def test_volumes_alone_are_enough():
    volumes = sheet("volumes", ("volume", "counted_on", "low"), ("Intyg", "2023-01-31", "12"))

    assert imported(volumes).facts.tables["volumes"].height == 1
