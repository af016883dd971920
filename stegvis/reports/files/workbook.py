"""figures.xlsx: every figure as a workbook that can be sorted, filtered and printed."""

from collections.abc import Iterable
from datetime import date
from math import ceil
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.programmes.values.definition import Definition
from stegvis.reports.calculations.figure_sheets import sheets_of
from stegvis.reports.values.sheets import Column, Measure, Row, Shape, Sheet, Value
from stegvis.results.values.figures import FollowUp

_OPTIONS = {
    "strings_to_formulas": False,  # words from data are never run
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_HEADER_ROW = 2
_HEADER_HEIGHT = 32  # points: two lines
_WIDTH_OF_A_PAGE = 280  # letters across a landscape page that can still be read
_A4 = 9  # XlsxWriter's own number for the size of paper
_WHOLE, _DECIMAL = "whole", "decimal"
_NUMBERS = {
    _WHOLE: "#,##0",
    _DECIMAL: "#,##0.0",
    Measure.SHARE: "0.0%",
    Measure.KRONOR: '#,##0" kr"',
}
_ACCENT, _TINT = "#0B5A66", "#EDF1F3"

Formats = dict[str, Format]


def write_workbook(follow_up: FollowUp, path: Path, *, definitions: Iterable[Definition]) -> None:
    """The definition of the programme first; those of its parts may follow."""
    with xlsxwriter.Workbook(str(path), _OPTIONS) as workbook:
        workbook.set_properties({"title": _about(follow_up), "comments": _preliminary(follow_up)})
        formats = _formats(workbook)
        for sheet in sheets_of(follow_up, definitions):
            worksheet = workbook.add_worksheet(sheet.title)
            _write(sheet, worksheet, formats)
            _head(follow_up, worksheet, formats)
            width = sum(column.width for column in sheet.columns)
            _set_up_print(follow_up, worksheet, width)


def _about(follow_up: FollowUp) -> str:
    return _("{programme}: läget {day}").format(
        programme=follow_up.programme_name, day=day(follow_up.as_of)
    )


def _preliminary(follow_up: FollowUp) -> str:
    if not follow_up.preliminary:
        return ""
    return ngettext(
        "PRELIMINÄR, {n} rad utelämnad", "PRELIMINÄR, {n} rader utelämnade", follow_up.rows_left_out
    ).format(n=follow_up.rows_left_out)


def _formats(workbook: xlsxwriter.Workbook) -> Formats:
    top = {"valign": "top"}
    kinds = {
        "title": {"bold": True, "font_size": 14, "font_color": _ACCENT},
        "preliminary": {"bold": True},
        "header": {"bold": True, "bg_color": _TINT, "bottom": 1, "text_wrap": True} | top,
        Shape.TEXT: top,
        Shape.VALUE: top,
        Shape.WHOLE: top,
        Shape.LONG_TEXT: top | {"text_wrap": True},
        Shape.DAY: top | {"num_format": "yyyy-mm-dd", "align": "left"},
    }
    kinds |= {name: top | {"num_format": shown} for name, shown in _NUMBERS.items()}
    return {str(name): workbook.add_format(kind) for name, kind in kinds.items()}


def _head(follow_up: FollowUp, worksheet: Worksheet, formats: Formats) -> None:
    worksheet.write_string(0, 0, _about(follow_up), formats["title"])
    _write_cell(worksheet, (1, 0), _preliminary(follow_up), formats["preliminary"])


def _write(sheet: Sheet, worksheet: Worksheet, formats: Formats) -> None:
    worksheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    for at, column in enumerate(sheet.columns):
        worksheet.set_column(at, at, column.width)
        worksheet.write_string(_HEADER_ROW, at, column.title, formats["header"])
    for down, row in enumerate(sheet.rows, _HEADER_ROW + 1):
        _write_row(worksheet, down, row, (sheet.columns, formats))
    last = _HEADER_ROW + len(sheet.rows)
    worksheet.autofilter(_HEADER_ROW, 0, last, len(sheet.columns) - 1)
    worksheet.freeze_panes(_HEADER_ROW + 1, 2)


def _write_row(
    worksheet: Worksheet, down: int, row: Row, how: tuple[tuple[Column, ...], Formats]
) -> None:
    columns, formats = how
    for at, (column, value) in enumerate(zip(columns, row.values, strict=True)):
        shown = formats[_format_name(column.shape, value, row.measure)]
        _write_cell(worksheet, (down, at), value, shown)


def _format_name(shape: Shape, value: Value, measure: Measure) -> str:
    if not isinstance(value, int | float):
        return str(shape)
    if shape is Shape.VALUE and measure is not Measure.NUMBER:
        return str(measure)
    return _WHOLE if float(value).is_integer() else _DECIMAL


def _write_cell(worksheet: Worksheet, place: tuple[int, int], value: Value, shown: Format) -> None:
    """Each kind of value by its own method: nothing is guessed from how it looks."""
    down, at = place
    if value is None or value == "":
        worksheet.write_blank(down, at, None, shown)
    elif isinstance(value, date):
        worksheet.write_datetime(down, at, value, shown)
    elif isinstance(value, str):
        worksheet.write_string(down, at, value, shown)
    else:
        worksheet.write_number(down, at, value, shown)


def _set_up_print(follow_up: FollowUp, worksheet: Worksheet, width: int) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(ceil(width / _WIDTH_OF_A_PAGE), 0)
    worksheet.repeat_rows(_HEADER_ROW)
    worksheet.repeat_columns(0, 1)
    worksheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    above = _about(follow_up).replace("&", "&&")
    worksheet.set_header(f'&L{above}&R&"-,Bold"{_preliminary(follow_up)}')
    pages = _("Sida {page} av {pages}").format(page="&P", pages="&N")
    worksheet.set_footer(f"&L&A&R{pages}")
