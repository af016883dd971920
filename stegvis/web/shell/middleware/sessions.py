"""Sessions end: when nobody has done anything for a while, and at the end of a working day.

What was being sent just then is kept for the one who wrote it, and offered after sign-in.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from stegvis.core.values.viewers import NOBODY
from stegvis.web.shell.kept_text import ENDED, forget_what_was_sent, keep_what_was_sent, page_of

Respond = Callable[[HttpRequest], HttpResponse]

BEGAN, LATEST = "began_at", "latest_at"
SECONDS_BETWEEN_WRITES = 60


class LimitedSessions:
    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _end_or_prolong(request, time.time())
        response = self.respond(request)
        forget_what_was_sent(request, response)
        return _whole_page(request, response)

    def process_view(
        self, request: HttpRequest, view: Any, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Runs when the form has been found to be ours: the middleware before this sees to that."""
        declared = getattr(view, "page", None)
        if request.user.is_authenticated or declared is None or declared.allow(NOBODY):
            return None
        if ENDED in request.session:
            keep_what_was_sent(request)
        return redirect_to_login(page_of(request, declared))


def _end_or_prolong(request: HttpRequest, now: float) -> None:
    session = request.session
    if ENDED in session:
        del session[ENDED]
    began, latest = session.setdefault(BEGAN, now), session.setdefault(LATEST, now)
    idle = now - latest > settings.STEGVIS_IDLE_MINUTES * 60
    if idle or now - began > settings.STEGVIS_LONGEST_SESSION_HOURS * 3600:
        user = str(request.user.pk)
        logout(request)
        request.session[ENDED] = {"user": user, "idle": idle, "kept": False}
    elif now - latest > SECONDS_BETWEEN_WRITES:
        session[LATEST] = now


def _whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A fragment that needs a sign-in becomes the whole page of it."""
    sign_in, where = resolve_url(settings.LOGIN_URL), response.get("Location", "")
    if not getattr(request, "htmx", False) or not where.startswith(sign_in):
        return response
    here = request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
    return HttpResponseClientRedirect(f"{sign_in}?{urlencode({'next': here})}")
