"""Tables that Word repeats the header of, keeps the rows of whole, and can read aloud."""

from docx.oxml.xmlchemy import BaseOxmlElement

from stegvis.reports.calculations.columns import column_shares, stands_whole
from stegvis.reports.files.word_styles import Styles
from stegvis.reports.files.word_xml import TWIPS_PER_POINT, element, printable, text_run
from stegvis.reports.values.document import Table


def table_element(table: Table, styles: Styles, width: int) -> BaseOxmlElement:
    """`width` in twentieths of a point."""
    page = width / TWIPS_PER_POINT / styles.letters
    widths = [round(share * width) for share in column_shares(table, page)]
    made = element("tbl", _properties(table, styles, width))
    made.append(element("tblGrid", *(element("gridCol", w=one) for one in widths)))
    keep, last = stands_whole(table, page), len(table.rows) - (0 if table.note else 1)
    rows = (table.header, *table.rows)
    for at, row in enumerate(rows):
        is_kept = at == 0 or (keep and at <= last)
        made.append(_row(row, (table, styles, widths), is_header=at == 0, keep=is_kept))
    return made


def _properties(table: Table, styles: Styles, width: int) -> BaseOxmlElement:
    last = int(table.total_row)
    return element(
        "tblPr",
        element("tblStyle", val=styles["table"]),
        element("tblW", w=width, type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook",
            val=f"{0x0020 + 0x0040 * last + 0x0600:04X}",
            firstRow=1,
            lastRow=last,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        element("tblCaption", val=printable(table.title)),
        element("tblDescription", val=printable(table.description or table.title)),
    )


def _row(
    row: tuple[str, ...],
    laid: tuple[Table, Styles, list[int]],
    *,
    is_header: bool,
    keep: bool,
) -> BaseOxmlElement:
    table, styles, widths = laid
    properties = element("trPr", element("cantSplit"))
    if is_header:
        properties.append(element("tblHeader"))
    made = element("tr", properties)
    for column, words in enumerate(row):
        cell = element("tc", element("tcPr", element("tcW", w=widths[column], type="dxa")))
        cell.append(_content(words, styles, is_number=column in table.numeric, keep=keep))
        made.append(cell)
    return made


def _content(words: str, styles: Styles, *, is_number: bool, keep: bool) -> BaseOxmlElement:
    properties = element("pPr", element("pStyle", val=styles["cell"]))
    if keep:
        properties.append(element("keepNext"))
    if is_number:
        properties.append(element("jc", val="right"))
    return element("p", properties, text_run(words))
