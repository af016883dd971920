"""Deliveries in words: what was wrong, what changed, and what may be done now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.queries.programmes import Programme
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.policies import deliveries as policies
from stegvis.results.queries.deliveries import Delivery, told_in
from stegvis.results.queries.facts import data_state
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
from stegvis.web.data.excerpts import fault_words, row_addresses
from stegvis.web.data.wording import (
    ORDER,
    ChangedTable,
    change_words,
    changed_tables,
    fault_count,
    left_out,
    size_words,
    warning_count,
)

KINDS = {APPLIED: "success", REFUSED: "danger", ASKING: "warning", CHECKED: "info"}
KINDS |= {CHECKING: "info", APPLYING: "info"}
FIRST_FAULTS = 20  # shown at once; the rest are behind one click


@dataclass(frozen=True)
class HistoryRow:
    href: str
    name: str
    delivered_at: datetime
    delivered_by: str
    state: str
    kind: str
    what: str


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


def history_row(delivery: Delivery) -> HistoryRow:
    return HistoryRow(
        href=reverse("delivery", args=[delivery.programme_id, delivery.pk]),
        name=delivery.name,
        delivered_at=delivery.delivered_at,
        delivered_by=delivery.delivered_by.name if delivery.delivered_by else "–",
        state=_(STATES[delivery.state]),
        kind=KINDS.get(delivery.state, "neutral"),
        what=change_words(delivery) if delivery.state == APPLIED else "",
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
        fault_words=fault_count(told.fault_count),
        warnings=told.warnings,
        warning_words=warning_count(told.warning_count),
        left_out=left_out(delivery.rows_left_out),
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


def tables_kept(rows: Mapping[str, int]) -> list[tuple[str, str]]:
    known = sorted(rows, key=lambda name: ORDER[name])
    return [(_(TABLE_OF[name].title), number(rows[name])) for name in known]


def receive_refusal(programme: Programme) -> str:
    return _why_not(policies.check_can_receive, programme)


def _why_not(check: Callable[[Any], None], subject: object) -> str:
    try:
        check(subject)
    except Refused as refused:
        return refused.sentence
    return ""
