"""Somebody is registered, after a search that nobody can leave out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import MayAnywhere, Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.registering import register
from stegvis.participants.forms.registering import RegistrationForm
from stegvis.participants.queries.names import named_as
from stegvis.participants.queries.numbers import numbered
from stegvis.participants.queries.seats import seats_of, why_not_register
from stegvis.web.people.presenters import PersonRow, person_rows
from stegvis.web.people.views import BOTH

REGISTERS = MayAnywhere(Permission.REGISTER_PERSONS)
ANYWAY = "anyway"


@page(allow=REGISTERS, methods=BOTH)
def register_person(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    seats = seats_of(viewer)
    form = RegistrationForm(request.POST or None, seats=seats, on=viewer.on)
    alike: list[PersonRow] = []
    if form.is_valid() and seats:
        alike = _alike(form, viewer)
        if not alike or request.POST.get("do") == ANYWAY:
            person, is_new = register(form.new, form.seat, viewer=viewer)
            return _receipt(request, person, is_new=is_new)
    context = {"form": form, "alike": alike, "refusal": why_not_register(viewer)}
    return render(request, "people/register.html", context)


def _alike(form: RegistrationForm, viewer: Viewer) -> list[PersonRow]:
    """Of the same name, and seen already: it may be one of them. A number that is seen decides."""
    new = form.new
    if new.number and numbered(viewer, new.number, form.seat.association):
        return []
    return person_rows(named_as(viewer, new.given_name, new.family_name))


def _receipt(request: HttpRequest, person: UUID, *, is_new: bool) -> HttpResponse:
    """The same whether or not somebody else has the number: there is a person of one's own."""
    if is_new:
        messages.success(request, _("Personen är registrerad, och du kan börja."))
    else:
        messages.info(request, _("Personen finns redan. Här är sidan."))
    return redirect("person", person)
