"""Files about a person: adding one, taking one home, and taking one away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.files.attachments.sentences import removed_sentences
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.attachments import attach, remove
from stegvis.participants.forms.attachments import AttachForm, RemovalForm
from stegvis.participants.policies.attachments import check_may_attach_any
from stegvis.participants.queries.attachments import attachment_of, content_of, opened_for
from stegvis.participants.queries.persons import Person, person_of
from stegvis.web.data.receiving import size_not_received
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.downloads import foreign_download

SEES_PERSONS = MayAnywhere(Permission.SEE_PERSONS)
RECORDS = MayAnywhere(Permission.RECORD)


@page(allow=RECORDS, methods=("GET", "POST"))
def new_file(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.RECORD)
    opened = opened_for(viewer, person)
    try:
        check_may_attach_any(opened)
    except Refused as refused:
        context = {"head": person_head(person), "refusal": refused.sentence}
        return render(request, "people/new_file.html", context)
    form = AttachForm(opened=opened)
    if request.method == "POST":
        too_large = size_not_received(request)
        form = AttachForm(request.POST, request.FILES, opened=opened, too_large=too_large)
        if _attached(request, person, form):
            return redirect("person", person.pk)
    return render(request, "people/new_file.html", {"head": person_head(person), "form": form})


@page(allow=SEES_PERSONS, action=Action.EXPORT)
def person_file(request: HttpRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    attachment = attachment_of(viewer, person_of(viewer, person_id), attachment_id)
    file = content_of(attachment)
    return foreign_download(bytes(file.content), str(attachment.title), file.media_type)


@page(allow=RECORDS, methods=("GET", "POST"))
def file_removal(request: HttpRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.RECORD)
    attachment = attachment_of(viewer, person, attachment_id)
    form = RemovalForm(request.POST or None)
    if form.is_valid() and _removed(request, person, attachment_id, form):
        return redirect("person", person.pk)
    context = {"head": person_head(person), "file": attachment, "form": form}
    return render(request, "people/file_removal.html", context)


def _attached(request: HttpRequest, person: Person, form: AttachForm) -> bool:
    """Whether it was kept; otherwise why not stands in the form."""
    if not form.is_valid():
        return False
    try:
        kept = attach(viewer_of(request), person, form.new_file())
    except Refused as refused:
        form.add_error("file", refused.sentence)
        return False
    told = [_("Filen är bifogad."), *removed_sentences(kept.removed)]
    messages.success(request, " ".join(told))
    return True


def _removed(request: HttpRequest, person: Person, attachment_id: UUID, form: RemovalForm) -> bool:
    try:
        remove(viewer_of(request), person, attachment_id, why=form.cleaned_data["why"])
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return False
    messages.success(request, _("Filen är borttagen."))
    return True
