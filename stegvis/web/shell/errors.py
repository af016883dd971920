"""Answers that are no page: each says what happened and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same for what is hidden and what does not exist."""
    del exception
    return render(request, "shell/not_found.html", status=404)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return render(request, "shell/not_understood.html", status=400)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    del reason
    return render(request, "shell/form_too_old.html", status=403)


def went_wrong(_request: HttpRequest) -> HttpResponse:
    """Rendered without anything that may have gone wrong: no database, no person."""
    return HttpResponse(render_to_string("shell/went_wrong.html"), status=500)


def database_is_away(_request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(render_to_string("shell/database_is_away.html"), status=503)
    answer["Retry-After"] = "5"
    return answer
