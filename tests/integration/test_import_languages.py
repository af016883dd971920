"""A workbook written in one language is read in any other."""

from datetime import date
from itertools import product

import openpyxl
import pytest

from stegvis.core.values.language import LANGUAGES, speaking
from stegvis.programmes.files.definition import load_definition
from stegvis.results.calculations.reading.facts import Delivery, facts_of
from stegvis.results.calculations.reading.participant_sheet import participant_columns
from stegvis.results.calculations.workbook_plans import sheet_plan, tables_plan
from stegvis.results.files.facts import read_facts
from stegvis.results.files.mappings import propose
from stegvis.results.files.workbooks import write_workbook
from tests.import_examples import PROGRAMMES, as_written, definition

BOTH_WAYS = pytest.mark.parametrize(("written", "read"), [*product(LANGUAGES, repeat=2)])
PARTICIPANT = {
    "Nr": 7,
    "Kön": "Kvinna",
    "Födelseår": 1998,
    "Inskriven": date(2022, 2, 1),
    "Försörjning vid start": "Aktivitetsersättning",
    "Skalan 1 datum": date(2022, 3, 1),
    "Skalan 1 Hälsa": 3,
    "Handlingsplan upprättad": date(2022, 3, 15),
    "Praktik påbörjat": date(2022, 9, 1),
    "Bruten isolering": True,
    "Bruten isolering, datum": date(2022, 10, 1),
    "Avslutad": date(2023, 1, 31),
    "Gick vidare till": "Arbete",
}
TABLES = {
    "Personer": {"Person": "7", "Kön": "Kvinna", "Födelseår": 1998},
    "Inskrivningar": {"Inskrivning": "7", "Person": "7", "Inskriven": date(2022, 2, 1)},
    "Påbörjade steg": {"Inskrivning": "7", "Steg": "Praktik", "Påbörjat": date(2022, 9, 1)},
    "Avslut": {"Inskrivning": "7", "Avslutad": date(2023, 1, 31)},
}
ABOUT = {"Om uppgifterna": {"Uppgifternas datum": date(2025, 1, 15)}}


def in_language(written, plan_of, path, filled):
    """A workbook in a language, its first rows filled by Swedish headings, its yes by the list."""
    places = {
        sheet.name: (page, [column.heading for column in sheet.columns])
        for page, sheet in enumerate(plan_of(definition()).sheets, start=1)
    }
    with speaking(written):
        plan = plan_of(definition())
        write_workbook(plan, path)
    book = openpyxl.load_workbook(path)
    for name, row in filled.items():
        page, headings = places[name]
        for heading, value in row.items():
            shown = plan.choices["yes_no"][0] if value is True else value
            book.worksheets[page].cell(2, headings.index(heading) + 1, shown)
    book.save(path)
    return path


@BOTH_WAYS
def test_sheet_of_participants_is_read_in_any_language(tmp_path, written, read):
    rows = {**ABOUT, "Deltagare": PARTICIPANT}
    path = in_language(written, sheet_plan, tmp_path / "deltagare.xlsx", rows)

    with speaking(read):
        result = read_facts(path, definition())

    assert (result.faults, result.warnings) == ((), ())
    assert {name: count for name, count in result.counted.items() if count} == {
        "persons": 1,
        "enrolments": 1,
        "situations": 1,
        "measurements": 1,
        "plans": 1,
        "steps": 1,
        "assessments": 1,
        "exits": 1,
        "destinations": 1,
    }
    assert result.facts.tables["destinations"].rows() == [("7", "exit", "work", 19388)]


@BOTH_WAYS
def test_tables_are_read_in_any_language(tmp_path, written, read):
    path = in_language(written, tables_plan, tmp_path / "tabeller.xlsx", {**ABOUT, **TABLES})

    with speaking(read):
        result = read_facts(path, definition())

    assert (result.faults, result.warnings) == ((), ())
    assert {name: count for name, count in result.counted.items() if count} == {
        "persons": 1,
        "enrolments": 1,
        "steps": 1,
        "exits": 1,
    }
    assert result.facts.extracted_on == date(2025, 1, 15)


def test_workbook_speaks_one_language(tmp_path):
    path = in_language("en", sheet_plan, tmp_path / "participants.xlsx", {})
    book = openpyxl.load_workbook(path)

    assert book.sheetnames[:3] == ["Read me", "About the facts", "Participants"]
    assert book.sheetnames[-1] == "Lists"
    rules = book["Participants"].data_validations.dataValidation
    lists = {rule.formula1.partition("!")[0] for rule in rules if rule.type == "list"}
    assert lists == {"Lists"}


def test_instructions_are_no_sheet_of_ones_own(tmp_path):
    path = in_language("en", tables_plan, tmp_path / "tables.xlsx", {})
    book = openpyxl.load_workbook(path)
    book.create_sheet("Blad1").append(["Nr", "Inskriven"])
    book.save(path)

    assert propose(path, definition()).mapping.sheet == "Blad1"


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda file: file.stem)
def test_every_english_heading_is_known(programme):
    loaded = load_definition(programme)
    with speaking("en"):
        headings = [one.heading for one in participant_columns(loaded)]
        written = tuple(map(as_written, tables_plan(loaded).sheets[1:]))

    result = facts_of(Delivery(written), loaded)

    assert len(set(headings)) == len(headings) == len(participant_columns(loaded))
    assert (result.faults, len(result.warnings)) == ((), 1)
