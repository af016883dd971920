"""What is to be kept of a programme that has closed: asked for by one, decided by another."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.forms.colleagues import DecisionForm
from stegvis.organisations.policies.two_steps import why_not_decide
from stegvis.organisations.values.roles import Permission
from stegvis.organisations.values.two_steps import OUTCOME_NAMES, Outcome
from stegvis.reports.actions.preservation import (
    check_has_closed,
    decide_preservation,
    prepare_preservation,
)
from stegvis.reports.queries.preservation import (
    latest_matter,
    latest_matters,
    programmes_to_preserve,
)
from stegvis.web.administration.entrance import DECIDES
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.sending import BOTH, done, sent

SECTION = "preservation"
ASK = "ask"
SAID = {
    Outcome.APPROVED: N_("Det är beslutat. Den som driver Stegvis skriver nu filen."),
    Outcome.RETURNED: N_("Förslaget är tillbaka hos den som gjorde det."),
    Outcome.REFUSED: N_("Förslaget är avslaget."),
}


@page(allow=DECIDES)
def preservation(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    programmes = list(programmes_to_preserve(viewer))
    matters = latest_matters(programmes)
    rows = [(one, _state(matters.get(one.pk))) for one in programmes]
    context = {"links": links_for(viewer, SECTION), "rows": rows}
    return render(request, "administration/preservation.html", context)


@page(allow=DECIDES, methods=BOTH)
def preserve(request: HttpRequest, kept_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = programmes_to_preserve(viewer).get(pk=kept_id)
    form = DecisionForm(sent(request))
    if request.method == "POST" and done(request, form, lambda: _did(request, form, programme)):
        return redirect("preserve", kept_id)
    matter = latest_matter(programme.pk)
    waits = matter is not None and matter.is_open
    context = {
        "links": links_for(viewer, SECTION),
        "programme": programme,
        "matter": matter,
        "waits": waits,
        "state": _state(matter),
        "form": form,
        "refusal": why_not_decide(matter, viewer.user)
        if matter is not None and waits
        else _why_not(viewer, programme),
    }
    return render(request, "administration/preserve.html", context)


def _did(request: HttpRequest, form: DecisionForm, programme: Any) -> str:
    viewer, asked = viewer_of(request), request.POST.get("do", "")
    why = form.cleaned_data["why"]
    if asked == ASK:
        prepare_preservation(programme, why=why, viewer=viewer)
        return _("Förslaget är sparat. Någon annan ska besluta.")
    if asked not in {one.value for one in Outcome}:
        raise Http404
    decide_preservation(programme, outcome=Outcome(asked), viewer=viewer, why=why)
    return _(SAID[Outcome(asked)])


def _state(matter: Any) -> str:
    if matter is None:
        return _("Ingen har föreslagit det")
    return _(OUTCOME_NAMES[Outcome(matter.outcome)]) if matter.outcome else _("Väntar på beslut")


def _why_not(viewer: Viewer, programme: Any) -> str:
    if not viewer.may(Permission.ADMINISTER, programme.association_id):
        return _("En administratör föreslår det.")
    try:
        check_has_closed(programme, viewer.on)
    except Refused as refused:
        return refused.sentence
    return ""


PRESERVATION = [
    path("bevarande/", preservation, name="preservation"),
    path("bevarande/<uuid:kept_id>/", preserve, name="preserve"),
]
