"""Agencies and their units, and what an association has agreed on."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.organisations.actions.organisations import (
    add_agency,
    add_unit,
    change_agency,
    change_unit,
    say_agreements,
)
from stegvis.organisations.forms.organisations import (
    KINDS,
    RECORDS,
    AgencyForm,
    AgreementsForm,
    UnitForm,
)
from stegvis.organisations.queries.administration import (
    administered_by,
    agencies_of,
    agency_of,
    association_of,
    unit_of,
)
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.sending import BOTH, done, sent


@page(allow=ADMINISTERS)
def agencies(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    found = agencies_of(viewer)
    context = {
        "links": links_for(viewer, "agencies"),
        "associations": [
            (one, [agency for agency in found if agency.association_id == one.pk])
            for one in administered_by(viewer)
        ],
        "kinds": dict(KINDS),
        "records": dict(RECORDS),
        "on": viewer.on,
    }
    return render(request, "administration/agencies.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def new_agency(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    form = AgencyForm(sent(request), initial={"records": RECORDS[0][0]})

    def add() -> str:
        made = add_agency(association.pk, form.said(), viewer=viewer)
        return _("{name} är tillagd.").format(name=made.name)

    if request.method == "POST" and done(request, form, add):
        return redirect("agencies")
    return _form(request, form, _("Ny myndighet eller utförare"), association.name)


@page(allow=ADMINISTERS, methods=BOTH)
def agency(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = agency_of(viewer, agency_id)
    known = {"name": found.name, "kind": found.kind, "records": found.records}
    form = AgencyForm(sent(request), initial=known | {"last_day": _last_day(found)})

    def change() -> str:
        made = change_agency(found, form.said(), viewer=viewer)
        return _("{name} är ändrad.").format(name=made.name)

    if request.method == "POST" and done(request, form, change):
        return redirect("agencies")
    return _form(request, form, _("Ändra myndighet eller utförare"), found.association.name)


@page(allow=ADMINISTERS, methods=BOTH)
def new_unit(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = agency_of(viewer, agency_id)
    form = UnitForm(sent(request))

    def add() -> str:
        made = add_unit(found, form.said(), viewer=viewer)
        return _("{name} är tillagd.").format(name=made.name)

    if request.method == "POST" and done(request, form, add):
        return redirect("agencies")
    return _form(request, form, _("Ny enhet"), found.name)


@page(allow=ADMINISTERS, methods=BOTH)
def unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = unit_of(viewer, unit_id)
    known = {"name": found.name, "last_day": _last_day(found)}
    form = UnitForm(sent(request), initial=known)

    def change() -> str:
        made = change_unit(found, form.said(), viewer=viewer)
        return _("{name} är ändrad.").format(name=made.name)

    if request.method == "POST" and done(request, form, change):
        return redirect("agencies")
    return _form(request, form, _("Ändra enhet"), found.agency.name)


@page(allow=ADMINISTERS, methods=BOTH)
def agreements(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = association_of(viewer, association_id)
    names = AgreementsForm.base_fields
    initial = {name: getattr(found, name) for name in names}
    form = AgreementsForm(sent(request), on=viewer.on, initial=initial)

    def say() -> str:
        say_agreements(found.pk, form.said(), viewer=viewer)
        return _("Avtalens datum är sparade.")

    if request.method == "POST" and done(request, form, say):
        return redirect("administration")
    context = {
        "links": links_for(viewer, "administration"),
        "form": form,
        "association": found,
        "may_register": found.may_register_persons(viewer.on),
    }
    return render(request, "administration/agreements.html", context)


def _form(request: HttpRequest, form: object, title: str, above: str) -> HttpResponse:
    links = links_for(viewer_of(request), "agencies")
    context = {"links": links, "form": form, "title": title, "above": above}
    return render(request, "administration/agency_form.html", context)


def _last_day(place: Any) -> date | None:
    return place.ends_on and place.ends_on - timedelta(days=1)
