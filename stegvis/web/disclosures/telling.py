"""The sender's side: chosen, previewed and sent; the copy afterwards, and a receipt to print."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.queries.names import name_of
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.disclosures import disclose as send
from stegvis.participants.forms.disclosures import DisclosureForm
from stegvis.participants.policies.disclosures import PreviewOutdatedError, check_said
from stegvis.participants.queries.acting import acting_for, agencies_of
from stegvis.participants.queries.disclosable import chosen, items_of
from stegvis.participants.queries.disclosures import copy_of, disclosure_of
from stegvis.participants.queries.persons import Person, person_of
from stegvis.participants.queries.recipients import colleagues_of
from stegvis.participants.values.disclosures import Copy
from stegvis.web.consents.entrance import DISCLOSES
from stegvis.web.disclosures.presenters import disclosure_row, told_lines
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.sending import BOTH, sent


@page(allow=DISCLOSES, methods=BOTH)
def disclose(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Nothing leaves before the sender has seen exactly what it is."""
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    acting = acting_for(viewer, person)
    sender = acting[0].pk if acting else None
    form = _form(request, viewer, person, sender)
    goes_on = request.method == "POST" and request.POST.get("do") != "change"
    if sender and goes_on and form.is_valid():
        answer = _went_on(request, person, form, sender)
        if answer:
            return answer
    refusal = "" if sender else _("Du lämnar ut uppgifter om dem som du arbetar med.")
    context = {"head": person_head(person), "form": form, "refusal": refusal}
    return render(request, "disclosures/disclose.html", context)


@page(allow=DISCLOSES)
def disclosure(request: HttpRequest, person_id: UUID, disclosure_id: UUID) -> HttpResponse:
    return _shown(request, person_id, disclosure_id, "disclosures/disclosure.html")


@page(allow=DISCLOSES, action=Action.PRINT)
def disclosure_receipt(request: HttpRequest, person_id: UUID, disclosure_id: UUID) -> HttpResponse:
    return _shown(request, person_id, disclosure_id, "disclosures/receipt.html")


def _form(
    request: HttpRequest, viewer: Viewer, person: Person, sender: UUID | None
) -> DisclosureForm:
    others = [one for one in agencies_of(person.association_id, viewer) if one.pk != sender]
    return DisclosureForm(
        sent(request),
        items=items_of(viewer, person, sender) if sender else (),
        agencies=others,
        colleagues=[one for one in colleagues_of(person, viewer) if one.agency.pk != sender],
    )


def _went_on(
    request: HttpRequest, person: Person, form: DisclosureForm, sender: UUID
) -> HttpResponse | None:
    """None where the form is to be shown again, with what was wrong."""
    new = form.new(seen=request.POST.get("seen", ""))
    try:
        if request.POST.get("do") != "send":
            check_said(new)
            return _preview(request, person, form, sender)
        made = send(person.pk, new, sender=sender, viewer=viewer_of(request))
    except PreviewOutdatedError as outdated:
        messages.warning(request, outdated.sentence)
        return _preview(request, person, form, sender)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return None
    messages.success(request, _("Uppgifterna är utlämnade. En kopia är sparad."))
    return redirect("disclosure", person.pk, made.pk)


def _preview(
    request: HttpRequest, person: Person, form: DisclosureForm, sender: UUID
) -> HttpResponse:
    copy = Copy.of(chosen(viewer_of(request), person, sender, form.cleaned_data["what"]))
    context = {
        "head": person_head(person),
        "form": form,
        "fields": [(name, value) for name in form.fields for value in request.POST.getlist(name)],
        "lines": told_lines(copy),
        "recipient": form.recipient_words,
        "seen": copy.fingerprint,
    }
    return render(request, "disclosures/preview.html", context)


def _shown(
    request: HttpRequest, person_id: UUID, disclosure_id: UUID, template: str
) -> HttpResponse:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    found = disclosure_of(viewer, person, disclosure_id)
    context = {
        "head": person_head(person),
        "row": disclosure_row(found),
        "why": found.why,
        "sent_by": name_of(found.sent_by),
        "received_by": name_of(found.received_by),
        "lines": told_lines(copy_of(found), "told_file", person.pk, found.pk),
    }
    return render(request, template, context)
