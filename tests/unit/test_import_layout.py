"""Sheets and headings of the documented kind."""

import polars as pl

from stegvis.core.values.language import in_every_language
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.facts import TABLE_OF, TABLES
from stegvis.results.calculations.reading.layout import (
    columns_found,
    draft_of,
    missing_columns,
    table_named,
    unknown_headings,
)
from stegvis.results.values.reading import ROW, Written


def written(**columns):
    rows = max(map(len, columns.values()))
    frame = pl.DataFrame({**columns, ROW: list(range(2, rows + 2))})
    return Written("Avslut", tuple(columns), frame)


def test_table_is_named_by_code_or_title():
    names = ["exits", "AVSLUT", "Avslut ", "Försörjning och sysselsättning", "Blad1"]

    assert [table.name if (table := table_named(name)) else None for name in names] == [
        "exits",
        "exits",
        "exits",
        "situations",
        None,
    ]


def test_headings_are_code_names_or_titles():
    sheet = written(Inskrivning=["1"], exited_on=["2024-01-01"], **{"avsluts orsak": ["x"]})

    found, faults = columns_found(sheet, TABLE_OF["exits"])

    assert (found, faults) == (
        {
            "enrolment": "Inskrivning",
            "exited_on": "exited_on",
            "exit_reason": "avsluts orsak",
        },
        [],
    )


def test_former_titles_are_still_known():
    told = {
        "enrolments": written(Plats=["a"]),
        "places": written(Plats=["a"]),
        "placements": written(Arbetsplats=["a"]),
        "activities": written(Avslutad=["2024-01-01"]),
    }

    found = {name: columns_found(sheet, TABLE_OF[name])[0] for name, sheet in told.items()}

    assert table_named("Steg") is TABLE_OF["steps"]
    assert found == {
        "enrolments": {"seat": "Plats"},
        "places": {"place": "Plats"},
        "placements": {"place": "Arbetsplats"},
        "activities": {"ended_on": "Avslutad"},
    }


def test_no_word_is_both_a_table_and_a_column():
    tables = {word for table in TABLES for word in in_every_language(table.title)}
    columns = {
        word
        for table in TABLES
        for column in table.columns
        for word in in_every_language(column.title)
    }

    assert tables & columns == set()


def test_two_headings_for_one_column_are_a_fault():
    sheet = written(Inskrivning=["1"], enrolment=["1"])

    _found, faults = columns_found(sheet, TABLE_OF["exits"])

    what = "Rubrikerna Inskrivning och enrolment betyder samma kolumn."
    assert faults == [Fault("blad Avslut", what, "", "en av dem")]


def test_missing_required_column_is_named():
    sheet = written(Inskrivning=["1"], Datum=["2024-01-01"])
    found, _faults = columns_found(sheet, TABLE_OF["exits"])

    assert missing_columns(sheet, TABLE_OF["exits"], found) == [
        Fault("blad Avslut", "Kolumnen Avslutad saknas.", "Inskrivning, Datum", "Avslutad")
    ]


def test_unknown_heading_is_said_with_the_nearest():
    sheet = written(Inskrivning=["1"], Avslutsorsaken=["x"], Anteckningar=["y"])
    found, _faults = columns_found(sheet, TABLE_OF["exits"])

    assert unknown_headings(sheet, TABLE_OF["exits"], found) == [
        Fault(
            "blad Avslut",
            "Kolumnen Avslutsorsaken känns inte igen och läses inte. Menades Avslutsorsak?",
        ),
        Fault("blad Avslut", "Kolumnen Anteckningar känns inte igen och läses inte."),
    ]


def test_draft_has_every_column_and_no_empty_row():
    sheet = written(Inskrivning=["1", None], Övrigt=["a", "b"])
    table = TABLE_OF["exits"]

    draft = draft_of(sheet, table, {"enrolment": "Inskrivning"})

    assert draft.frame.rows(named=True) == [
        {
            "_index": 0,
            ROW: 2,
            "enrolment": "1",
            "exited_on": None,
            "exit_reason": None,
            "completed": None,
            "_origin": 0,
        }
    ]
