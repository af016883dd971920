"""Colleagues: those who are there, one of them, and how somebody joins."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.organisations.actions.colleagues import invite
from stegvis.organisations.forms.colleagues import ColleagueFilter, InviteForm
from stegvis.organisations.queries.administration import (
    administered_by,
    association_of,
    units_there,
)
from stegvis.organisations.queries.colleagues import colleague_of, people_of
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.handover import cases_left
from stegvis.web.administration.passwords import invited
from stegvis.web.administration.presenters import act_rows, colleague_rows, membership_rows
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.listing import Listing, listing
from stegvis.web.shell.sending import BOTH, done, sent

SORTS = {"namn": "name", "epost": "email"}
SHOWN_AT_FIRST = {"sok": "", "lage": "active"}


@page(allow=ADMINISTERS)
def colleagues(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    form = ColleagueFilter(request.GET if "lage" in request.GET else SHOWN_AT_FIRST)
    wanted = form.cleaned_data if form.is_valid() else SHOWN_AT_FIRST
    people = people_of(viewer, words=wanted["sok"], state=wanted["lage"])
    listed: Listing[Any] = listing(request, people, sorts=SORTS, default="namn")
    context = {
        "links": links_for(viewer, "colleagues"),
        "form": form,
        "listing": replace(listed, rows=colleague_rows(listed.rows)),
        "associations": administered_by(viewer),
    }
    return render(request, "administration/colleagues.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def invite_colleague(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    units = units_there(viewer, association.pk)
    form = InviteForm(sent(request), units=units, on=viewer.on)
    told: list[Any] = []

    def add() -> str:
        grant_in, why = form.grant_in(association.pk), form.cleaned_data["why"]
        told.extend(invite(form.invited, grant_in, viewer=viewer, why=why))
        return invited(request, told[0])

    if request.method == "POST" and done(request, form, add):
        return redirect("colleague", told[0].pk)
    context = {
        "links": links_for(viewer, "colleagues"),
        "form": form,
        "title": _("Ny medarbetare"),
        "above": association.name,
        "action": _("Bjud in"),
        "back": reverse("colleagues"),
    }
    return render(request, "administration/role_form.html", context)


@page(allow=ADMINISTERS)
def colleague(request: HttpRequest, user_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = colleague_of(viewer, user_id)
    held = found.lasting(viewer.on)
    stays = any(one.ends_on is None for one in held)
    context = {
        "links": links_for(viewer, "colleagues"),
        "colleague": found,
        "cases": [] if stays else cases_left(found.user.pk, viewer),
        "is_oneself": found.user.pk == viewer.user,
        "held": membership_rows(held, on=viewer.on),
        "ended": membership_rows(found.ended(viewer.on), on=viewer.on),
        "acts": act_rows(found.acts),
        "associations": administered_by(viewer),
    }
    return render(request, "administration/colleague.html", context)
