"""A participant gets a page of their own: by a letter, sent or on paper from their case worker."""

from base64 import b64encode
from typing import Any
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.refusals import Refused
from stegvis.participants.actions.own_pages import open_own_page, write_anew
from stegvis.participants.forms.exceptions import OwnPageForm
from stegvis.web.administration.passwords import by_letter, first_link
from stegvis.web.consents.entrance import TAKES_CONSENT, consenting
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.sending import BOTH, SEND, sent

SECONDS_A_DAY = 24 * 60 * 60


@page(allow=TAKES_CONSENT, methods=BOTH)
def own_page(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    form = OwnPageForm(sent(request), on_paper=not settings.STEGVIS_SENDS_LETTERS)
    if request.method == "POST" and form.is_valid():
        try:
            account = open_own_page(person, email=form.cleaned_data["email"], viewer=viewer)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _handed_over(request, person, account)
    context = {"head": person_head(person), "form": form}
    return render(request, "consents/own_page.html", context)


@page(allow=TAKES_CONSENT, methods=SEND)
def own_page_letter(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Another, where the first was lost before it was used: that one opens nothing any more."""
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    return _handed_over(request, person, write_anew(person, viewer=viewer))


def _handed_over(request: HttpRequest, person: Any, account: Any) -> HttpResponse:
    """The paper is the answer itself: the link is kept nowhere, and is not shown again."""
    if settings.STEGVIS_SENDS_LETTERS:
        messages.success(request, by_letter(request, account))
        return redirect("person", person.pk)
    link = first_link(request, account)
    context = {
        "head": person_head(person),
        "link": link,
        "picture": _picture(link),
        "email": account.email,
        "days": settings.PASSWORD_RESET_TIMEOUT // SECONDS_A_DAY,
        "address": request.build_absolute_uri(reverse("home")),
    }
    return render(request, "consents/own_page_letter.html", context)


def _picture(link: str) -> str:
    """The link as a QR code: with a phone nobody has to copy it by hand."""
    drawn = b64encode(get_adapter().build_totp_svg(link).encode()).decode()
    return f"data:image/svg+xml;base64,{drawn}"
