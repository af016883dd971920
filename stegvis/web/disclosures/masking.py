"""A masked copy on a request for a public document: chosen, previewed, let out, taken home."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.masking import let_out, previewed
from stegvis.participants.forms.masking import MaskingForm
from stegvis.participants.policies.disclosures import PreviewOutdatedError
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.disclosable import items_of
from stegvis.participants.queries.disclosures import copy_of, disclosure_of
from stegvis.participants.queries.persons import Person, person_of
from stegvis.participants.values.disclosures import Copy, Told
from stegvis.participants.values.masking import (
    can_be_masked,
    is_left_out,
    text_of,
    why_left_out,
)
from stegvis.reports.actions.masked_copies import masked_copy_pdf
from stegvis.web.consents.entrance import DISCLOSES
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.downloads import download
from stegvis.web.shell.sending import BOTH, sent


@page(allow=DISCLOSES, methods=BOTH)
def masked_copy(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Nothing leaves before the sender has seen exactly what it is."""
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    sender = next(iter(acting_for(viewer, person)), None)
    items = items_of(viewer, person, sender.pk) if sender else []
    form = MaskingForm(sent(request), items=items)
    goes_on = request.method == "POST" and request.POST.get("do") != "change"
    if sender and goes_on and form.is_valid():
        answer = _went_on(request, person, form, sender)
        if answer:
            return answer
    context = {
        "head": person_head(person),
        "form": form,
        "has_files": any(not can_be_masked(one) for one in items),
        "refusal": "" if sender else _("Du lämnar ut uppgifter om dem som du arbetar med."),
    }
    return render(request, "disclosures/masked_copy.html", context)


@page(allow=DISCLOSES, action=Action.EXPORT)
def masked_copy_file(request: HttpRequest, person_id: UUID, disclosure_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    row = disclosure_of(viewer, person, disclosure_id)
    if row.recipient_id is not None or not row.legal_text:
        raise Http404
    content = masked_copy_pdf(
        copy_of(row), sender=row.owner.name, ground=row.legal_text, words=(), on=row.sent_at.date()
    )
    return download(content, f"maskad-kopia-{row.sent_at.date()}.pdf", "application/pdf")


def _went_on(
    request: HttpRequest, person: Person, form: MaskingForm, sender: Any
) -> HttpResponse | None:
    """None where the form is to be shown again, with what was wrong."""
    viewer, masking = viewer_of(request), form.said()
    try:
        copy = previewed(viewer, person, sender.pk, masking)
        masked_copy_pdf(
            copy, sender=sender.name, ground=masking.ground, words=masking.words, on=viewer.on
        )
        if request.POST.get("do") != "send":
            return _preview(request, person, form, copy)
        seen = request.POST.get("seen", "")
        made = let_out(viewer, person, sender.pk, masking, seen=seen)
    except PreviewOutdatedError as outdated:
        messages.warning(request, outdated.sentence)
        return _preview(request, person, form, copy)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return None
    messages.success(request, _("Kopian är klar. Beslutet och kopian är sparade."))
    return redirect("disclosure", person.pk, made.pk)


def _preview(request: HttpRequest, person: Person, form: MaskingForm, copy: Copy) -> HttpResponse:
    context = {
        "head": person_head(person),
        "fields": [(name, value) for name in form.fields for value in request.POST.getlist(name)],
        "lines": [(one.label, _shown(one)) for one in copy.items],
        "seen": copy.fingerprint,
    }
    return render(request, "disclosures/masked_preview.html", context)


def _shown(told: Told) -> str:
    return f"{told.value}\n{why_left_out(told) if is_left_out(told) else text_of(told)}"
