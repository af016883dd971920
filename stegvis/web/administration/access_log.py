"""Whether the access log can be trusted, and the rules by which it is checked. No rows of it."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.queries.access_log import log_state
from stegvis.core.values.language import gettext as _
from stegvis.organisations.queries.administration import administered_by, association_of
from stegvis.participants.actions.log_reviews import decide_log_rules
from stegvis.participants.forms.log_reviews import LogRulesForm
from stegvis.participants.queries.log_reviews import limits_of
from stegvis.participants.values.log_risks import ALARMING
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.sections import links_for
from stegvis.web.logs.presenters import limit_rows
from stegvis.web.shell.sending import BOTH, done, sent

SECTION = "log_state"


@page(allow=ADMINISTERS)
def access_log(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "links": links_for(viewer, SECTION),
        "state": log_state(),
        "associations": [(one, limit_rows(limits_of(one.pk))) for one in administered_by(viewer)],
    }
    return render(request, "administration/access_log.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def log_rules(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    known = limits_of(association.pk)
    limits = {rule.risk.value: known.of(rule) for rule in ALARMING}
    form = LogRulesForm(sent(request), initial=asdict(known) | limits)

    def decide() -> str:
        decide_log_rules(association.pk, form.new(), viewer=viewer)
        return _("Reglerna är sparade och gäller från nu.")

    if request.method == "POST" and done(request, form, decide):
        return redirect(SECTION)
    context = {"links": links_for(viewer, SECTION), "form": form, "association": association}
    return render(request, "administration/log_rules.html", context)


ACCESS_LOG = [
    path("logg/", access_log, name="log_state"),
    path("forbund/<uuid:association_id>/logg/", log_rules, name="log_rules"),
]
