"""The list of persons, and a person's page."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.persons import person_of, persons_of
from stegvis.web.people.presenters import DEFAULT_SORT, SORTS, person_head, person_rows
from stegvis.web.people.sections import SECTIONS
from stegvis.web.shell.listing import Listing, listing

SEES_PERSONS = MayAnywhere(Permission.SEE_PERSONS)


@page(allow=SEES_PERSONS, action=Action.LIST)
def people(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    listed: Listing[Any] = listing(request, persons_of(viewer), sorts=SORTS, default=DEFAULT_SORT)
    context = {
        "listing": replace(listed, rows=person_rows(listed.rows)),
        "may_register": viewer.may(Permission.REGISTER_PERSONS),
    }
    return render(request, "people/people.html", context)


@page(allow=SEES_PERSONS)
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    if found.pk != person_id:
        return redirect("person", found.pk)
    made = [make(viewer, found) for make in SECTIONS]
    context = {"head": person_head(found), "sections": [one for one in made if one]}
    return render(request, "people/sections.html", context)
