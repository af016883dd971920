"""Rows at fault as they were written, and links from faults to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from stegvis.core.values.language import gettext as _
from stegvis.results.queries.deliveries import Delivery, excerpt_in
from stegvis.results.values.checked import ExcerptRow, ToldFault
from stegvis.web.shell.links import Link
from stegvis.web.shell.listing import ROWS_ON_A_PAGE


@dataclass(frozen=True)
class ExcerptShown:
    sheet: str
    headings: list[str]
    rows: list["RowShown"]
    sheets: list[Link]
    left: int


@dataclass(frozen=True)
class RowShown:
    number: int
    cells: list[tuple[str, bool]]


def fault_words(fault: ToldFault, addresses: Mapping[tuple[str, int], str]) -> SafeString:
    """The sentence, with a link to the row as it was written while that is kept."""
    address = addresses.get((fault.sheet, fault.row))
    if not address:
        return format_html("{}", fault.text)
    words = _("Visa rad {row}").format(row=fault.row)
    return format_html('{} <a href="{}">{}</a>', fault.text, address, words)


def row_addresses(delivery: Delivery) -> dict[tuple[str, int], str]:
    """Where each kept row is shown: the page that it is on, and its place there."""
    path = reverse("delivery_rows", args=[delivery.programme_id, delivery.pk])
    counts: dict[str, int] = {}
    found = {}
    for row in excerpt_in(delivery).rows:
        place = counts[row.sheet] = counts.get(row.sheet, -1) + 1
        asked = urlencode({"blad": row.sheet, "sida": place // ROWS_ON_A_PAGE + 1})
        found[row.sheet, row.number] = f"{path}?{asked}#rad-{row.number}"
    return found


def excerpt_shown(delivery: Delivery, sheet: str) -> ExcerptShown | None:
    kept = excerpt_in(delivery)
    names = list(dict.fromkeys(row.sheet for row in kept.rows))
    if not names:
        return None
    chosen = sheet if sheet in names else names[0]
    found = [row for row in kept.rows if row.sheet == chosen]
    path = reverse("delivery_rows", args=[delivery.programme_id, delivery.pk])
    sheets = [Link(one, f"{path}?{urlencode({'blad': one})}", one == chosen) for one in names]
    return ExcerptShown(chosen, list(found[0].cells), list(map(_row, found)), sheets, kept.left)


def _row(row: ExcerptRow) -> RowShown:
    cells = [(cell or "", heading in row.marked) for heading, cell in row.cells.items()]
    return RowShown(row.number, cells)
