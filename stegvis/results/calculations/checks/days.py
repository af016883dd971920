"""Days in the order that life has them."""

from dataclasses import dataclass

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.periods import day_number
from stegvis.programmes.values.facts import ColumnKind
from stegvis.results.calculations.checks.subject import Complaint, Subject
from stegvis.results.values.reading import Finding


@dataclass(frozen=True)
class Order:
    """`later` may not come before `earlier` in the same row."""

    table: str
    earlier: str
    later: str
    what: str


ORDERS = (
    Order("interests", "received_on", "outcome_on", N_("Utfallet är före den dag då det inkom.")),
    Order("consents", "given_on", "valid_to_on", N_("Samtycket slutar gälla innan det lämnats.")),
    Order("consents", "given_on", "withdrawn_on", N_("Samtycket återkallas innan det lämnats.")),
    Order("steps", "started_on", "ended_on", N_("Steget avslutas innan det påbörjats.")),
    Order("survey_answers", "asked_on", "answered_on", N_("Svaret kom före frågan.")),
    Order("activities", "offered_on", "tried_on", N_("Aktiviteten prövas innan den erbjudits.")),
    Order("activities", "offered_on", "ended_on", N_("Aktiviteten avslutas innan den erbjudits.")),
    Order("activities", "tried_on", "ended_on", N_("Aktiviteten avslutas innan den prövats.")),
    Order("placements", "started_on", "ended_on", N_("Placeringen slutar innan den börjat.")),
)

IMPOSSIBLE_BEFORE_ENROLMENT = (
    ("exits", "exited_on"),
    ("destinations", "known_on"),
    ("activities", "tried_on"),
    ("attendance", "held_on"),
    ("placements", "started_on"),
)
ODD_BEFORE_ENROLMENT = (
    ("plans", "established_on"),
    ("steps", "started_on"),
    ("assessments", "assessed_on"),
)
ODD_AFTER_EXIT = (
    ("steps", "started_on"),
    ("activities", "tried_on"),
    ("attendance", "held_on"),
    ("placements", "started_on"),
)
MAY_BE_PLANNED = {("consents", "valid_to_on"), ("money", "booked_on")}
"""A consent is given for a time to come, and a budget is of the year to come."""


def check_order_within_row(subject: Subject) -> list[Finding]:
    findings = []
    for order in ORDERS:
        frame = subject.frame(order.table)
        if frame is not None:
            wrong = frame.filter(pl.col(order.later) < pl.col(order.earlier))
            expected = _("{earlier} eller senare").format(earlier=f"{{{order.earlier}}}")
            findings += Complaint(order.table, order.later, _(order.what), expected).of(wrong)
    return findings


def check_before_enrolment(subject: Subject) -> list[Finding]:
    impossible = _("Dagen är före inskrivningen {enrolled_on}.")
    odd = _("Dagen är före inskrivningen {enrolled_on}; raden räknas. Stämmer det?")
    findings = []
    for places, what, is_fault in (
        (IMPOSSIBLE_BEFORE_ENROLMENT, impossible, True),
        (ODD_BEFORE_ENROLMENT, odd, False),
    ):
        for table, column in places:
            rows = _beside(subject, table, "enrolments", "enrolled_on")
            if rows is not None:
                expected = _("{enrolled_on} eller senare") if is_fault else ""
                early = rows.filter(pl.col(column) < pl.col("enrolled_on"))
                findings += Complaint(table, column, what, expected, is_fault).of(early)
    return findings


def check_after_exit(subject: Subject) -> list[Finding]:
    what = _("Dagen är efter avslutet {exited_on}; raden räknas. Stämmer det?")
    findings = []
    for table, column in ODD_AFTER_EXIT:
        rows = _beside(subject, table, "exits", "exited_on")
        if rows is not None:
            late = rows.filter(pl.col(column) > pl.col("exited_on"))
            findings += Complaint(table, column, what, is_fault=False).of(late)
    return findings


def _beside(subject: Subject, table: str, other: str, day: str) -> pl.DataFrame | None:
    """Rows of `table` with the day of their own enrolment or exit beside them."""
    frame, others = subject.frame(table), subject.frame(other)
    if frame is None or others is None:
        return None
    days = others.group_by("enrolment").agg(pl.col(day).min())
    return frame.join(days, on="enrolment", how="left", maintain_order="left")


def check_after_extraction(subject: Subject) -> list[Finding]:
    """What happened after the facts were taken out cannot have been known then."""
    if subject.extracted_on is None:
        return []
    limit = day_number(subject.extracted_on)
    what = _("Dagen är efter uppgifternas datum {day}.").format(day=subject.extracted_on)
    expected = _("{day} eller tidigare").format(day=subject.extracted_on)
    findings = []
    for name, draft in subject.drafts.items():
        for column in draft.table.columns:
            is_day = column.kind is ColumnKind.DAY and name != "about"
            if is_day and (name, column.name) not in MAY_BE_PLANNED:
                late = draft.frame.filter(pl.col(column.name) > limit)
                findings += Complaint(name, column.name, what, expected).of(late)
    return findings
