"""Deliveries in words: what was wrong, what changed, and what may be done now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused
from stegvis.programmes.queries.programmes import Programme
from stegvis.programmes.values.facts import TABLE_OF, TABLES
from stegvis.results.calculations.reading.answers import meanings_of
from stegvis.results.policies import deliveries as policies
from stegvis.results.queries.deliveries import Delivery, excerpt_in, told_in
from stegvis.results.queries.facts import data_state
from stegvis.results.values.checked import ExcerptRow, ToldFault
from stegvis.results.values.deliveries import (
    APPLIED,
    APPLYING,
    ASKING,
    CHECKED,
    CHECKING,
    OPEN,
    REFUSED,
    STATES,
    UNDER_WAY,
)
from stegvis.results.values.mapping import Proposal
from stegvis.web.shell.links import Link
from stegvis.web.shell.listing import ROWS_ON_A_PAGE

KINDS = {APPLIED: "success", REFUSED: "danger", ASKING: "warning", CHECKED: "info"}
KINDS |= {CHECKING: "info", APPLYING: "info"}
FIRST_FAULTS = 20  # shown at once; the rest are behind one click
ORDER = {table.name: place for place, table in enumerate(TABLES)}
SHORT_DIGEST = 16  # enough to compare by eye
KILOBYTE, MEGABYTE = 1024, 1024 * 1024


@dataclass(frozen=True)
class HistoryRow:
    href: str
    name: str
    delivered_at: datetime
    delivered_by: str
    state: str
    kind: str
    what: str
    undo_href: str


@dataclass(frozen=True)
class ChangedTable:
    title: str
    added: str
    changed: str
    removed: str
    same: str


@dataclass(frozen=True)
class DeliveryShown:
    delivery: Delivery
    name: str
    files: list[tuple[str, str]]
    state: str
    state_name: str
    kind: str
    sentence: str
    faults: list[SafeString]
    more_faults: list[SafeString]
    fault_words: str
    warnings: tuple[str, ...]
    warning_words: str
    left_out: str
    changes: list[ChangedTable]
    summary: str
    is_open: bool
    is_under_way: bool
    is_lost: bool
    is_stale: bool
    has_rows: bool
    has_mapping: bool
    apply_refusal: str
    undo_refusal: str
    dismiss_refusal: str


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


def history_row(delivery: Delivery) -> HistoryRow:
    ids = [delivery.programme_id, delivery.pk]
    return HistoryRow(
        href=reverse("delivery", args=ids),
        name=delivery.name,
        delivered_at=delivery.delivered_at,
        delivered_by=delivery.delivered_by.name if delivery.delivered_by else "–",
        state=_(STATES[delivery.state]),
        kind=KINDS.get(delivery.state, "neutral"),
        what=change_words(delivery) if delivery.state == APPLIED else "",
        undo_href=reverse("delivery_undo", args=ids),
    )


def delivery_shown(delivery: Delivery) -> DeliveryShown:
    told, state = told_in(delivery), delivery.state
    addresses = row_addresses(delivery)
    faults = [fault_words(one, addresses) for one in told.faults]
    return DeliveryShown(
        delivery=delivery,
        name=delivery.name,
        files=[(one["name"], size_words(one["size"])) for one in delivery.named],
        state=state,
        state_name=_(STATES[state]),
        kind=KINDS.get(state, "neutral"),
        sentence=told.sentence,
        faults=faults[:FIRST_FAULTS],
        more_faults=faults[FIRST_FAULTS:],
        fault_words=_fault_count(told.fault_count),
        warnings=told.warnings,
        warning_words=_warning_count(told.warning_count),
        left_out=_left_out(delivery.rows_left_out),
        changes=changed_tables(delivery.changes),
        summary=change_words(delivery),
        is_open=state in OPEN,
        is_under_way=state in UNDER_WAY and policies.is_worked_on(delivery),
        is_lost=state in UNDER_WAY and not policies.is_worked_on(delivery),
        is_stale=state == CHECKED and told.state != data_state(delivery.programme),
        has_rows=bool(addresses),
        has_mapping=bool(delivery.proposal) and state in {ASKING, CHECKED},
        apply_refusal=_why_not(policies.check_can_apply, delivery),
        undo_refusal=_why_not(policies.check_can_undo, delivery),
        dismiss_refusal=_why_not(policies.check_can_dismiss, delivery),
    )


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


def about_rows(delivery: Delivery) -> list[tuple[str, str]]:
    """Who did what, when, and with which files."""
    files = [f"{one['name']} ({size_words(one['size'])})" for one in delivery.named]
    happened = (
        (_("Lämnad"), delivery.delivered_at, delivery.delivered_by),
        (_("Inläst"), delivery.applied_at, delivery.applied_by),
        (_("Ångrad"), delivery.undone_at, delivery.undone_by),
    )
    told = [(word, _moment_words(at, by)) for word, at, by in happened if at]
    digests = [one["digest"] for one in delivery.named if one["digest"]]
    return [
        (_("Filer") if len(files) > 1 else _("Fil"), ", ".join(files)),
        *told,
        *([(_("Uppgifternas datum"), day(delivery.extracted_on))] if delivery.extracted_on else []),
        (_("Kontrollsumma"), ", ".join(one[:SHORT_DIGEST] for one in digests) or "–"),
    ]


def _moment_words(at: datetime, by: object) -> str:
    moment = localtime(at).strftime("%Y-%m-%d %H:%M")
    return _("{moment} av {name}").format(moment=moment, name=by) if by else moment


def columns_read(proposal: Proposal) -> list[tuple[str, str]]:
    return list(meanings_of(proposal.mapping).items())


def tables_kept(rows: Mapping[str, int]) -> list[tuple[str, str]]:
    known = sorted(rows, key=lambda name: ORDER[name])
    return [(_(TABLE_OF[name].title), number(rows[name])) for name in known]


def changed_tables(changes: Mapping[str, list[int]]) -> list[ChangedTable]:
    known = sorted(changes, key=lambda name: ORDER[name])
    return [ChangedTable(_(TABLE_OF[name].title), *map(number, changes[name])) for name in known]


def change_words(delivery: Delivery) -> str:
    added, changed, removed = (
        sum(row[place] for row in delivery.changes.values()) for place in range(3)
    )
    if not added + changed + removed:
        return _("Inget ändrades.") if delivery.changes else ""
    parts = (
        (added, ngettext("{n} ny rad", "{n} nya rader", added)),
        (changed, ngettext("{n} ändrad", "{n} ändrade", changed)),
        (removed, ngettext("{n} borttagen", "{n} borttagna", removed)),
    )
    return ", ".join(words.format(n=number(count)) for count, words in parts if count)


def size_words(size: int) -> str:
    if not size:
        return "–"
    if size < MEGABYTE:
        return f"{number(-(-size // KILOBYTE))} kB"
    return f"{number(-(-size // MEGABYTE))} MB"


def receive_refusal(programme: Programme) -> str:
    return _why_not(policies.check_can_receive, programme)


def _why_not(check: Callable[[Any], None], subject: object) -> str:
    try:
        check(subject)
    except Refused as refused:
        return refused.sentence
    return ""


def _fault_count(count: int) -> str:
    return ngettext("{n} fel", "{n} fel", count).format(n=number(count)) if count else ""


def _warning_count(count: int) -> str:
    said = ngettext("{n} sak att titta på", "{n} saker att titta på", count)
    return said.format(n=number(count)) if count else ""


def _left_out(count: int) -> str:
    said = ngettext(
        "{n} rad med fel lämnas utanför. Resten går att läsa in ändå.",
        "{n} rader med fel lämnas utanför. Resten går att läsa in ändå.",
        count,
    )
    return said.format(n=number(count)) if count else ""
