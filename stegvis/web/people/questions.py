"""Questions from others to be let in, answered by the unit responsible."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.questions import let_in, refuse_question
from stegvis.participants.forms.questions import LetInForm
from stegvis.participants.queries.questions import questions_of

ANSWERS = MayAnywhere(Permission.DISCLOSE)
LET_IN = "let_in"


@page(allow=ANSWERS, action=Action.LIST)
def questions(request: HttpRequest) -> HttpResponse:
    waiting = [
        (one, LetInForm(auto_id=f"id_{one.id}_%s")) for one in questions_of(viewer_of(request))
    ]
    return render(request, "people/questions.html", {"waiting": waiting})


@page(allow=ANSWERS, methods=("POST",))
def answer_question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    if request.POST.get("do") != LET_IN:
        refuse_question(question_id, viewer=viewer)
        messages.success(request, _("De släpps inte in, och får inte veta att personen finns här."))
        return redirect("people_questions")
    form = LetInForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Välj på vilken grund de släpps in."))
    person = let_in(question_id, ground=form.chosen, viewer=viewer)
    messages.success(request, _("De är nu med kring personen. Se vilka som får se på sidan."))
    return redirect("person", person.pk)
