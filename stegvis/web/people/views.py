"""The list of persons, the search, and a person's page."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.searching import note_nobody_found
from stegvis.participants.forms.searching import PersonFilter, SearchForm
from stegvis.participants.queries.names import MOST_FOUND, whose_name_begins
from stegvis.participants.queries.numbers import number_of, with_number
from stegvis.participants.queries.persons import narrowed, person_of, persons_of
from stegvis.participants.queries.seats import why_not_register
from stegvis.web.people.presenters import DEFAULT_SORT, SORTS, person_head, person_rows
from stegvis.web.people.sections import SECTIONS
from stegvis.web.shell.listing import Listing, listing

SEES_PERSONS = MayAnywhere(Permission.SEE_PERSONS)
BOTH = ("GET", "POST")
MOST_LISTED = 1000  # to count 20 000 behind two walls takes longer than to show fifty


@page(allow=SEES_PERSONS, action=Action.LIST)
def people(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    form = PersonFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = narrowed(
        persons_of(viewer),
        reason=chosen.get("varfor", ""),
        protected=bool(chosen.get("skydd")),
    )
    listed: Listing[Any] = listing(
        request, rows, sorts=SORTS, default=DEFAULT_SORT, most=MOST_LISTED
    )
    may_register = viewer.may(Permission.REGISTER_PERSONS)
    context = {
        "listing": replace(listed, rows=person_rows(listed.rows)),
        "form": form,
        "search": SearchForm(on=viewer.on),
        "may_register": may_register,
        "refusal": why_not_register(viewer) if may_register else "",
        "answers_questions": viewer.may(Permission.DISCLOSE),
    }
    return render(request, "people/people.html", context)


@page(allow=SEES_PERSONS, methods=BOTH)
def search(request: HttpRequest) -> HttpResponse:
    """Sent, so that nothing of what is sought stands in an address."""
    viewer = viewer_of(request)
    form = SearchForm(request.POST or None, on=viewer.on)
    found = None
    if form.is_valid():
        sought = form.cleaned_data["sought"]
        found = (
            with_number(viewer, form.number) if form.number else whose_name_begins(viewer, sought)
        )
        for one in found:
            did(Action.SEARCH, one.pk, about=IDENTITY)
        if not found:
            note_nobody_found(sought, form.number, viewer=viewer)
    context = {
        "form": form,
        "is_sent": found is not None,
        "rows": person_rows((found or [])[:MOST_FOUND]),
        "has_more": len(found or []) > MOST_FOUND,
    }
    return render(request, "people/search.html", context)


@page(allow=SEES_PERSONS)
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    found = person_of(viewer_of(request), person_id)
    if found.pk != person_id:
        return redirect("person", found.pk)
    return _portrait(request, found)


@page(allow=SEES_PERSONS, methods=("POST",), action=Action.READ, purpose="number_opened")
def number(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same page with the number on it: to open it is told in the log."""
    found = person_of(viewer_of(request), person_id)
    return _portrait(request, found, number=number_of(found))


def _portrait(request: HttpRequest, found: Any, *, number: str = "") -> HttpResponse:
    viewer = viewer_of(request)
    made = [make(viewer, found) for make in SECTIONS]
    context = {
        "head": person_head(found),
        "sections": [one for one in made if one],
        "person": found,
        "number": number,
    }
    return render(request, "people/sections.html", context)
