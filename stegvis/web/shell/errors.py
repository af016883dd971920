"""Answers that are no page: each says what happened and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from stegvis.core.values.language import current_language

RETRY_SECONDS = 5


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
    return HttpResponse(_alone("shell/went_wrong.html"), status=500)


def database_is_away(request: HttpRequest) -> HttpResponse:
    """What was asked for is asked for again by itself; what was sent is not."""
    retry = RETRY_SECONDS if request.method in {"GET", "HEAD"} else 0
    answer = HttpResponse(_alone("shell/database_is_away.html", retry_seconds=retry), status=503)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def _alone(template: str, retry_seconds: int = 0) -> str:
    values = {"language": current_language(), "retry_seconds": retry_seconds}
    return render_to_string(template, values)
