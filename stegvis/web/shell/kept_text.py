"""Text that was on its way when the session ended: kept, offered in its form, let go."""

from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from stegvis.core.actions.drafts import forget, keep, kept
from stegvis.core.actions.pages import viewer_of
from stegvis.core.values.viewers import PageDeclaration

ENDED, OFFERED = "session_ended", "kept_text_offered"
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "form_key", "code", "credential"})
LONGEST_PLACE = 300  # of Draft.place
REDIRECTS = frozenset({302, 303})

Fields = dict[str, str | list[str]]


def kept_text(request: HttpRequest, place: str = "") -> Fields:
    """What was being sent to this address (or `place`) when the session ended; for `initial=`.

    The page then says so by itself, and sending the form lets the text go.
    """
    place = place or request.path
    user = viewer_of(request).user
    found = kept(user, place) if user and request.method == "GET" else None
    if found:
        request.kept_text_place = place  # type: ignore[attr-defined]
        request.session[OFFERED] = sorted({*request.session.get(OFFERED, ()), place})
    return found or {}


def keep_what_was_sent(request: HttpRequest) -> None:
    """Words only: no file, no password. Told on the page of sign-in."""
    fields = _text_of(request) if request.method == "POST" else {}
    if fields and len(request.path) <= LONGEST_PLACE:
        ended = request.session[ENDED]
        keep(UUID(ended["user"]), request.path, fields)
        request.session[ENDED] = {**ended, "kept": True}


def forget_what_was_sent(request: HttpRequest, response: HttpResponse) -> None:
    if request.method != "POST" or response.status_code not in REDIRECTS:
        return
    offered = request.session.get(OFFERED, [])
    if request.path in offered and request.user.is_authenticated:
        forget(request.user.pk, request.path)
        request.session[OFFERED] = [place for place in offered if place != request.path]


def page_of(request: HttpRequest, declared: PageDeclaration) -> str:
    """The page to come back to: a form's own, or the one that it was sent from."""
    if request.method == "GET":
        return request.get_full_path()
    if "GET" in declared.methods:
        return request.path
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else "/"


def _text_of(request: HttpRequest) -> Fields:
    return {
        name: values[0] if len(values) == 1 else values
        for name, values in request.POST.lists()
        if any(values) and name not in NEVER_KEPT and "password" not in name
    }
