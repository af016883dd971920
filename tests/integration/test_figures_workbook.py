"""figures.xlsx, read back as another program would."""

import zipfile
from datetime import datetime

import openpyxl
import pytest

from stegvis.reports.files.workbook import write_workbook
from tests.follow_up_samples import definition, follow_up, work_or_studies


@pytest.fixture
def read(tmp_path):
    def write(**more):
        path = tmp_path / "figures.xlsx"
        write_workbook(follow_up(**more), path, definitions=(definition(),))
        return openpyxl.load_workbook(path)

    return write


def cell(sheet, title, row=4):
    column = next(one.column for one in sheet[3] if one.value == title)
    return sheet.cell(row, column)


def test_workbook_has_a_sheet_of_each_kind(read):
    assert read().sheetnames == ["Mål", "Siffror", "Grupper", "Kurvor", "Definitioner"]


def test_workbook_keeps_numbers_as_numbers(read):
    goals = read()["Mål"]

    shown = [
        (cell(goals, title).value, cell(goals, title).number_format)
        for title in ("Värde", "Täljare")
    ]
    assert shown == [(pytest.approx(75 / 156), "0.0%"), (75, "#,##0")]


def test_workbook_keeps_dates_as_dates(read):
    figures = read()["Siffror"]

    assert cell(figures, "Sista dag som räknas").value == datetime(2024, 12, 31)  # noqa: DTZ001


@pytest.mark.parametrize("words", ["=1+1", "+46 8 123", "@SUM(A1)", "https://example.org", "-1"])
def test_workbook_never_reads_words_as_anything_else(read, words):
    goals = read(figures=(work_or_studies(goal=words),), parts=())["Mål"]

    found = cell(goals, "Mål")
    assert (found.value, found.data_type, found.hyperlink) == (words, "s", None)


def test_workbook_says_that_it_is_preliminary_on_screen_and_paper(read):
    workbook = read(rows_left_out=3)

    above = {one["A2"].value for one in workbook}
    printed = {one.oddHeader.right.text for one in workbook}
    assert (above, printed) == ({"PRELIMINÄR, 3 rader utelämnade"},) * 2


def test_workbook_of_whole_data_says_nothing_of_being_preliminary(read):
    assert {one["A2"].value for one in read()} == {None}


def test_workbook_is_easy_to_read(read):
    for sheet in read():
        assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("C4", "landscape")
        assert sheet.auto_filter.ref.startswith("A3:")
        assert sheet.print_title_rows == "$3:$3"


def test_workbook_holds_no_formula(read, tmp_path):
    read(figures=(work_or_studies(goal="=1+1"),), parts=())

    with zipfile.ZipFile(tmp_path / "figures.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert [b"<f>" in sheet for sheet in sheets] == [False] * 5
