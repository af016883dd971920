"""What the participant sees, stops and asks for. No title says what the pages are."""

from typing import cast
from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere, anyone
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.consents import withdraw
from stegvis.participants.actions.wishes import ask
from stegvis.participants.forms.consents import WithdrawalForm
from stegvis.participants.forms.wishes import WishForm
from stegvis.participants.queries.consents import consents_of
from stegvis.participants.queries.extracts import extract, who_looked
from stegvis.participants.queries.own import own_person, wishes_of
from stegvis.participants.queries.rules import rules_of
from stegvis.reports.actions.log_extracts import log_extract_pdf
from stegvis.web.consents.presenters import consent_row
from stegvis.web.consents.signing import stopped
from stegvis.web.mine.looked import looked_line
from stegvis.web.mine.presenters import OwnConsent, own_consent, own_words
from stegvis.web.shell.downloads import download
from stegvis.web.shell.sending import BOTH, SEND, done, sent

OWN = MayAnywhere(Permission.OWN_PAGE)
FORGET = '"cache", "cookies", "storage"'
PDF = "application/pdf"


@page(allow=OWN)
def my_page(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    person = own_person(viewer)
    held = [one for one in consents_of(viewer, person) if consent_row(one, viewer.on).is_held]
    waiting = [one for one in wishes_of(viewer, person) if one.answered_at is None]
    context = {"name": person.given_name, "held": len(held), "waiting": len(waiting)}
    return render(request, "mine/my_page.html", context)


@page(allow=OWN, methods=BOTH)
def my_consents(request: HttpRequest) -> HttpResponse:
    """What holds can be stopped; all of it with one button."""
    viewer = viewer_of(request)
    person = own_person(viewer)
    rows = [own_consent(one, viewer.on) for one in consents_of(viewer, person)]
    held = [row for row in rows if row.is_held]
    form = WithdrawalForm(_chosen(request, held), choices=[(row.id, row.title) for row in held])

    def stop() -> str:
        return stopped(withdraw(person.pk, viewer=viewer, only=form.chosen, by_own=True))

    if request.method == "POST" and done(request, form, stop):
        return redirect("my_consents")
    return render(request, "mine/my_consents.html", {"rows": rows, "held": held, "form": form})


@page(allow=OWN)
def my_log(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    person = own_person(viewer)
    asked = request.GET.get("sida", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 9 else 1  # noqa: PLR2004 - digits
    names = rules_of(person.association_id).extract_names_staff
    found = who_looked(person.pk, names=names, page=number)
    context = {"lines": [looked_line(one, viewer.user) for one in found.rows], "found": found}
    return render(request, "mine/my_log.html", context)


@page(allow=OWN, action=Action.EXPORT)
def my_log_file(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    person = own_person(viewer)
    names = rules_of(person.association_id).extract_names_staff
    lines = [looked_line(one, viewer.user) for one in extract(person.pk, names=names)]
    rows = [one.as_row() for one in lines]
    content = log_extract_pdf(rows, whose=str(person), on=viewer.on, about=own_words(names=names))
    return download(content, f"utdrag-{viewer.on}.pdf", PDF)


@page(allow=OWN, methods=BOTH)
def my_wishes(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    person = own_person(viewer)
    form = WishForm(sent(request))

    def send() -> str:
        ask(person, kind=form.chosen, text=form.cleaned_data["text"], by=cast("UUID", viewer.user))
        return _("Skickat. Svaret kommer här.")

    if request.method == "POST" and done(request, form, send):
        return redirect("my_wishes")
    context = {"form": form, "wishes": wishes_of(viewer, person)}
    return render(request, "mine/my_wishes.html", context)


@page(allow=anyone, methods=SEND)
def leave_page(request: HttpRequest) -> HttpResponse:
    """Away at once: signed out, and the browser forgets what it had of these pages."""
    logout(request)
    answer = redirect("left_page")
    answer["Clear-Site-Data"] = FORGET
    return answer


@page(allow=anyone)
def left_page(request: HttpRequest) -> HttpResponse:
    """Says nothing of where one was."""
    answer = render(request, "mine/left_page.html")
    answer["Clear-Site-Data"] = FORGET
    return answer


def _chosen(request: HttpRequest, held: list[OwnConsent]) -> QueryDict | None:
    """One button takes them all back."""
    said = sent(request)
    if said is None or said.get("do") != "all":
        return said
    every = said.copy()
    every.setlist("consents", [str(row.id) for row in held])
    return every
