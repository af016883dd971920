"""Who has looked at one person, for staff who answer a participant's question."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import answering_for
from stegvis.participants.queries.extracts import extract
from stegvis.participants.queries.persons import person_of
from stegvis.web.consents.entrance import DISCLOSES
from stegvis.web.mine.looked import looked_line
from stegvis.web.people.presenters import person_head

NAMED = "namn"


@page(allow=DISCLOSES)
def person_log(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Of an agency that works with the person, of its own log; with names where asked for."""
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    agency = answering_for(viewer, person)
    if agency is None:
        raise Http404
    names = NAMED in request.GET
    looked = extract(person.pk, names=names, agency=agency.pk, viewer=viewer)
    lines = [looked_line(one, person.account_id) for one in reversed(looked)]
    context = {
        "head": person_head(person),
        "lines": lines[:200],
        "total": len(lines),
        "names": names,
        "agency": agency.name,
    }
    return render(request, "logs/asked.html", context)
