"""An alarm: what it tells of, and what the head says of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.sightings import Action
from stegvis.participants.actions.log_reviews import answer
from stegvis.participants.forms.log_reviews import AnswerForm
from stegvis.participants.queries.log_reviews import alarm_of, alarm_rows
from stegvis.web.logs.entrance import REVIEWS
from stegvis.web.logs.presenters import log_lines, risk_name
from stegvis.web.shell.sending import BOTH, done, sent

SHOWN = 100
"""Rows: the latest are enough to judge by, and the count says how many there were."""


@page(allow=REVIEWS, methods=BOTH, action=Action.LIST)
def log_alarm(request: HttpRequest, alarm_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    alarm = alarm_of(viewer, alarm_id)
    form = AnswerForm(sent(request))

    def acknowledge() -> str:
        answer(alarm, form.cleaned_data["note"], viewer=viewer)
        return _("Larmet är kvitterat.")

    if request.method == "POST" and done(request, form, acknowledge):
        return redirect("log_alarm", alarm.pk)
    context = {
        "alarm": alarm,
        "name": risk_name(alarm.risk),
        "lines": log_lines(alarm_rows(viewer, alarm)[-SHOWN:]),
        "answer": getattr(alarm, "answer", None),
        "form": form,
    }
    return render(request, "logs/alarm.html", context)
