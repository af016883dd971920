"""What is found in the XML of a sheet does not depend on where it is cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.core.files.isolated.problems import Problem, Unfit
from stegvis.core.files.isolated.sheet_scan import SheetScan, column_number
from stegvis.core.files.sheets.sheet import column_letters
from tests import hostile

XML = hostile.sheet_xml(
    '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>4</v></c></row>'
    '<row r="7"><c r="B7" t="str"><f t="shared" si="0">A1+1</f><v>2</v></c><c r="D7"/></row>'
    '<row r="9"><c r="A9" t="e"><v>#REF!</v></c><c r="AB9"><f/></c></row><row r="1048576"/>',
    before='<dimension ref="A1:AB9"/><cols><col min="1" max="2"/></cols>',
    after='<extLst><ext><x14:formula1 xmlns:x14="u"><xm:f>A1</xm:f></x14:formula1></ext></extLst>',
).encode()
ENDS = [index + 1 for index, byte in enumerate(XML) if byte == ord(">")]


def scanned(pieces):
    scan = SheetScan("Blad")
    for piece in pieces:
        scan.feed(piece)
    return scan


FOUND = (
    Problem("formula", "Blad", 7, 2, "A1+1"),
    Problem("formula", "Blad", 9, 28),
    Problem("error_cell", "Blad", 9, 1, "#REF!"),
)


def test_scan_measures_the_sheet_and_names_what_cannot_be_read():
    scan = scanned([XML])

    assert (scan.rows, scan.columns, scan.cells, scan.count) == (9, 28, 6, 3)
    assert tuple(scan.problems) == FOUND


@given(st.sets(st.sampled_from(ENDS)))
def test_scan_finds_the_same_wherever_the_pieces_end(cuts):
    bounds = [0, *sorted(cuts), len(XML)]

    scan = scanned(XML[start:end] for start, end in pairwise(bounds))

    places = {(found.kind, found.row, found.column) for found in scan.problems}
    assert (scan.rows, scan.columns, scan.cells, scan.count) == (9, 28, 6, 3)
    assert places == {(found.kind, found.row, found.column) for found in FOUND}


def test_scan_does_not_count_rows_without_cells():
    scan = scanned([hostile.sheet_xml('<row r="1048576" ht="12"/>').encode()])

    assert (scan.rows, scan.columns, scan.cells) == (0, 0, 0)


@pytest.mark.parametrize(
    "xml",
    [
        b'<sheetData/><row r="1"><c r="A1"><f>1</f></c></row>',
        b'<c r="A1"><f>1</f></c><sheetData></sheetData>',
        b'<sheetData></sheetData><x:sheetData><x:c r="A1"/></x:sheetData>',
    ],
)
def test_scan_refuses_cells_outside_the_data(xml):
    with pytest.raises(Unfit) as unfit:
        scanned([xml])

    assert unfit.value.problems == (Problem("damaged_xml", "Blad"),)


@given(st.integers(1, 16_384))
def test_column_number_undoes_column_letters(number):
    assert column_number(column_letters(number).encode()) == number
