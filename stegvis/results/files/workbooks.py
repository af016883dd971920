"""An empty workbook to fill, with drop-down lists and what each column expects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Refused
from stegvis.programmes.values.facts import ColumnKind
from stegvis.results.files.facts import README_SHEET
from stegvis.results.values.workbook_plan import PlannedColumn, PlannedSheet, WorkbookPlan

LISTS_SHEET = N_("Listor")
ROWS = 5_000  # prepared with lists and formats; further rows may be filled all the same
NARROWEST, WIDEST = 12, 34  # columns of the sheet, in characters
COMMENT_WIDTH, COMMENT_HEIGHT = 260, 90  # pixels; the longest expectation fits
DARK, LIGHT = "#1F4E5F", "#DCE9EC"  # white on the dark: contrast 9:1; black on the light: 17:1
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2100, 12, 31)
FIRST_YEAR, LAST_YEAR = 1900, 2100
NUMBER_FORMATS = {
    ColumnKind.DAY: "yyyy-mm-dd",
    ColumnKind.MONEY: "#,##0.00",
    ColumnKind.KEY: "@",
    ColumnKind.TEXT: "@",
}


@dataclass(frozen=True)
class _Formats:
    required: Format
    optional: Format
    plain: Mapping[ColumnKind, Format]
    title: Format
    text: Format


def write_workbook(plan: WorkbookPlan, path: Path) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(path, options)
    book.set_properties({"title": plan.title})
    formats = _formats(book)
    _write_instructions(book.add_worksheet(_(README_SHEET)), plan, formats)
    for sheet in plan.sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, plan, formats)
    _write_lists(book.add_worksheet(_(LISTS_SHEET)), plan)
    try:
        book.close()
    except FileCreateError as error:
        sentence = _("{file} går inte att skriva. Finns mappen, och är filen stängd i Excel?")
        raise Refused(sentence.format(file=path.name)) from error


def _formats(book: xlsxwriter.Workbook) -> _Formats:
    heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    return _Formats(
        required=book.add_format({**heading, "bg_color": DARK, "font_color": "#FFFFFF"}),
        optional=book.add_format({**heading, "bg_color": LIGHT}),
        plain={
            kind: book.add_format({"num_format": form}) for kind, form in NUMBER_FORMATS.items()
        },
        title=book.add_format({"bold": True, "font_size": 16}),
        text=book.add_format({"text_wrap": True, "valign": "top"}),
    )


def _write_instructions(page: Worksheet, plan: WorkbookPlan, formats: _Formats) -> None:
    page.hide_gridlines(2)
    page.set_column(0, 0, 34)
    page.set_column(1, 1, 80)
    page.write_string(0, 0, plan.title, formats.title)
    row = 2
    for line in plan.instructions:
        page.merge_range(row, 0, row, 1, line, formats.text)
        row += 1
    row += 1
    for sheet in plan.sheets:
        page.write_string(row, 0, sheet.name, formats.text)
        page.write_string(row, 1, sheet.explanation, formats.text)
        row += 1


def _write_sheet(
    page: Worksheet, sheet: PlannedSheet, plan: WorkbookPlan, formats: _Formats
) -> None:
    page.freeze_panes(1, 1)
    page.set_row(0, 46)
    for place, column in enumerate(sheet.columns):
        width = min(max(NARROWEST, len(column.heading) + 2), WIDEST)
        page.set_column(place, place, width, formats.plain.get(column.kind))
        form = formats.required if column.required else formats.optional
        page.write_string(0, place, column.heading, form)
        size = {"width": COMMENT_WIDTH, "height": COMMENT_HEIGHT}
        page.write_comment(0, place, column.expectation, size)
        if column.filled:
            page.write_string(1, place, column.filled)
        rule = _validation(column, plan)
        if rule:
            page.data_validation(1, place, ROWS, place, rule)


def _validation(column: PlannedColumn, plan: WorkbookPlan) -> dict[str, object]:
    """What Excel accepts; it warns instead of refusing, since the import tells all the same."""
    told = {
        "error_type": "warning",
        "error_title": _("Stämmer det?"),
        "error_message": column.expectation,
    }
    if column.choices:
        return {**told, "validate": "list", "source": _range(column.choices, plan)}
    limits: dict[ColumnKind, tuple[str, object, object]] = {
        ColumnKind.DAY: ("date", FIRST_DAY, LAST_DAY),
        ColumnKind.YEAR: ("integer", FIRST_YEAR, LAST_YEAR),
        ColumnKind.INTEGER: ("integer", 0, 10**9),
        ColumnKind.DECIMAL: ("decimal", -(10**9), 10**9),
        ColumnKind.MONEY: ("decimal", -(10**12), 10**12),
    }
    if column.kind not in limits:
        return {}
    what, low, high = limits[column.kind]
    return {**told, "validate": what, "criteria": "between", "minimum": low, "maximum": high}


def _range(name: str, plan: WorkbookPlan) -> str:
    place = list(plan.choices).index(name)
    letter = xlsxwriter.utility.xl_col_to_name(place)
    sheet = _(LISTS_SHEET)
    return f"={sheet}!${letter}$2:${letter}${len(plan.choices[name]) + 1}"


def _write_lists(page: Worksheet, plan: WorkbookPlan) -> None:
    page.hide()
    for place, (name, words) in enumerate(plan.choices.items()):
        page.write_string(0, place, name)
        page.write_column(1, place, words)
