"""Rules are decided; what is due is prepared by one person, decided by another, and erased."""

from collections import Counter
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from stegvis.core.actions import retention
from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.jobs import Progress, ask_for
from stegvis.core.actions.row_security import unscoped
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused
from stegvis.core.values.retention import KINDS, Candidate, Scope, due, is_over, is_spared
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions import two_steps
from stegvis.organisations.actions.acts import note
from stegvis.organisations.models import ErasurePlan, PlannedErasure, RetentionRule
from stegvis.organisations.policies.administration import check_administers
from stegvis.organisations.policies.retention import (
    check_decision,
    check_is_what_was_shown,
    check_nothing_waits,
    check_rule,
)
from stegvis.organisations.queries.retention import (
    digest,
    digest_of,
    matter_of_plan,
    plan_of,
    rules_of,
    terms_of,
    waiting_plan,
)
from stegvis.organisations.values.acts import ActKind, Told
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.retention import ERASING, NewRule, Row
from stegvis.organisations.values.two_steps import Outcome

ERASE = "stegvis.organisations.tasks.erase_planned"
WHY = "what has served its time"
AT_ONCE = 1000  # rows in one statement
TOLD_EACH = 20  # erasures between two words about how far it has come


def decide_rule(association: UUID, new: NewRule, *, viewer: Viewer) -> RetentionRule:
    check_administers(viewer, association)
    check_rule(new, viewer.on)
    return _written(association, viewer, **vars(new))


def withdraw_rule(
    association: UUID, kind: str, *, decision: str, decided_on: date, viewer: Viewer
) -> RetentionRule:
    """The kind is not erased any more."""
    check_administers(viewer, association)
    check_decision(decision, decided_on, viewer.on)
    if kind not in rules_of(association):
        raise Refused(_("Det finns ingen regel att ta bort."))
    return _written(association, viewer, kind=kind, decision=decision, decided_on=decided_on)


def prepare_erasing(association: UUID, *, why: str, viewer: Viewer) -> ErasurePlan:
    """What is due today by the rules that hold. Nobody's name is read or shown."""
    check_administers(viewer, association)
    with transaction.atomic():
        check_nothing_waits(waiting_plan(association))
        rows, spared = _due(association, viewer.on)
        if not rows:
            raise Refused(_("Ingenting är att gallra i dag enligt reglerna."))
        plan = ErasurePlan.objects.create(
            association_id=association,
            as_of=viewer.on,
            spared=spared,
            digest=digest(association, viewer.on, rows),
        )
        PlannedErasure.objects.bulk_create(
            (_planned(plan, row) for row in rows), batch_size=AT_ONCE
        )
        two_steps.prepare(Matter(ERASING, plan.pk, association), by=_user(viewer), why=why)
    return plan


def decide_erasing(
    plan_id: UUID, *, seen: str, outcome: Outcome, viewer: Viewer, why: str = ""
) -> ErasurePlan:
    """`seen` is the digest of what the decider was shown. Approved, it is done by a job."""
    with transaction.atomic():
        plan = plan_of(viewer, plan_id)
        check_is_what_was_shown(plan, seen, digest_of(plan))
        matter = matter_of_plan(plan)
        two_steps.decide(matter.pk, by=_user(viewer), outcome=outcome, why=why)
        if outcome == Outcome.APPROVED:
            job = ask_for(ERASE, subject=plan.pk, lock=f"erase {plan.pk}", by=viewer.user)
            plan.job = job.pk
            plan.save(update_fields=["job"])
    return plan


def carry_out(plan: ErasurePlan, progress: Progress, *, viewer: Viewer) -> str:
    """Each in a transaction of its own, so that it can go on where it was cut off.

    What is due no more, as something has happened since the preview, is left. A file that went
    with its person is erased, not left.
    """
    planned = list(plan.planned.select_related("rule").order_by("rule__kind", "pk"))
    found: Counter[bool] = Counter()
    for number, one in enumerate(planned):
        if number % TOLD_EACH == 0:
            progress.step(_("Gallrar"), done=number, total=len(planned))
        found[_erase(plan, one, viewer)] += 1
    plan.done_at, plan.erased, plan.left = timezone.now(), found[True], found[False]
    plan.save(update_fields=["done_at", "erased", "left"])
    return _sentence(plan)


def _erase(plan: ErasurePlan, one: PlannedErasure, viewer: Viewer) -> bool:
    """Whether it is gone. Somebody who is writing about the person right now keeps them."""
    kind = KINDS[one.rule.kind]
    try:
        with working_for(viewer, reason=_reason(one.rule), action=Action.DELETE):
            if _is_still_due(plan, one):
                retention.erase(kind, one.subject, rule=one.rule_id, on=timezone.localdate())
            with unscoped(reason=WHY):
                return retention.is_gone(kind, one.subject)
    except (IntegrityError, ProtectedError):
        return False


def _is_still_due(plan: ErasurePlan, one: PlannedErasure) -> bool:
    """By the same rule, which still holds."""
    if rules_of(plan.association_id).get(one.rule.kind) != one.rule:
        return False
    persons = frozenset({one.person}) if one.person else None
    with unscoped(reason=WHY):
        there = KINDS[one.rule.kind].find(Scope(plan.association_id, persons), one.rule.event)
        mine = [found for found in there if found.subject == one.subject]
    return bool(due(terms_of(one.rule), mine, timezone.localdate()))


def _due(association: UUID, on: date) -> tuple[list[Row], int]:
    rows, spared = [], 0
    for rule in rules_of(association).values():
        with unscoped(reason=WHY):
            there = list(KINDS[rule.kind].find(Scope(association), rule.event))
        terms = terms_of(rule)
        rows += [_row(rule, one) for one in due(terms, there, on)]
        over = [one for one in there if is_over(one.since, terms.months, on)]
        spared += sum(is_spared(terms, one) for one in over)
    return rows, spared


def _row(rule: RetentionRule, one: Candidate) -> Row:
    return Row(rule.pk, one.subject, one.person, one.since)


def _planned(plan: ErasurePlan, row: Row) -> PlannedErasure:
    return PlannedErasure(
        plan=plan, rule_id=row.rule, subject=row.subject, person=row.person, since=row.since
    )


def _written(association: UUID, viewer: Viewer, **said: object) -> RetentionRule:
    with transaction.atomic():
        rule: RetentionRule = RetentionRule.objects.create(
            association_id=association, recorded_by_id=viewer.user, **said
        )
        told = Told(what=_(KINDS[rule.kind].name), day=rule.decided_on)
        note(ActKind.RETENTION, association=association, by=viewer.user, told=told)
    return rule


def _reason(rule: RetentionRule) -> str:
    return _("gallring enligt beslut: {decision}").format(decision=rule.decision)


def _sentence(plan: ErasurePlan) -> str:
    said = ngettext("{n} uppgift är gallrad.", "{n} uppgifter är gallrade.", plan.erased)
    if not plan.left:
        return said.format(n=plan.erased)
    kept = ngettext(
        "{n} är kvar, för att något har hänt sedan förhandsvisningen.",
        "{n} är kvar, för att något har hänt sedan förhandsvisningen.",
        plan.left,
    )
    return f"{said.format(n=plan.erased)} {kept.format(n=plan.left)}"


def _user(viewer: Viewer) -> UUID:
    if viewer.user is None:
        raise Refused(_("Logga in först."))
    return viewer.user
