"""Those whom the viewer sees, of whom something is about to be erased."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.retention import KINDS
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.queries.retention import persons_in_plans
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.persons import persons_of

SEES_PERSONS = MayAnywhere(Permission.SEE_PERSONS)


@dataclass(frozen=True)
class LeavingRow:
    name: str
    address: str
    what: str
    since: str


@page(allow=SEES_PERSONS, action=Action.LIST)
def leaving(request: HttpRequest) -> HttpResponse:
    """Who else is in the plan is not told: others know them, or nobody does any more."""
    viewer = viewer_of(request)
    planned = persons_in_plans(viewer)
    seen = persons_of(viewer).filter(pk__in=planned).order_by("family_key", "given_key", "pk")
    rows = [
        LeavingRow(
            str(one),
            reverse("person", args=[one.pk]),
            _(KINDS[planned[one.pk].rule.kind].name),
            day(planned[one.pk].since),
        )
        for one in seen
    ]
    return render(request, "people/leaving.html", {"rows": rows})
