"""What the pages about retention show: counts and pseudonyms, never a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from stegvis.core.actions.housekeeping import DRAFTS_KEPT, JOBS_KEPT, SENT_FORMS_KEPT
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.retention import KEPT, KINDS
from stegvis.organisations.queries.retention import (
    Counted,
    KindHere,
    counted,
    kinds_of,
    waiting_plan,
)
from stegvis.organisations.values.two_steps import OUTCOME_NAMES, Outcome

PSEUDONYM = 8  # characters of the line's own key, enough to tell lines of one plan apart


@dataclass(frozen=True)
class KindRow:
    code: str
    name: str
    rule: str
    decision: str
    suggestion: str


@dataclass(frozen=True)
class PlanRow:
    id: UUID
    as_of: str
    number: int
    state: str
    association: str


@dataclass(frozen=True)
class CountedRow:
    name: str
    number: int
    rule: str
    decision: str
    days: str


@dataclass(frozen=True)
class LineRow:
    pseudonym: str
    name: str
    since: str


@dataclass(frozen=True)
class AssociationHere:
    id: UUID
    name: str
    kinds: tuple[KindRow, ...]
    waiting: UUID | None
    may_change: bool


def association_here(association: Any, *, may_change: bool) -> AssociationHere:
    waiting = waiting_plan(association.pk)
    kinds = tuple(_kind_row(one) for one in kinds_of(association.pk))
    key = waiting.pk if waiting else None
    return AssociationHere(association.pk, association.name, kinds, key, may_change)


def rule_words(rule: Any) -> str:
    event = _(KINDS[rule.kind].events[rule.event])
    return months_from(rule.months, event)


def months_from(months: int, event: str) -> str:
    said = ngettext("{n} månad från {event}", "{n} månader från {event}", months)
    return said.format(n=months, event=event)


def plan_rows(plans: Iterable[Any]) -> list[PlanRow]:
    return [
        PlanRow(one.pk, day(one.as_of), one.number, plan_state(one), one.association.name)
        for one in plans
    ]


def plan_state(plan: Any) -> str:
    if plan.done_at:
        said = _("Klar: {erased} gallrade, {left} kvar")
        return said.format(erased=plan.erased, left=plan.left)
    if plan.outcome == Outcome.APPROVED:
        return _("Gallras")
    return _(OUTCOME_NAMES[Outcome(plan.outcome)]) if plan.outcome else _("Väntar på beslut")


def counted_rows(plan: Any) -> list[CountedRow]:
    return [_counted_row(one) for one in counted(plan)]


def line_rows(planned: Iterable[Any]) -> list[LineRow]:
    return [
        LineRow(str(one.pk)[:PSEUDONYM], _(KINDS[one.rule.kind].name), day(one.since))
        for one in planned
    ]


def fixed_times() -> list[tuple[str, str]]:
    """What no association decides: how long, and why it is kept so."""
    kept_keys = KEPT["organisations.PlannedErasure"]
    return [
        (_("Utkast som ingen har skickat"), _days(DRAFTS_KEPT)),
        (_("Skickade formulärs nycklar"), _days(SENT_FORMS_KEPT)),
        (_("Jobb som är klara"), _days(JOBS_KEPT)),
        (
            _("Åtkomstloggen"),
            _("minst {n} år; tas bort av den som driver Stegvis").format(
                n=settings.STEGVIS_LOG_YEARS
            ),
        ),
        (_("Vad som har gallrats"), _(kept_keys)),
    ]


def _days(kept: timedelta) -> str:
    return ngettext("{n} dag", "{n} dagar", kept.days).format(n=kept.days)


def _kind_row(one: KindHere) -> KindRow:
    rule, suggestion = one.rule, one.kind.suggestion
    usual = ""
    if suggestion and not rule:
        event = _(one.kind.events[suggestion.event])
        words, source = months_from(suggestion.months, event), _(suggestion.source)
        usual = f"{words}. {source}"
    if rule is None:
        return KindRow(one.kind.code, _(one.kind.name), "", "", usual)
    return KindRow(one.kind.code, _(one.kind.name), rule_words(rule), decision_words(rule), "")


def decision_words(rule: Any) -> str:
    return f"{rule.decision} ({day(rule.decided_on)})"


def _counted_row(one: Counted) -> CountedRow:
    return CountedRow(
        _(KINDS[one.rule.kind].name),
        one.number,
        rule_words(one.rule),
        decision_words(one.rule),
        _span(one.first, one.last),
    )


def _span(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"
