"""An empty workbook, filled as a person would fill it, is read back without a fault."""

from datetime import date

import openpyxl
import pytest

from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import load_definition
from stegvis.programmes.files.shipped import shipped
from stegvis.results.calculations.reading.cells import code_reader
from stegvis.results.calculations.reading.facts import Delivery, facts_of
from stegvis.results.calculations.reading.participant_sheet import (
    implied_mapping,
    participant_mapping,
)
from stegvis.results.calculations.workbook_plans import offered, sheet_plan, tables_plan
from stegvis.results.files.facts import read_facts
from stegvis.results.files.workbooks import write_workbook
from stegvis.results.management.template import main
from tests.import_examples import PROGRAMMES, as_written, definition

EXTRACTED = {"Uppgifternas datum": date(2025, 1, 15)}


def fill(path, sheet, *rows, start=2):
    """Write rows by heading, as if by hand."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    places = {cell.value: cell.column for cell in page[1]}
    for number, row in enumerate(rows, start=start):
        for heading, value in row.items():
            page.cell(number, places[heading], value)
    book.save(path)


@pytest.fixture
def sheet_workbook(tmp_path):
    path = tmp_path / "deltagare.xlsx"
    write_workbook(sheet_plan(definition()), path)
    fill(path, "Om uppgifterna", EXTRACTED)
    return path


@pytest.fixture
def tables_workbook(tmp_path):
    path = tmp_path / "tabeller.xlsx"
    write_workbook(tables_plan(definition()), path)
    fill(path, "Om uppgifterna", EXTRACTED)
    return path


PARTICIPANT = {
    "Nr": 7,
    "Kön": "Kvinna",
    "Födelseår": 1998,
    "Utbildning": "Gymnasium",
    "Inskriven": date(2022, 2, 1),
    "Kom genom": "Vårdcentral",
    "Samtycke till statistik, datum": date(2022, 2, 1),
    "Försörjning vid start": "Aktivitetsersättning",
    "Skalan 1 datum": date(2022, 3, 1),
    "Skalan 1 Hälsa": 3,
    "Handlingsplan upprättad": date(2022, 3, 15),
    "Handlingsplan godtagen": "ja",
    "Praktik påbörjat": date(2022, 9, 1),
    "Bruten isolering": "ja",
    "Bruten isolering, datum": date(2022, 10, 1),
    "Skalan 2 datum": date(2022, 12, 1),
    "Skalan 2 Hälsa": 4,
    "Avslutad": date(2023, 1, 31),
    "Avslutsorsak": "Enligt plan",
    "Gick vidare till": "Arbete",
    "Försörjning vid avslut": "Lön",
}


def test_sheet_of_participants_is_read_without_a_mapping(sheet_workbook):
    fill(sheet_workbook, "Deltagare", PARTICIPANT, {"Nr": 8, "Inskriven": date(2022, 3, 1)})
    cost = {"Typ": "Kostnad", "Datum": date(2023, 6, 30), "Belopp i kronor": 500_000}
    fill(sheet_workbook, "Pengar", cost)

    result = read_facts(sheet_workbook, definition())

    assert (result.faults, result.warnings) == ((), ())
    filled = {name: count for name, count in result.counted.items() if count}
    assert filled == {
        "money": 1,
        "persons": 2,
        "enrolments": 2,
        "consents": 1,
        "situations": 2,
        "measurements": 2,
        "plans": 1,
        "steps": 1,
        "assessments": 1,
        "exits": 1,
        "destinations": 1,
    }
    assert result.facts.tables["destinations"].rows() == [("7", "exit", "work", 19388)]


def test_other_sheet_may_point_at_a_participant(sheet_workbook):
    fill(sheet_workbook, "Deltagare", PARTICIPANT)
    tried = {"Inskrivning": "7", "Aktivitet": "Verkstan", "Prövad": date(2022, 5, 1)}
    fill(sheet_workbook, "Aktiviteter", tried)

    result = read_facts(sheet_workbook, definition())

    assert result.faults == ()
    assert result.facts.tables["activities"].rows() == [("7", "verkstan", None, 19113, None)]


def test_column_may_be_taken_away(sheet_workbook):
    fill(sheet_workbook, "Deltagare", PARTICIPANT)
    book = openpyxl.load_workbook(sheet_workbook)
    place = next(cell.column for cell in book["Deltagare"][1] if cell.value == "Avslutad")
    book["Deltagare"].delete_cols(place)
    book.save(sheet_workbook)

    result = read_facts(sheet_workbook, definition())

    assert "exits" not in result.counted
    assert [str(warning) for warning in result.warnings] == [
        "blad Deltagare: Kolumnen Avslutsorsak står inte i översättningen och läses inte.",
        "blad Deltagare: Kolumnen Fullföljt står inte i översättningen och läses inte.",
    ]


def test_former_heading_is_still_read(tmp_path):
    path = tmp_path / "deltagare.xlsx"
    with_seats = definition(seats=[{"seat": "ordinary", "number": 10}])
    write_workbook(sheet_plan(with_seats), path)
    fill(path, "Om uppgifterna", EXTRACTED)
    row = {"Nr": 7, "Inskriven": date(2022, 2, 1), "Plats i insatsen": "Ordinarie plats"}
    fill(path, "Deltagare", row)
    book = openpyxl.load_workbook(path)
    heading = next(cell for cell in book["Deltagare"][1] if cell.value == "Plats i insatsen")
    heading.value = "Plats"
    book.save(path)

    result = read_facts(path, with_seats)

    assert (result.faults, result.warnings) == ((), ())
    assert result.facts.tables["enrolments"]["seat"].to_list() == ["ordinary"]


def test_tables_are_read_back(tables_workbook):
    fill(tables_workbook, "Personer", {"Person": "a", "Kön": "Man", "Födelseår": 1999})
    enrolment = {"Inskrivning": "1", "Person": "a", "Inskriven": date(2022, 2, 1)}
    fill(tables_workbook, "Inskrivningar", enrolment)
    score = {
        "Inskrivning": "1",
        "Instrument": "Skalan",
        "Fråga": "Hälsa",
        "Mätt": date(2022, 3, 1),
        "Värde": 3,
        "Vem skattade": "Deltagaren",
    }
    fill(tables_workbook, "Mätningar", score)

    result = read_facts(tables_workbook, definition())

    assert (result.faults, result.warnings) == ((), ())
    assert result.facts.tables["measurements"].rows() == [
        ("1", "skala", "halsa", 19052, 3.0, "participant")
    ]


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda file: file.stem)
def test_every_heading_of_each_programme_is_known(programme):
    loaded = load_definition(programme)
    own = as_written(sheet_plan(loaded).sheets[1])
    tables = tuple(map(as_written, tables_plan(loaded).sheets[1:]))
    others = tuple(map(as_written, sheet_plan(loaded).sheets[2:]))
    mapping = implied_mapping(own.headings, loaded)

    by_table = facts_of(Delivery(tables), loaded)
    by_participant = facts_of(Delivery(others, own=own, mapping=mapping), loaded)

    assert mapping == participant_mapping(loaded)
    assert [result.faults for result in (by_table, by_participant)] == [(), ()]
    assert [len(result.warnings) for result in (by_table, by_participant)] == [1, 0]
    assert {*by_table.counted.values(), *by_participant.counted.values()} == {0}


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda file: file.stem)
def test_every_word_of_a_list_is_read_as_its_code(programme):
    loaded = load_definition(programme)
    lists = {name: loaded.codes(name) for name in tables_plan(loaded).choices if name != "yes_no"}

    read = {name: list(map(code_reader(codes), offered(codes))) for name, codes in lists.items()}

    assert read == {name: [one.code for one in codes.codes] for name, codes in lists.items()}


def test_workbook_has_lists_help_and_a_page_to_read(sheet_workbook):
    book = openpyxl.load_workbook(sheet_workbook)
    page = book["Deltagare"]
    gender = next(cell for cell in page[1] if cell.value == "Kön")

    assert book.sheetnames[:3] == ["Läs mig", "Om uppgifterna", "Deltagare"]
    assert book["Läs mig"]["A1"].value == "Uppgifter om Stegen"
    assert book["Listor"].sheet_state == "hidden"
    assert gender.comment.text == "Får vara tom. Välj i listan."
    rules = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    letter = openpyxl.utils.get_column_letter(gender.column)
    assert rules[f"{letter}2:{letter}5001"].startswith("Listor!$")


def test_command_writes_once(tmp_path, capsys):
    out = tmp_path / "mall.xlsx"

    assert main([str(shipped("impuls.toml")), "--out", str(out), "--kind", "tables"]) == 0
    assert capsys.readouterr().out.startswith(f"{out} är skriven, med bladen Om uppgifterna, ")
    with pytest.raises(Refused) as refused:
        main([str(shipped("impuls.toml")), "--out", str(out)])
    assert refused.value.sentence == (
        "mall.xlsx finns redan. Välj ett annat namn, eller skriv över med --force."
    )


def test_command_names_the_parts_of_a_programme(tmp_path):
    out = tmp_path / "mall.xlsx"

    main([str(shipped("ung-framtid.toml")), "--out", str(out), "--kind", "tables"])

    lists = [
        [cell.value for cell in column] for column in openpyxl.load_workbook(out)["Listor"].columns
    ]
    (programmes,) = [words for words in lists if words[0] == "programme"]
    assert [word for word in programmes[1:] if word] == ["Ung Framtid", "Hälsoverket"]


def test_command_wants_a_workbook(tmp_path):
    with pytest.raises(Refused) as refused:
        main([str(shipped("impuls.toml")), "--out", str(tmp_path / "mall.csv")])

    assert refused.value.sentence == "mall.csv ska sluta på .xlsx."
