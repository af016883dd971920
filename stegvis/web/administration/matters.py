"""What waits for a second person: every kind in a list, roles decided here."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.organisations.actions.memberships import GRANT, decide_grant
from stegvis.organisations.actions.two_steps import hold
from stegvis.organisations.forms.colleagues import DecisionForm
from stegvis.organisations.policies.two_steps import why_not_decide
from stegvis.organisations.queries.two_steps import (
    decided_matters,
    grant_matter_of,
    matter_of,
    open_matters,
)
from stegvis.organisations.values.roles import ROLE_OF, Permission
from stegvis.organisations.values.two_steps import OUTCOME_NAMES, Outcome
from stegvis.web.administration.entrance import DECIDES
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.listing import listing
from stegvis.web.shell.sending import BOTH, done, sent

DECIDE = Permission.DECIDE_GRANTS
KINDS = {GRANT: N_("Rollen administratör")}
"""What each kind is called. One that is not here is decided on a page of its own area."""
SAID = {
    Outcome.APPROVED: N_("Ärendet är godkänt."),
    Outcome.REFUSED: N_("Ärendet är avslaget."),
    Outcome.RETURNED: N_("Ärendet är tillbaka hos den som förberedde det."),
}
ON_HOLD = "hold"


@page(allow=DECIDES)
def matters(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    decided = decided_matters(viewer, DECIDE, GRANT)
    context = {
        "links": links_for(viewer, "matters"),
        "open": [(one, _(KINDS[one.kind])) for one in open_matters(viewer, DECIDE, GRANT)],
        "decided": listing(request, decided, sorts={"nar": "decided_at"}, default="-nar"),
        "outcomes": {code: _(name) for code, name in OUTCOME_NAMES.items()},
        "kinds": {code: _(name) for code, name in KINDS.items()},
    }
    return render(request, "administration/matters.html", context)


@page(allow=DECIDES, methods=BOTH)
def matter(request: HttpRequest, matter_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    if matter_of(viewer, DECIDE, matter_id).kind != GRANT:
        raise Http404
    found = grant_matter_of(viewer, DECIDE, matter_id)
    form = DecisionForm(sent(request))
    if request.method == "POST" and done(request, form, lambda: _decided(request, form, matter_id)):
        return redirect("matters")
    context = {
        "links": links_for(viewer, "matters"),
        "matter": found.two_step,
        "asked": found.asked,
        "role": ROLE_OF[found.asked.role],
        "form": form,
        "refusal": why_not_decide(found.two_step, viewer.user),
        "outcome": _outcome(found.two_step.outcome),
    }
    return render(request, "administration/matter.html", context)


def _decided(request: HttpRequest, form: DecisionForm, matter_id: UUID) -> str:
    asked = request.POST.get("do", "")
    if asked == ON_HOLD:
        held = hold(matter_id, on_hold=request.POST.get("on") == "1")
        return _("Ärendet är vilande.") if held.is_on_hold else _("Ärendet är upptaget igen.")
    if asked not in list(Outcome):
        raise Http404
    outcome, why = Outcome(asked), form.cleaned_data["why"]
    decide_grant(matter_id, viewer=viewer_of(request), outcome=outcome, why=why)
    return _(SAID[outcome])


def _outcome(code: str) -> str:
    return _(OUTCOME_NAMES[Outcome(code)]) if code else _("Väntar")
