"""The empty workbooks of a programme: a row a participant, or a sheet a table."""

from collections import Counter
from collections.abc import Iterator

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, TABLES, Column, ColumnKind, Table
from stegvis.results.calculations.checks.delivery import TEMPLATE_VERSION
from stegvis.results.calculations.reading.conversion import EXPECTED_OF
from stegvis.results.calculations.reading.layout import sheet_name
from stegvis.results.calculations.reading.participant_sheet import (
    PARTICIPANTS,
    mentions,
    participant_columns,
)
from stegvis.results.values.workbook_plan import PlannedColumn, PlannedSheet, WorkbookPlan

YES_NO_LIST = "yes_no"
BESIDE_PARTICIPANTS: dict[str, str] = {
    "interests": "",
    "measurements": "instruments",
    "activities": "activities",
    "attendance": "",
    "survey_answers": "surveys",
    "places": "",
    "placements": "",
    "volumes": "volumes",
    "opening_balances": "balances",
    "events": "events",
}
"""Beside the participants, when the programme or one of its goals has such."""

COMMON_INSTRUCTIONS = (
    N_("Skriv inga namn, personnummer eller adresser, varken i cellerna eller i anteckningar."),
    N_("Datum skrivs som 2024-12-31. Belopp skrivs i hela kronor, aldrig i tusental."),
    N_("Mörka rubriker måste fyllas i, ljusa får vara tomma. Peka på en rubrik för hjälp."),
    N_("Ändra inga rubriker och inga bladnamn. Ordningen mellan kolumner spelar ingen roll."),
    N_("Ta bort de blad som inte används: ett tomt blad betyder att inget har hänt."),
    N_("Fyll i dagen då uppgifterna togs fram i bladet Om uppgifterna."),
)
SHEET_INSTRUCTIONS = (
    N_("Bladet Deltagare har en rad för varje inskrivning. Nr är ert eget löpnummer för personen."),
    N_("Skrivs samma person in igen blir det en ny rad med samma Nr; i andra blad heter den Nr/2."),
    N_("Tomt kön redovisas som en egen grupp. Den som är kvar har inget i kolumnen Avslutad."),
)
TABLE_INSTRUCTIONS = (
    N_("Varje blad är en tabell. Person och Inskrivning är löpnummer som ni själva bestämmer."),
    N_("En person står en gång i Personer och har en rad i Inskrivningar för varje inskrivning."),
    N_("Övriga blad pekar på inskrivningen med samma löpnummer."),
)


def sheet_plan(definition: Definition) -> WorkbookPlan:
    """A row a participant, and the tables that are of no single participant."""
    columns = tuple(
        _planned(one.column, one.heading, definition) for one in participant_columns(definition)
    )
    explanation = _("en rad för varje inskrivning")
    mentioned = mentions(definition)
    beside = [
        _table_sheet(TABLE_OF[name], definition)
        for name, part in BESIDE_PARTICIPANTS.items()
        if (getattr(definition, part) if part else name in mentioned)
    ]
    beside.append(_table_sheet(TABLE_OF["money"], definition))
    participants = PlannedSheet(_(PARTICIPANTS), explanation, columns)
    sheets = (_about(definition), participants, *beside)
    return _plan(definition, SHEET_INSTRUCTIONS, sheets)


def tables_plan(definition: Definition) -> WorkbookPlan:
    """Every documented table as a sheet."""
    tables = [_table_sheet(table, definition) for table in TABLES if table.name != "about"]
    return _plan(definition, TABLE_INSTRUCTIONS, (_about(definition), *tables))


def _plan(
    definition: Definition, special: tuple[str, ...], sheets: tuple[PlannedSheet, ...]
) -> WorkbookPlan:
    instructions = tuple(_(line) for line in (*special, *COMMON_INSTRUCTIONS))
    used = {column.choices for sheet in sheets for column in sheet.columns if column.choices}
    choices = {
        name: (_("ja"), _("nej")) if name == YES_NO_LIST else offered(definition.codes(name))
        for name in sorted(used)
    }
    title = _("Uppgifter om {programme}").format(programme=definition.name)
    return WorkbookPlan(title, instructions, sheets, choices)


def _about(definition: Definition) -> PlannedSheet:
    filled = {
        "programme": definition.name,
        "definition_version": definition.version,
        "template_version": TEMPLATE_VERSION,
    }
    table = TABLE_OF["about"]
    columns = [
        _planned(column, _(column.title), definition, filled.get(column.name, ""))
        for column in table.columns
    ]
    return PlannedSheet(_(table.title), _(table.one_row), tuple(columns))


def _table_sheet(table: Table, definition: Definition) -> PlannedSheet:
    columns = tuple(_planned(column, _(column.title), definition) for column in table.columns)
    return PlannedSheet(sheet_name(table), _(table.one_row), columns)


def _planned(
    column: Column, heading: str, definition: Definition, filled: str = ""
) -> PlannedColumn:
    choices = YES_NO_LIST if column.kind is ColumnKind.YES_NO else ""
    if column.kind is ColumnKind.CODE and definition.codes(column.code_list).codes:
        choices = column.code_list
    return PlannedColumn(
        heading=heading,
        kind=column.kind,
        required=column.required,
        expectation=" ".join(_expectation(column, choices)),
        choices=choices,
        filled=filled,
    )


def _expectation(column: Column, choices: str) -> Iterator[str]:
    yield _("Måste fyllas i.") if column.required else _("Får vara tom.")
    if column.refers_to:
        yield _("Samma beteckning som i {table}.").format(table=_(TABLE_OF[column.refers_to].title))
    elif choices:
        yield _("Välj i listan.")
    else:
        yield _("Väntat: {expected}.").format(expected=_(EXPECTED_OF[column.kind]))


def offered(codes: CodeList) -> tuple[str, ...]:
    """The Swedish names; the code itself where two codes have the same name."""
    often = Counter(entry.name.casefold() for entry in codes.codes)
    return tuple(
        entry.name if often[entry.name.casefold()] == 1 else entry.code for entry in codes.codes
    )
