"""The first page of administration."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.attachments import is_scanned
from stegvis.core.actions.pages import page, viewer_of
from stegvis.organisations.queries.administration import administered_by, latest_acts
from stegvis.organisations.queries.two_steps import open_matters
from stegvis.organisations.values.roles import Permission
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.presenters import act_rows, association_cards
from stegvis.web.administration.sections import links_for


@page(allow=ADMINISTERS)
def overview(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "links": links_for(viewer, "administration"),
        "associations": association_cards(administered_by(viewer), on=viewer.on),
        "waiting": len(open_matters(viewer, Permission.DECIDE_GRANTS)),
        "is_scanned": is_scanned(),
        "acts": act_rows(latest_acts(viewer)),
    }
    return render(request, "administration/overview.html", context)
