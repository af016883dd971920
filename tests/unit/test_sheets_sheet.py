"""A sheet knows its headings and where each cell stands."""

from datetime import date

import pytest

from stegvis.core.files.sheets.sheet import Sheet, column_letters
from stegvis.core.values.refusals import Fault, Refused

DAY = date(2024, 1, 5)


def test_rows_keep_the_numbers_of_the_spreadsheet():
    sheet = Sheet("Deltagare", [3, 4, 9], [["Kod", "P1", "P2"], ["In", DAY, None]])

    assert list(sheet.rows()) == [(3, ("Kod", "In")), (4, ("P1", DAY)), (9, ("P2", None))]


def test_columns_give_heading_and_position():
    sheet = Sheet("Deltagare", [1, 2], [["Kod", "P1"], [None, None], [" In \n datum", DAY]])

    assert sheet.columns() == {"Kod": 0, "In datum": 2}


def test_columns_read_the_heading_row_that_is_asked_for():
    sheet = Sheet("Deltagare", [1, 3, 4], [["Lista 2024", "Kod", "P1"]])

    assert sheet.columns(1) == {"Kod": 0}


def test_columns_of_a_sheet_without_rows():
    assert Sheet("Tomt", [], []).columns() == {}


def test_columns_refuse_a_doubled_heading():
    sheet = Sheet("Deltagare", [2, 3], [["Kod", "P1"], ["Kön", "K"], ["Kod", "P1"]])

    with pytest.raises(Refused) as refused:
        sheet.columns()

    what, expected = "rubriken står i flera kolumner", "ett eget namn på varje kolumn"
    assert refused.value.sentence == ("Rubrikerna i bladet Deltagare går inte att läsa entydigt.")
    assert refused.value.faults == (
        Fault("blad Deltagare, rad 2, kolumn A", what, "Kod", expected),
        Fault("blad Deltagare, rad 2, kolumn C", what, "Kod", expected),
    )


def test_columns_refuse_content_without_a_heading():
    sheet = Sheet("Deltagare", [1, 2], [["Kod", "P1"], [None, "lös anteckning"]])

    with pytest.raises(Refused) as refused:
        sheet.columns()

    assert refused.value.faults == (
        Fault(
            "blad Deltagare, rad 1, kolumn B",
            "kolumnen har innehåll men ingen rubrik",
            expected="en rubrik, eller en tom kolumn",
        ),
    )


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16_384, "XFD")]
)
def test_column_letters_are_the_spreadsheets_own(number, letters):
    assert column_letters(number) == letters
