"""Rules of retention that hold, and what is planned to be erased, for those who decide it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Min, OuterRef, QuerySet, Subquery

from stegvis.core.values.retention import KINDS, RecordKind, Terms
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import (
    Association,
    ErasurePlan,
    PlannedErasure,
    RetentionRule,
    TwoStep,
)
from stegvis.organisations.values.retention import ERASING, Row
from stegvis.organisations.values.roles import Permission
from stegvis.organisations.values.two_steps import Outcome


@dataclass(frozen=True)
class KindHere:
    """A kind with the rule that an association has for it, if any."""

    kind: RecordKind
    rule: RetentionRule | None


@dataclass(frozen=True)
class Counted:
    """How many of one rule are in a plan, and from which days their time has run."""

    rule: RetentionRule
    number: int
    first: date
    last: date


def rules_of(association: UUID) -> dict[str, RetentionRule]:
    """The latest decision about each kind that rooms have registered; without it, nothing."""
    rows = RetentionRule.objects.filter(association=association, kind__in=KINDS)
    latest = {one.kind: one for one in rows.order_by("recorded_at", "pk")}
    return {kind: one for kind, one in latest.items() if one.months}


def kinds_of(association: UUID) -> list[KindHere]:
    rules = rules_of(association)
    return [KindHere(kind, rules.get(code)) for code, kind in KINDS.items()]


def decisions_of(association: UUID, kind: str) -> "QuerySet[RetentionRule]":
    """Every decision about the kind that was written down, newest first."""
    rows = RetentionRule.objects.filter(association=association, kind=kind)
    return rows.select_related("recorded_by").order_by("-recorded_at", "pk")


def terms_of(rule: RetentionRule) -> Terms:
    return Terms(rule.kind, rule.event, rule.months or 0, rule.spares_births)


def associations_of(viewer: Viewer) -> "QuerySet[Association]":
    """Where the viewer may prepare, or decide as the second person."""
    here = viewer.associations_with(Permission.ADMINISTER) | viewer.associations_with(
        Permission.DECIDE_GRANTS
    )
    return Association.objects.filter(pk__in=here).order_by("name")


def plans_of(viewer: Viewer) -> "QuerySet[ErasurePlan]":
    """No names are in them. With `number`, and the `outcome` of the decision."""
    here = associations_of(viewer).values("pk")
    matters = TwoStep.objects.filter(kind=ERASING, subject=OuterRef("pk"))
    found = ErasurePlan.objects.filter(association__in=here).annotate(
        number=Count("planned"), outcome=Subquery(matters.values("outcome")[:1])
    )
    found = found.select_related("association")
    return found.order_by("-as_of", "pk")


def plan_of(viewer: Viewer, key: UUID) -> ErasurePlan:
    return plans_of(viewer).get(pk=key)


def matter_of_plan(plan: ErasurePlan) -> TwoStep:
    found = TwoStep.objects.select_related("prepared_by", "decided_by")
    return found.get(kind=ERASING, subject=plan.pk)


def waiting_plan(association: UUID) -> ErasurePlan | None:
    """One that waits for its decision, or is decided and not yet done."""
    matters = TwoStep.objects.filter(kind=ERASING, association=association)
    alive = matters.filter(outcome__in=("", Outcome.APPROVED)).values("subject")
    return ErasurePlan.objects.filter(pk__in=alive, done_at=None).first()


def counted(plan: ErasurePlan) -> list[Counted]:
    rows = plan.planned.values("rule").annotate(
        n=Count("pk"), first=Min("since"), last=Max("since")
    )
    rules = RetentionRule.objects.in_bulk([row["rule"] for row in rows])
    found = [Counted(rules[row["rule"]], row["n"], row["first"], row["last"]) for row in rows]
    return sorted(found, key=lambda one: list(KINDS).index(one.rule.kind))


def planned_of(plan: ErasurePlan) -> "QuerySet[PlannedErasure]":
    """In the order of their keys, which say nothing."""
    return plan.planned.select_related("rule").order_by("rule__kind", "pk")


def persons_in_plans(viewer: Viewer) -> dict[UUID, PlannedErasure]:
    """Of plans that are not done, in the viewer's associations: who they are, others must ask."""
    here = frozenset(one.association for one in viewer.standings)
    open_ones = [plan.pk for one in here if (plan := waiting_plan(one))]
    rows = PlannedErasure.objects.filter(plan__in=open_ones).exclude(person=None)
    return {one.person: one for one in rows.select_related("rule", "plan") if one.person}


def digest_of(plan: ErasurePlan) -> str:
    rows = plan.planned.values_list("rule", "subject", "person", "since")
    return digest(plan.association_id, plan.as_of, [Row(*row) for row in rows.iterator()])


def digest(association: UUID, as_of: date, rows: Iterable[Row]) -> str:
    words = "\n".join([f"{association} {as_of}", *sorted(one.words for one in rows)])
    return hashlib.sha256(words.encode()).hexdigest()
