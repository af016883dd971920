"""The recipient's side: what has been received, its copy, and that it has arrived."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.queries.names import name_of
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.disclosures import receive
from stegvis.participants.queries.disclosures import copy_of, received, received_one
from stegvis.web.disclosures.presenters import disclosure_row, told_lines
from stegvis.web.shell.listing import Listing, listing

SEES_PERSONS = MayAnywhere(Permission.SEE_PERSONS)
SORTS = {"nar": "sent_at"}


@page(allow=SEES_PERSONS, action=Action.LIST)
def received_list(request: HttpRequest) -> HttpResponse:
    listed: Listing[Any] = listing(
        request, received(viewer_of(request)), sorts=SORTS, default="-nar"
    )
    rows = [(str(one.person), disclosure_row(one)) for one in listed.rows]
    return render(request, "disclosures/received.html", {"listing": replace(listed, rows=rows)})


@page(allow=SEES_PERSONS)
def received_copy(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    found = received_one(viewer_of(request), disclosure_id)
    context = {
        "row": disclosure_row(found),
        "lines": told_lines(copy_of(found), "received_file", found.pk),
        "sent_by": name_of(found.sent_by),
        "received_by": name_of(found.received_by),
    }
    return render(request, "disclosures/received_copy.html", context)


@page(allow=SEES_PERSONS, methods=("POST",))
def mark_received(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    receive(received_one(viewer, disclosure_id), viewer=viewer)
    messages.success(request, _("Avsändaren ser nu att du har tagit emot uppgifterna."))
    return redirect("received_copy", disclosure_id)
