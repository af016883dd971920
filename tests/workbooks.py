"""Small workbooks that somebody might deliver, written where a test says."""

import io

import xlsxwriter

DOCUMENTED = {
    "Om uppgifterna": [("Insats", "Uppgifternas datum"), ("ung-framtid", "2015-12-31")],
    "Personer": [("Person", "Kön"), ("1", "kvinna"), ("2", "man"), ("3", "kvinna")],
    "Inskrivningar": [
        ("Inskrivning", "Person", "Inskriven"),
        ("A", "1", "2013-09-01"),
        ("B", "2", "2014-01-15"),
        ("C", "3", "2014-03-01"),
    ],
}
OWN = {
    "Deltagarlista": [
        ("Löpnr", "Kön", "Startdatum", "Slutdatum"),
        ("1", "K", "2013-09-01", "2014-09-01"),
        ("2", "M", "2014-01-15", ""),
        ("3", "Kille", "2014-03-01", ""),
    ]
}


def workbook(sheets=None):
    """The bytes of a workbook with these rows; texts are written as texts."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    for name, rows in (DOCUMENTED if sheets is None else sheets).items():
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                page.write_string(number, place, cell) if cell else None
    book.close()
    return written.getvalue()


def with_rows(table, *rows, **others):
    """The documented workbook with other rows in one table; headings stay."""
    headings = DOCUMENTED[table][0]
    return workbook({**DOCUMENTED, table: [headings, *rows], **others})
