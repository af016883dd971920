"""An exception is made and ended, and what the participant asked for is answered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.sightings import Action
from stegvis.participants.actions.exceptions import end_exception, make_exception
from stegvis.participants.actions.wishes import answer
from stegvis.participants.forms.exceptions import AnswerForm, ExceptionForm
from stegvis.participants.queries.acting import acting_for, agencies_of
from stegvis.participants.queries.own import unanswered, wish_of
from stegvis.participants.queries.recipients import colleagues_of
from stegvis.web.consents.entrance import TAKES_CONSENT, consenting
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.sending import BOTH, SEND, done, sent


@page(allow=TAKES_CONSENT, methods=BOTH)
def new_exception(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    form = ExceptionForm(
        sent(request),
        viewer=viewer,
        own=acting_for(viewer, person),
        agencies=agencies_of(person.association_id, viewer),
        colleagues=colleagues_of(person, viewer),
    )

    def make() -> str:
        make_exception(person, form.exception(), viewer=viewer)
        return _("Undantaget är sparat. Det gäller redan och går före alla samtycken.")

    if request.method == "POST" and done(request, form, make):
        return redirect("person", person.pk)
    context = {"head": person_head(person), "form": form}
    return render(request, "consents/new_exception.html", context)


@page(allow=TAKES_CONSENT, methods=SEND)
def exception_end(request: HttpRequest, person_id: UUID, exception_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    end_exception(person, exception_id, viewer=viewer)
    messages.success(request, _("Undantaget är avslutat."))
    return redirect("person", person.pk)


@page(allow=TAKES_CONSENT, methods=BOTH)
def answer_wish(request: HttpRequest, person_id: UUID, wish_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    wish = wish_of(viewer, person, wish_id)
    form = AnswerForm(sent(request))

    def reply() -> str:
        answer(person, wish.pk, form.cleaned_data["text"], viewer=viewer)
        return _("Svaret är skickat till deltagarens sida.")

    if request.method == "POST" and done(request, form, reply):
        return redirect("person", person.pk)
    context = {"head": person_head(person), "form": form, "wish": wish}
    return render(request, "consents/answer_wish.html", context)


@page(allow=TAKES_CONSENT, action=Action.LIST)
def wishes(request: HttpRequest) -> HttpResponse:
    """Those that wait for an answer."""
    found = unanswered(viewer_of(request))
    return render(request, "consents/wishes.html", {"wishes": list(found)})
