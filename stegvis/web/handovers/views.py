"""A unit head sees who leaves, and gives their cases to others."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere, Viewer
from stegvis.organisations.queries.heads import Leaver, workers_of
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.handover import give_case, hand_over, show_names
from stegvis.participants.forms.handover import GiveCaseForm, HandOverForm
from stegvis.participants.queries.handover import cases_of, leaver_of, waiting_leavers
from stegvis.participants.queries.unheard import unheard_question_of, unheard_questions
from stegvis.participants.values.handover import Case
from stegvis.web.handovers.presenters import (
    case_rows,
    leaver_rows,
    leaving_words,
    question_rows,
)
from stegvis.web.shell.sending import BOTH, SEND, done, sent

HANDS_OVER = MayAnywhere(Permission.HAND_OVER)
PURPOSE = "handover"


@page(allow=HANDS_OVER)
def handovers(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "rows": leaver_rows(waiting_leavers(viewer), viewer.on),
        "questions": question_rows(unheard_questions(viewer)),
    }
    return render(request, "handovers/handovers.html", context)


@page(allow=HANDS_OVER, methods=BOTH, purpose=PURPOSE)
def give_question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Whoever gets the case sees the question under those of others, and answers it."""
    viewer = viewer_of(request)
    question = unheard_question_of(viewer, question_id)
    form = GiveCaseForm(sent(request), workers=workers_of(question.agency, viewer.on))

    def act() -> str:
        give_case(question.id, form.chosen, viewer=viewer)
        return _("Ärendet har någon ny, som också svarar på frågan.")

    if request.method == "POST" and done(request, form, act):
        return redirect("handovers")
    context = {"form": form, "question": question_rows([question])[0]}
    return render(request, "handovers/question.html", context)


@page(allow=HANDS_OVER, methods=BOTH, action=Action.LIST, purpose=PURPOSE)
def handover(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    leaver = leaver_of(viewer, membership_id)
    cases = cases_of(viewer, leaver)
    form = _form(request, leaver, cases, viewer)

    def act() -> str:
        n = hand_over(leaver, form.chosen, viewer=viewer)
        said = ngettext("{n} ärende är överlämnat.", "{n} ärenden är överlämnade.", n)
        return said.format(n=n)

    if request.method == "POST" and done(request, form, act):
        return redirect("handovers")
    context = {
        "leaver": leaver,
        "when": leaving_words(leaver, viewer.on),
        "form": form,
        "rows": case_rows(form.pairs, leaver),
        "unnamed": sum(one.may_be_named for one in cases),
        "has_hidden": any(not one.name and not one.may_be_named for one in cases),
    }
    return render(request, "handovers/handover.html", context)


@page(allow=HANDS_OVER, methods=SEND, purpose=PURPOSE)
def handover_names(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """The names are shown to the head from now on, for a while."""
    viewer = viewer_of(request)
    leaver = leaver_of(viewer, membership_id)
    show_names(leaver, viewer=viewer)
    messages.success(request, _("Namnen visas. Det står i loggen, och på personernas sidor."))
    return redirect("handover", leaver.membership)


def _form(request: HttpRequest, leaver: Leaver, cases: list[Case], viewer: Viewer) -> HandOverForm:
    """Whoever moves may keep what they have."""
    first = max(viewer.on, leaver.leaves_on)
    there = workers_of(leaver.agency, first)
    workers = [one for one in there if leaver.moved_to or one[0] != leaver.user]
    return HandOverForm(sent(request), cases=cases, workers=workers, first=first)
