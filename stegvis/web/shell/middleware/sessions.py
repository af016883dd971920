"""Sessions end: when nobody has done anything for a while, and at the end of a working day."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]

BEGAN, LATEST = "began_at", "latest_at"
SECONDS_BETWEEN_WRITES = 60


def limited_sessions(respond: Respond) -> Respond:
    def within_limits(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _end_or_prolong(request, time.time())
        return respond(request)

    return within_limits


def _end_or_prolong(request: HttpRequest, now: float) -> None:
    session = request.session
    began, latest = session.setdefault(BEGAN, now), session.setdefault(LATEST, now)
    idle = now - latest > settings.STEGVIS_IDLE_MINUTES * 60
    if idle or now - began > settings.STEGVIS_LONGEST_SESSION_HOURS * 3600:
        logout(request)
        request.session_ended = True  # type: ignore[attr-defined]
    elif now - latest > SECONDS_BETWEEN_WRITES:
        session[LATEST] = now
