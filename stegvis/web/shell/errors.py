"""Answers that are no page: each says what happened and what to do."""

import re
import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.template.loader import render_to_string

from stegvis.core.values.language import current_language
from stegvis.core.values.refusals import Refused

RETRY_SECONDS = 5
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
SECRET = re.compile("password|^code$|^credential$")
AWAY = (OperationalError, InterfaceError)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same for what is hidden and what does not exist."""
    del exception
    return render(request, "shell/not_found.html", status=404)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return render(request, "shell/not_understood.html", status=400)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """For what no page of its own has a place to say."""
    return render(request, "shell/refused.html", {"refused": refusal}, status=409)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    del reason
    sent = [(name, value) for name, value in _sent(request) if name != TOKEN]
    return render(request, "shell/form_too_old.html", {"sent": sent}, status=403)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """Rendered without anything that may have gone wrong: no database, no person.

    Django calls this while the error is being handled: also for one from a middleware.
    """
    if isinstance(sys.exc_info()[1], AWAY):
        return database_is_away(request)
    return HttpResponse(_alone("shell/went_wrong.html"), status=500)


def database_is_away(request: HttpRequest) -> HttpResponse:
    """What was asked for is asked for again by itself; what was sent waits on the page."""
    asks = request.method in {"GET", "HEAD"}
    values = {"retry_seconds": RETRY_SECONDS} if asks else {"sent": _sent(request)}
    page = _alone("shell/database_is_away.html", path=request.get_full_path(), **values)
    answer = HttpResponse(page, status=503)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field of a form of ours with its key, to be sent again; nothing where one is secret."""
    own = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin") != own:
        return []
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except UnreadablePostError:
        return []
    return [] if any(SECRET.search(name) for name, _value in fields) else fields


def _alone(template: str, **values: Any) -> str:
    return render_to_string(template, {"language": current_language(), **values})
