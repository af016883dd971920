"""Texts of a draft become typed columns, and findings where they cannot."""

import polars as pl

from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.reading.conversion import converted
from stegvis.results.calculations.reading.layout import columns_found, draft_of
from stegvis.results.values.reading import ROW, Finding, Written


def definition():
    return Definition.model_construct(
        code_lists={"exit_reason": CodeList.of({"moved": "Flyttat", "other": "Annat"})},
        steps=(),
    )


def draft(table, **columns):
    rows = max(map(len, columns.values()))
    frame = pl.DataFrame({**columns, ROW: list(range(2, rows + 2))})
    written = Written(TABLE_OF[table].title, tuple(columns), frame)
    found, _faults = columns_found(written, TABLE_OF[table])
    return draft_of(written, TABLE_OF[table], found)


def test_texts_become_typed_columns():
    texts = draft(
        "exits",
        enrolment=["1", "2"],
        exited_on=["2024-01-01", "1970-01-02"],
        exit_reason=["flyttat", None],
        completed=["ja", None],
    )

    read, findings = converted(texts, definition())

    assert findings == []
    assert read.frame.select(TABLE_OF["exits"].column_names).rows() == [
        ("1", 19723, "moved", True),
        ("2", 1, None, None),
    ]
    assert read.frame.schema["exited_on"] == pl.Int32


def test_each_unreadable_cell_is_a_finding():
    texts = draft(
        "exits",
        enrolment=["1", "2", None],
        exited_on=["igår", "2024-01-01", "2024-01-01"],
        exit_reason=["Flytat", "Flytat", None],
    )

    _read, findings = converted(texts, definition())

    unknown = "Ordet finns inte i kodlistan. Menades Flyttat?"
    assert findings == [
        Finding("exits", 2, "enrolment", "Cellen är tom.", "", KEY),
        Finding("exits", 0, "exited_on", "Det går inte att läsa som datum.", "igår", DAY),
        Finding("exits", 0, "exit_reason", unknown, "Flytat", "Flyttat, Annat"),
        Finding("exits", 1, "exit_reason", unknown, "Flytat", "Flyttat, Annat"),
    ]


KEY = "en beteckning utan namn eller personnummer"
DAY = "ett datum som 2024-12-31"


def test_amount_is_kronor_under_its_title_and_ore_under_its_code_name():
    shared = {"money_kind": [None], "booked_on": [None]}
    kronor = draft("money", **shared, **{"Belopp i kronor": ["252 053"]})
    ore = draft("money", **shared, amount_ore=["25205300"])

    amounts = [
        converted(one, definition())[0].frame["amount_ore"].to_list() for one in (kronor, ore)
    ]

    assert amounts == [[25205300], [25205300]]


def test_column_without_any_value_gets_its_type():
    read, _findings = converted(draft("exits", enrolment=["1"]), definition())

    assert read.frame.schema["completed"] == pl.Boolean
    assert read.frame["completed"].to_list() == [None]
