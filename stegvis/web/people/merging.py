"""Two rows that are one person: one finds them, another decides."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.policies.two_steps import why_not_decide
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.actions.merging import decide_merge, prepare_merge
from stegvis.participants.forms.questions import DecisionForm, DoubleForm
from stegvis.participants.queries.changing import why_not_act
from stegvis.participants.queries.merging import WaitingMerge, merges_waiting
from stegvis.participants.queries.names import alike
from stegvis.participants.queries.persons import Person, person_of
from stegvis.web.people.presenters import person_head
from stegvis.web.people.views import BOTH, SEES_PERSONS

ANSWERS = {"merge": Outcome.APPROVED, "refuse": Outcome.REFUSED}


@page(allow=SEES_PERSONS, methods=BOTH)
def doubles(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    choices = [(str(one.pk), _called(one)) for one in alike(viewer, found)]
    form = DoubleForm(request.POST or None, found=choices)
    if form.is_valid():
        double, why = UUID(form.cleaned_data["double"]), form.cleaned_data["why"]
        try:
            prepare_merge(found, double, why=why, viewer=viewer)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Nu väntar det på att någon annan bestämmer."))
            return redirect("person_doubles", found.pk)
    context = {
        "head": person_head(found),
        "form": form,
        "has_any": bool(choices),
        "waiting": [_shown(one, viewer.user) for one in merges_waiting(viewer, found)],
        "refusal": why_not_act(viewer, found),
    }
    return render(request, "people/doubles.html", context)


@page(allow=SEES_PERSONS, methods=("POST",))
def decide_double(request: HttpRequest, person_id: UUID, merge_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    form = DecisionForm(request.POST)
    outcome = ANSWERS.get(request.POST.get("do", ""))
    if merge_id not in {one.merge.pk for one in merges_waiting(viewer, found)}:
        raise Refused(_("Ärendet är redan avgjort."))
    if outcome is None or not form.is_valid():
        raise Refused(_("Välj att slå ihop dem eller att säga nej."))
    decide_merge(merge_id, outcome=outcome, why=form.cleaned_data["why"], viewer=viewer)
    said = _("De är nu en person.") if outcome == Outcome.APPROVED else _("De är fortfarande två.")
    messages.success(request, said)
    return redirect("person", found.pk)


def _called(one: Person) -> str:
    return f"{one}, {one.birth_year}" if one.birth_year else str(one)


def _shown(one: WaitingMerge, user: UUID | None) -> dict[str, object]:
    return {
        "id": one.merge.pk,
        "double": _called(one.double),
        "matter": one.matter,
        "refusal": why_not_decide(one.matter, user),
        "form": DecisionForm(auto_id=f"id_{one.merge.pk}_%s"),
    }
