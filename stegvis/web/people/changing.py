"""Who a person is, how they are reached, and who acts for them: changed on screen."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.actions.versions import ChangedMeanwhileError
from stegvis.core.forms.versioned import VersionedForm
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.participants.actions.persons import (
    add_representative,
    change_person,
    change_representative,
    save_contact,
)
from stegvis.participants.actions.registering import give_number
from stegvis.participants.forms.persons import (
    ContactForm,
    NumberForm,
    PersonForm,
    RepresentativeForm,
)
from stegvis.participants.queries.changing import why_not_act
from stegvis.participants.queries.contacts import own_contact, representative_of
from stegvis.participants.queries.persons import Person, person_of
from stegvis.web.people.presenters import person_head
from stegvis.web.people.views import BOTH, SEES_PERSONS
from stegvis.web.shell.meanwhile import written_meanwhile


@page(allow=SEES_PERSONS, methods=BOTH)
def change(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    form = PersonForm(request.POST or None, row=found, year=viewer.on.year)

    def act() -> None:
        change_person(found, form.values, version=form.version, viewer=viewer)

    return _asked(
        request,
        found,
        form,
        act,
        title=_("Ändra uppgifter"),
        now=lambda: person_of(viewer, found.pk),
    )


@page(allow=SEES_PERSONS, methods=BOTH)
def new_number(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    form = NumberForm(request.POST or None, row=found, on=viewer.on)

    def act() -> None:
        said = form.values
        give_number(found, said["number"], why=said["why"], version=form.version, viewer=viewer)

    return _asked(
        request, found, form, act, title=_("Skriv numret"), now=lambda: person_of(viewer, found.pk)
    )


@page(allow=SEES_PERSONS, methods=BOTH)
def contact(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    form = ContactForm(
        request.POST or None, row=own_contact(viewer, found), is_protected=found.is_protected
    )

    def act() -> None:
        save_contact(found, form.values, version=form.version, viewer=viewer)

    return _asked(
        request, found, form, act, title=_("Kontakt"), now=lambda: own_contact(viewer, found)
    )


@page(allow=SEES_PERSONS, methods=BOTH)
def new_representative(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    form = RepresentativeForm(request.POST or None)

    def act() -> None:
        add_representative(found, form.values, viewer=viewer)

    return _asked(request, found, form, act, title=_("Lägg till en företrädare"))


@page(allow=SEES_PERSONS, methods=BOTH)
def representative(request: HttpRequest, person_id: UUID, representative_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    row = representative_of(viewer, found, representative_id)
    form = RepresentativeForm(request.POST or None, row=row)

    def act() -> None:
        change_representative(found, row.pk, form.values, version=form.version, viewer=viewer)

    def now() -> Any:
        return representative_of(viewer, found, row.pk)

    return _asked(request, found, form, act, title=_("Ändra företrädaren"), now=now)


def _asked(
    request: HttpRequest,
    person: Person,
    form: VersionedForm,
    act: Callable[[], None],
    *,
    title: str,
    now: Callable[[], Any] = lambda: None,
) -> HttpResponse:
    """One form about a person: saved, or shown again, or beside what somebody else has saved."""
    if form.is_valid():
        try:
            act()
        except ChangedMeanwhileError:
            return written_meanwhile(request, form, now())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Sparat."))
            return redirect("person", person.pk)
    refusal = why_not_act(viewer_of(request), person)
    context = {"head": person_head(person), "form": form, "title": title, "refusal": refusal}
    return render(request, "people/form.html", context)
