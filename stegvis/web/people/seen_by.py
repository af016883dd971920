"""Somebody who may see a person does so no longer: ended by hand, with why."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.participants.actions.involvements import end_by_hand
from stegvis.participants.forms.involvements import EndInvolvementForm
from stegvis.participants.queries.involvements import involvement_of
from stegvis.participants.queries.persons import person_of
from stegvis.web.people.presenters import person_head
from stegvis.web.people.views import BOTH, SEES_PERSONS
from stegvis.web.shell.sending import done, sent


@page(allow=SEES_PERSONS, methods=BOTH)
def end_involvement(request: HttpRequest, person_id: UUID, involvement_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id)
    one: Any = involvement_of(viewer, person, involvement_id)
    form = EndInvolvementForm(sent(request))

    def end() -> str:
        end_by_hand(person, one.pk, because=form.chosen, viewer=viewer)
        return _("Avslutat. Det gäller från nästa klick.")

    if request.method == "POST" and done(request, form, end):
        return redirect("people") if one.user_id == viewer.user else redirect("person", person.pk)
    whose = one.user.name if one.user else _("Alla på {unit}").format(unit=one.unit.name)
    context = {
        "head": person_head(person),
        "form": form,
        "title": _("Får inte längre se: {name}").format(name=whose),
        "is_own": one.user_id == viewer.user,
    }
    return render(request, "people/end_involvement.html", context)
