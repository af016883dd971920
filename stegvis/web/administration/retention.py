"""Rules of retention, what they lead to, and the decision of a second person."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.retention import KINDS, RecordKind
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions.retention import (
    decide_erasing,
    decide_rule,
    prepare_erasing,
    withdraw_rule,
)
from stegvis.organisations.forms.colleagues import DecisionForm
from stegvis.organisations.forms.retention import PrepareForm, RuleForm, WithdrawForm
from stegvis.organisations.policies.two_steps import why_not_decide
from stegvis.organisations.queries.administration import association_of
from stegvis.organisations.queries.retention import (
    associations_of,
    decisions_of,
    matter_of_plan,
    plan_of,
    planned_of,
    plans_of,
    rules_of,
)
from stegvis.organisations.values.roles import Permission
from stegvis.organisations.values.two_steps import Outcome
from stegvis.web.administration.entrance import ADMINISTERS, DECIDES
from stegvis.web.administration.retention_presenters import (
    association_here,
    counted_rows,
    fixed_times,
    line_rows,
    plan_rows,
    plan_state,
    rule_words,
)
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.listing import Listing, listing
from stegvis.web.shell.sending import BOTH, done, sent

SECTION = "retention"
SAID = {
    Outcome.APPROVED: N_("Gallringen är beslutad och görs nu."),
    Outcome.RETURNED: N_("Gallringen är tillbaka hos den som förberedde den."),
    Outcome.REFUSED: N_("Gallringen är avslagen. Ingenting är borttaget."),
}


@page(allow=DECIDES)
def retention(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    there = [
        association_here(one, may_change=viewer.may(Permission.ADMINISTER, one.pk))
        for one in associations_of(viewer)
    ]
    plans: Listing[Any] = listing(request, plans_of(viewer), sorts={"dag": "as_of"}, default="-dag")
    context = {
        "links": links_for(viewer, SECTION),
        "associations": there,
        "plans": replace(plans, rows=plan_rows(plans.rows)),
        "fixed": fixed_times(),
    }
    return render(request, "administration/retention.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def retention_rule(request: HttpRequest, association_id: UUID, record: str) -> HttpResponse:
    viewer = viewer_of(request)
    association, kind = association_of(viewer, association_id), _kind(record)
    known = rules_of(association.pk).get(kind.code)
    form = RuleForm(sent(request), kind=kind, initial=_initial(kind, known))

    def decide() -> str:
        decide_rule(association.pk, form.said(), viewer=viewer)
        return _("Regeln är sparad.")

    if request.method == "POST" and done(request, form, decide):
        return redirect("retention")
    context = _context(viewer, association, kind) | {"form": form, "rule": known}
    return render(request, "administration/retention_rule.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def withdraw_retention(request: HttpRequest, association_id: UUID, record: str) -> HttpResponse:
    viewer = viewer_of(request)
    association, kind = association_of(viewer, association_id), _kind(record)
    known = rules_of(association.pk).get(kind.code)
    form = WithdrawForm(sent(request))

    def withdraw() -> str:
        decision, on = form.said()
        withdraw_rule(association.pk, kind.code, viewer=viewer, decision=decision, decided_on=on)
        return _("Regeln gäller inte längre. Ingenting av det slaget gallras.")

    if request.method == "POST" and done(request, form, withdraw):
        return redirect("retention")
    words = rule_words(known) if known else ""
    context = _context(viewer, association, kind) | {"form": form, "rule": known, "words": words}
    return render(request, "administration/retention_withdraw.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def prepare_retention(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    form = PrepareForm(sent(request))
    made = []

    def prepare() -> str:
        why = form.cleaned_data["why"]
        made.append(prepare_erasing(association.pk, why=why, viewer=viewer))
        return _("Förhandsvisningen är klar. Någon annan ska läsa den och besluta.")

    if request.method == "POST" and done(request, form, prepare):
        return redirect("erasure_plan", made[0].pk)
    context = {"links": links_for(viewer, SECTION), "form": form, "association": association}
    return render(request, "administration/retention_prepare.html", context)


@page(allow=DECIDES, methods=BOTH)
def erasure_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    plan = plan_of(viewer, plan_id)
    matter = matter_of_plan(plan)
    form = DecisionForm(sent(request))
    if request.method == "POST" and done(request, form, lambda: _decided(request, form, plan_id)):
        return redirect("erasure_plan", plan_id)
    lines: Listing[Any] = listing(request, planned_of(plan), sorts={"dag": "since"}, default="dag")
    context = {
        "links": links_for(viewer, SECTION),
        "plan": plan,
        "matter": matter,
        "state": plan_state(plan),
        "counted": counted_rows(plan),
        "lines": replace(lines, rows=line_rows(lines.rows)),
        "form": form,
        "refusal": why_not_decide(matter, viewer.user),
    }
    return render(request, "administration/erasure_plan.html", context)


def _decided(request: HttpRequest, form: DecisionForm, plan_id: UUID) -> str:
    asked, seen = request.POST.get("do", ""), request.POST.get("seen", "")
    if asked not in {one.value for one in Outcome}:
        raise Http404
    outcome, why = Outcome(asked), form.cleaned_data["why"]
    decide_erasing(plan_id, seen=seen, outcome=outcome, viewer=viewer_of(request), why=why)
    return _(SAID[outcome])


def _kind(code: str) -> RecordKind:
    if code not in KINDS:
        raise Http404
    return KINDS[code]


def _initial(kind: RecordKind, known: Any) -> dict[str, Any]:
    """What holds, or what is usual; the decision is always a new one."""
    usual = known or kind.suggestion
    names = ("event", "months", "spares_births")
    return {name: getattr(usual, name) for name in names} if usual else {}


def _context(viewer: Viewer, association: Any, kind: RecordKind) -> dict[str, Any]:
    return {
        "links": links_for(viewer, SECTION),
        "association": association,
        "record": kind,
        "name": _(kind.name),
        "source": _(kind.suggestion.source) if kind.suggestion else "",
        "decisions": decisions_of(association.pk, kind.code),
    }
