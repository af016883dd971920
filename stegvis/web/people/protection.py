"""Protected identity on screen: what protects, why, and who is on the list."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.actions.versions import ChangedMeanwhileError
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.protection import protect, put_on_list, take_off_list
from stegvis.participants.forms.persons import NamedForm, ProtectionForm
from stegvis.participants.queries.changing import why_not_act
from stegvis.participants.queries.persons import Person, person_of
from stegvis.participants.queries.protection import decisions_of, nameable, named_of
from stegvis.participants.values.persons import PROTECTION_NAMES, Protection
from stegvis.web.people.presenters import person_head
from stegvis.web.people.views import BOTH, SEES_PERSONS
from stegvis.web.shell.meanwhile import written_meanwhile

ON, OFF = "on", "off"


@page(allow=SEES_PERSONS, methods=BOTH)
def protection(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    form = ProtectionForm(request.POST or None, row=found)
    if form.is_valid():
        chosen, why = Protection(form.values["protection"]), form.values["why"]
        try:
            protect(found, chosen, why=why, version=form.version, viewer=viewer)
        except ChangedMeanwhileError:
            return written_meanwhile(request, form, person_of(viewer, found.pk))
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Sparat."))
            return redirect("person_protection", found.pk)
    return render(request, "people/protection.html", _context(viewer, found, form))


@page(allow=SEES_PERSONS, methods=("POST",))
def protection_list(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = person_of(viewer, person_id)
    do, chosen = request.POST.get("do", ""), _key(request.POST.get("user", ""))
    if chosen is None or do not in {ON, OFF}:
        raise Refused(_("Välj någon i listan."))
    if do == ON:
        put_on_list(found, chosen, viewer=viewer)
    else:
        take_off_list(found, chosen, viewer=viewer)
    messages.success(request, _("Listan är ändrad."))
    if chosen == viewer.user and do == OFF:
        return redirect("people")
    return redirect("person_protection", found.pk)


def _context(viewer: Viewer, person: Person, form: ProtectionForm) -> dict[str, object]:
    found = [(str(one.user), f"{one.name}, {one.agency_name}") for one in nameable(viewer, person)]
    decided = decisions_of(viewer, person)
    return {
        "head": person_head(person),
        "form": form,
        "is_protected": person.is_protected,
        "named": named_of(viewer, person),
        "add": NamedForm(found=found),
        "decisions": [(_(PROTECTION_NAMES[Protection(one.protection)]), one) for one in decided],
        "refusal": why_not_act(viewer, person),
    }


def _key(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None
