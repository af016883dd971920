"""The same facts from every kind of file that the documented tables may come in."""

from datetime import date

import openpyxl
import polars as pl
import pytest

from stegvis.core.values.refusals import Refused
from stegvis.results.files.facts import digest_of, read_facts
from tests.import_examples import definition, told

ENROLMENTS = {
    "enrolment": ["1", "2"],
    "person": ["a", "b"],
    "enrolled_on": [date(2022, 2, 1), date(2022, 3, 1)],
}
EXITS = {"enrolment": ["1"], "exited_on": [date(2023, 1, 31)], "exit_reason": ["Enligt plan"]}
ABOUT = {"programme": ["stegen"], "extracted_on": [date(2025, 1, 15)]}
TABLES = {"about": ABOUT, "enrolments": ENROLMENTS, "exits": EXITS}


def csv_folder(folder):
    for name, columns in TABLES.items():
        pl.DataFrame(columns).write_csv(folder / f"{name}.csv")
    return folder


def parquet_folder(folder):
    for name, columns in TABLES.items():
        pl.DataFrame(columns).write_parquet(folder / f"{name}.parquet")
    return folder


def workbook(folder, tables=None):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, columns in (tables or TABLES).items():
        page = book.create_sheet(name)
        page.append(list(columns))
        for row in zip(*columns.values(), strict=True):
            page.append(row)
    path = folder / "data.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("write", [csv_folder, parquet_folder, workbook])
def test_read_facts_from_each_kind_of_file(tmp_path, write):
    result = read_facts(write(tmp_path), definition())

    assert (told(result.faults), told(result.warnings)) == ([], [])
    assert result.facts.extracted_on == date(2025, 1, 15)
    assert result.facts.tables["enrolments"].rows() == [
        ("1", "a", "stegen", 19024, None, None),
        ("2", "b", "stegen", 19052, None, None),
    ]
    assert result.facts.tables["exits"].rows() == [("1", 19388, "according_to_plan", None)]


def test_read_facts_tells_source_and_digest(tmp_path):
    path = workbook(tmp_path)

    facts = read_facts(path, definition()).facts

    assert (facts.source, facts.digest) == ("data.xlsx", digest_of(path))


def test_digest_of_folder_changes_with_its_content(tmp_path):
    before = digest_of(csv_folder(tmp_path))
    (tmp_path / "exits.csv").write_text("enrolment,exited_on\n")

    assert digest_of(tmp_path) != before


def test_read_facts_says_that_a_hidden_table_is_not_read(tmp_path):
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book["exits"].sheet_state = "hidden"
    book.save(path)

    result = read_facts(path, definition())

    assert told(result.warnings) == ["blad exits: Bladet är dolt och läses inte."]
    assert set(result.facts.tables) == {"enrolments"}


def test_read_facts_of_another_programme_is_refused(tmp_path):
    path = workbook(tmp_path, {**TABLES, "about": {"programme": ["Trappan"]}})

    with pytest.raises(Refused) as refused:
        read_facts(path, definition())

    assert refused.value.sentence == (
        "Uppgifterna gäller insatsen Trappan, men definitionen gäller Stegen. "
        "Ingenting har räknats. Välj rätt uppgifter eller rätt definition."
    )
