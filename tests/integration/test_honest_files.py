"""Ordinary files come through whole: types, Swedish letters, blank rows, row numbers."""

import os
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import polars as pl
import pytest
import xlsxwriter

from stegvis.core.files.isolated import limits
from stegvis.core.files.sheets import Sheet, read_sheets
from stegvis.core.values.refusals import Fault, Refused
from tests import hostile

DAY = date(2024, 1, 5)


def write_workbook(path, sheets, **options):
    """Sheets as {name: {cell: value}}; dates are shown as dates."""
    book = xlsxwriter.Workbook(path, options)
    day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for cell, value in cells.items():
            style = day if isinstance(value, (date, time)) else None
            sheet.write(cell, value, style)
    book.close()
    return path


def refused(path, **options):
    with pytest.raises(Refused) as caught:
        read_sheets(path, **options)
    return caught.value


def test_workbook_keeps_types(tmp_path):
    cells = {
        "A1": "Kod", "A2": "Åsa Ö", "A3": "007",
        "B1": "In", "B2": DAY, "B3": datetime(2024, 2, 29),  # noqa: DTZ001 - sheets have no zones
        "C1": "Antal", "C2": 12, "C3": -3,
        "D1": "Andel", "D2": 0.25, "D3": 2**60,
        "E1": "Klar", "E2": True, "E3": False,
        "F1": "Blandat", "F2": "nej", "F3": 4,
    }  # fmt: skip

    (sheet,) = read_sheets(write_workbook(tmp_path / "a.xlsx", {"Deltagare": cells}))

    assert sheet == Sheet(
        "Deltagare",
        range(1, 4),
        [
            ["Kod", "Åsa Ö", "007"],
            ["In", DAY, date(2024, 2, 29)],
            ["Antal", 12, -3],
            ["Andel", 0.25, float(2**60)],
            ["Klar", True, False],
            ["Blandat", "nej", 4],
        ],
    )
    assert [type(cell) for cell in sheet.cells[2]] == [str, int, int]


def test_workbook_keeps_row_numbers_and_columns_over_gaps(tmp_path):
    cells = {"B3": "Kod", "D3": "Kön", "B4": "P1", "B9": "P2", "D9": "K"}

    (sheet,) = read_sheets(write_workbook(tmp_path / "a.xlsx", {"Deltagare": cells}))

    blank = [None, None, None]
    assert sheet.numbers == [3, 4, 9]
    assert sheet.cells == [blank, ["Kod", "P1", "P2"], blank, ["Kön", None, "K"]]


def test_workbook_gives_sheets_in_order_with_the_hidden_marked(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    book.add_worksheet("Personer").write("A1", "Kod")
    lists = book.add_worksheet("Listor")
    lists.write("A1", "K")
    lists.hide()
    book.add_worksheet("Tomt")
    book.close()

    sheets = read_sheets(tmp_path / "a.xlsx")

    assert [(s.name, s.visible, s.cells) for s in sheets] == [
        ("Personer", True, [["Kod"]]),
        ("Listor", False, [["K"]]),
        ("Tomt", True, []),
    ]


def test_workbook_with_lists_links_and_charts_is_honest(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet("Personer")
    sheet.write_column("A1", ["Kön", "K"])
    sheet.write_url("B1", "mailto:alva@example.org", string="alva")
    sheet.data_validation("A2:A99", {"validate": "list", "source": "=Listor!$A$1:$A$2"})
    sheet.conditional_format("A2:A99", {"type": "formula", "criteria": "=$A2=1"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Listor!$A$1:$A$2"})
    book.add_worksheet("Listor").insert_chart("C1", chart)
    alone = book.add_chart({"type": "bar"})
    alone.add_series({"values": "=Listor!$A$1:$A$2"})
    book.add_chartsheet("Diagram").set_chart(alone)
    book.close()

    sheets = read_sheets(tmp_path / "a.xlsx")

    assert [(s.name, s.cells) for s in sheets] == [
        ("Personer", [["Kön", "K"], ["alva", None]]),
        ("Listor", []),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
        "<row><c><v>1</v></c><c><v>2</v></c></row>",
        '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>',
        '<row spans="1:2" r = "1"><c s="0" r="A1"><v>1</v></c><c s="0" r="B1"><v>2</v></c></row>',
        '<!-- "e" --><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    ],
)
def test_workbook_written_in_an_unusual_way(tmp_path, data):
    (sheet,) = read_sheets(hostile.workbook(tmp_path / "a.xlsx", hostile.sheet_xml(data)))

    assert sheet.cells == [[1], [2]]


def test_workbook_with_times_names_each_cell(tmp_path):
    moment = datetime(2024, 1, 5, 13, 30)  # noqa: DTZ001 - sheets have no zones
    cells = {"A1": "In", "A2": DAY, "A3": moment, "B3": time(8, 15)}

    refusal = refused(write_workbook(tmp_path / "a.xlsx", {"Blad": cells}))

    assert refusal.sentence == ("Filen a.xlsx har celler som inte går att läsa (antal celler: 2).")
    assert refusal.faults == (
        Fault("blad Blad, rad 3, kolumn A", "datum med klockslag", str(moment), "ett datum"),
        Fault(
            "blad Blad, rad 3, kolumn B", "klockslag eller ogiltigt datum", "08:15:00", "ett datum"
        ),
    )


def test_workbook_with_dates_from_1904(tmp_path):
    book = write_workbook(tmp_path / "a.xlsx", {"Blad": {"A1": DAY}}, date_1904=True)

    assert read_sheets(book)[0].cells == [[DAY]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_in_every_usual_form(tmp_path, encoding, delimiter):
    text = 'Kod;Ort;"Fri; text"\r\n007;Älvnäs;"rad ett\nrad ""två"""\r\n\r\nP2;;=1+1\r\n'
    file = tmp_path / "personer.csv"
    file.write_bytes(text.replace(";", delimiter).encode(encoding))

    (sheet,) = read_sheets(file)

    assert (sheet.name, sheet.numbers) == ("personer", [1, 2, 4])
    assert sheet.cells == [
        ["Kod", "007", "P2"],
        ["Ort", "Älvnäs", None],
        [f"Fri{delimiter} text", 'rad ett\nrad "två"', "=1+1"],
    ]
    note = "texten börjar med = men räknas inte ut; den läses som text"
    assert sheet.warnings == (Fault("blad personer, rad 4, kolumn C", note, "=1+1"),)


def test_csv_in_cp1252_is_read_when_it_is_declared(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes("Ort\nÄlvnäs – öst\n".encode("cp1252"))

    assert read_sheets(file, encoding="cp1252")[0].cells == [["Ort", "Älvnäs – öst"]]


def test_csv_of_one_column_and_one_row(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("Kod\nP1", encoding="utf-8")

    assert read_sheets(file)[0].cells == [["Kod", "P1"]]


def test_csv_with_uneven_rows_names_each(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("Kod;Kön\nP1;K\n\nP2\nP3;M;x\n", encoding="utf-8")

    refusal = refused(file)

    even = "lika många kolumner på varje rad"
    assert refusal.sentence == "Filen a.csv har rader som inte är lika långa (antal rader: 2)."
    assert refusal.faults == (
        Fault("blad a, rad 4", "raden har 1 kolumner, rubrikraden 2", "", even),
        Fault("blad a, rad 5", "raden har 3 kolumner, rubrikraden 2", "", even),
    )


def test_csv_cut_within_a_character_is_refused(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes("Ort\nä".encode()[:-1])

    assert refused(file).sentence == (
        "Filen a.csv är inte kodad som UTF-8: byte 5, på rad 2, går inte att läsa. Öppna den i "
        "Excel och spara som CSV UTF-8."
    )


def test_parquet_keeps_types(tmp_path):
    midnight = datetime(2024, 1, 5)  # noqa: DTZ001 - a date as pandas writes it
    frame = pl.DataFrame(
        {
            "kod": ["P1", "", None],
            "in": [DAY, None, DAY],
            "ut": [midnight, midnight, None],
            "antal": [1, None, 3],
            "andel": [0.5, 2.0, None],
            "klar": [True, None, False],
            "kr": [Decimal("1.50"), None, Decimal("2.00")],
            "kön": pl.Series(["K", "M", "K"], dtype=pl.Categorical),
        }
    )
    frame.write_parquet(tmp_path / "personer.parquet")

    (sheet,) = read_sheets(tmp_path / "personer.parquet")

    assert (sheet.name, sheet.numbers) == ("personer", range(1, 5))
    assert sheet.cells == [
        ["kod", "P1", None, None],
        ["in", DAY, None, DAY],
        ["ut", DAY, DAY, None],
        ["antal", 1, None, 3],
        ["andel", 0.5, 2.0, None],
        ["klar", True, None, False],
        ["kr", 1.5, None, 2.0],
        ["kön", "K", "M", "K"],
    ]


@pytest.mark.parametrize(
    ("values", "what", "expected"),
    [
        ([1.0, float("nan")], "talet går inte att läsa", "ett tal eller en tom cell"),
        ([datetime(2024, 1, 5), datetime(2024, 1, 5, 8)], "datum med klockslag", "ett datum"),  # noqa: DTZ001
    ],
)
def test_parquet_with_unreadable_values_names_each(tmp_path, values, what, expected):
    pl.DataFrame({"x": values}).write_parquet(tmp_path / "a.parquet")

    assert refused(tmp_path / "a.parquet").faults == (
        Fault("blad a, rad 3, kolumn A", what, "", expected),
    )


@pytest.mark.parametrize("zone", ["UTC", "Europe/Stockholm"])
def test_parquet_takes_midnight_where_the_file_was_made_for_a_date(tmp_path, zone):
    stamps = pl.Series("x", [datetime(2024, 7, 5)]).dt.replace_time_zone(zone)  # noqa: DTZ001
    pl.DataFrame([stamps]).write_parquet(tmp_path / "a.parquet")

    assert read_sheets(tmp_path / "a.parquet")[0].cells == [["x", date(2024, 7, 5)]]


def test_parquet_with_a_length_of_time_names_the_column(tmp_path):
    pl.DataFrame({"a": [1], "tid": [timedelta(days=1)]}).write_parquet(tmp_path / "a.parquet")

    assert refused(tmp_path / "a.parquet").faults == (
        Fault(
            "kolumn B",
            "kolumnen tid är sammansatt eller av en typ som inte läses",
            "",
            "en kolumn med tal, text, datum eller ja/nej",
        ),
    )


def test_folder_gives_a_sheet_for_each_table(tmp_path):
    (tmp_path / "b.csv").write_text("Kod\nP1\n", encoding="utf-8")
    (tmp_path / "LÄSMIG.md").write_text("Om filerna", encoding="utf-8")
    (tmp_path / ".gömd").write_text("x", encoding="utf-8")
    pl.DataFrame({"kod": ["P2"]}).write_parquet(tmp_path / "a.parquet")
    (tmp_path / "c.csv").symlink_to(tmp_path / "b.csv")

    sheets = read_sheets(tmp_path)

    assert [(sheet.name, sheet.cells) for sheet in sheets] == [
        ("a", [["kod", "P2"]]),
        ("b", [["Kod", "P1"]]),
        ("c", [["Kod", "P1"]]),
    ]


def test_folder_reports_every_file_that_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"Kod\n\0\n")
    hostile.thrift_footer(tmp_path / "b.parquet", b"\x1c" * 99)
    (tmp_path / "c.csv").write_text("Kod\nP1\n", encoding="utf-8")
    (tmp_path / "d.csv").write_text("a;b\n1\n", encoding="utf-8")

    refusal = refused(tmp_path)

    assert refusal.sentence == f"3 filer i mappen {tmp_path.name} läses inte."
    assert [fault.where for fault in refusal.faults] == [
        "a.csv", "b.parquet", "d.csv", "blad d, rad 2"
    ]  # fmt: skip


def test_folder_refuses_what_would_be_lost_or_confused(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    outside = tmp_path / "utanför.csv"
    outside.write_text("Kod\n", encoding="utf-8")
    (folder / "a.csv").symlink_to(outside)
    (folder / "b.xlsx").touch()
    (folder / "inre").mkdir()
    for name in ("c.csv", "C.parquet"):
        (folder / name).touch()

    refusal = refused(folder)

    only = "bara CSV- och Parquet-filer i mappen; flytta det andra"
    same, one = "flera filer har samma namn före punkten", "en fil för varje tabell"
    assert refusal.sentence == "Mappen data läses inte."
    assert refusal.faults == (
        Fault("b.xlsx", "filen är ingen tabell", "", only),
        Fault("inre", "undermappar läses inte", "", only),
        Fault("a.csv", "filen är en länk som pekar ut ur mappen", "", "filen själv"),
        Fault("C.parquet", same, "", one),
        Fault("c.csv", same, "", one),
    )


def test_folder_without_tables_is_refused(tmp_path):
    assert refused(tmp_path).sentence == (
        f"Mappen {tmp_path.name} har inga CSV- eller Parquet-filer."
    )


OTHER_FILES = {
    "a.xls": (
        "Filen a.xls är i ett äldre Officeformat. Öppna den i Excel och spara den som "
        "Excel-arbetsbok (.xlsx)."
    ),
    "a.ods": (
        "Filen a.ods är ett OpenDocument-kalkylark. Öppna den i ditt kalkylprogram och spara den "
        "som Excel-arbetsbok (.xlsx)."
    ),
    "a.pdf": (
        "Filen a.pdf har en ändelse som inte läses. Välj en Excel-arbetsbok (.xlsx), en CSV-fil "
        "(.csv) eller en Parquet-fil (.parquet)."
    ),
    "a.csv": "Filen a.csv finns inte.",
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_file_of_another_kind_is_refused(tmp_path, name):
    assert refused(tmp_path / name).sentence == OTHER_FILES[name]


def test_file_that_is_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "a.csv")

    assert refused(tmp_path / "a.csv").sentence == "a.csv är ingen vanlig fil."


def test_child_that_only_waits_is_ended(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("Kod\n", encoding="utf-8")
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.0)

    assert refused(tmp_path / "a.csv").sentence == (
        "Filen a.csv tog för lång tid att läsa och läses inte. Dela upp den."
    )


def test_encoding_that_nobody_has_heard_of_is_our_own_mistake(tmp_path):
    with pytest.raises(ValueError, match="latin-9"):
        read_sheets(tmp_path / "a.csv", encoding="latin-9")
