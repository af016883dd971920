"""The mapping of somebody's own sheet, looked through on screen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.refusals import Refused
from stegvis.programmes.queries.definitions import decided
from stegvis.results.actions.deliveries import answer
from stegvis.results.forms.mappings import MappingForm
from stegvis.results.queries.deliveries import deliverable, delivery_of, proposal_in
from stegvis.web.data.presenters import delivery_shown
from stegvis.web.data.views import DELIVERS
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.shell.sending import sent


@page(allow=DELIVERS, methods=("GET", "POST"))
def mapping(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = deliverable(viewer, programme_id)
    found = delivery_of(viewer, delivery_id, programme)
    known, back = decided(programme), reverse("delivery", args=[programme.pk, found.pk])
    proposal = proposal_in(found)
    if proposal is None:
        return HttpResponseRedirect(back)
    data = sent(request)
    form = MappingForm(data, proposal=proposal, definition=known.definition)
    if request.method == "POST" and form.is_valid():
        try:
            answer(found, form.mapping(), by=viewer.user)
        except Refused as refused:
            messages.error(request, refused.sentence)
        return HttpResponseRedirect(back)
    context = {
        "head": programme_head(programme, known, active="data"),
        "delivery": delivery_shown(found),
        "form": form,
    }
    return render(request, "data/mapping.html", context)
