"""A workbook with faults in it, delivered and waiting for somebody to look at what was wrong."""

import io
from datetime import date

import xlsxwriter

from demo.tables import Tables
from stegvis.organisations.models import User
from stegvis.programmes.models import Programme
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.actions.deliveries import ReceivedFile, receive
from stegvis.results.tasks.deliveries import check

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# table, its column as written, row in the sheet, and what somebody wrote there
FAULTS = (
    ("persons", "Kön", 4, "Kvinno"),
    ("persons", "Födelseår", 9, "1897"),
    ("enrolments", "Person", 12, "UF-P999"),
    ("exits", "Avslutad", 3, "31 februari"),
    ("exits", "Avslutad", 7, "2019-01-15"),
)


def deliver_faulty(programme: Programme, tables: Tables, *, day: date, by: User) -> None:
    name = f"{programme.slug}-vecka-{day.isocalendar().week}.xlsx"
    file = ReceivedFile(name, WORKBOOK, workbook(tables))
    delivery = receive(programme, [file], by=by.pk)
    check(job_id=str(delivery.job))


def workbook(tables: Tables) -> bytes:
    """The tables as sheets, each with the faults that were planted in it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, rows in tables.sheets():
            sheet = book.add_worksheet(TABLE_OF[name].title)
            for number, cells in enumerate(_with_faults(name, rows)):
                sheet.write_row(number, 0, [cell or None for cell in cells])
    return content.getvalue()


def _with_faults(name: str, rows: list[list[str]]) -> list[list[str]]:
    for table, heading, number, written in FAULTS:
        if table == name and heading in rows[0] and number <= len(rows):
            rows[number - 1][rows[0].index(heading)] = written
    return rows
