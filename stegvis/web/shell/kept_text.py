"""Text that was on its way when the session ended: kept, offered again, let go."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from stegvis.core.actions.drafts import forget, keep, kept
from stegvis.core.actions.pages import viewer_of
from stegvis.core.values.viewers import PageDeclaration

ENDED, KEPT = "session_ended", "kept_places"
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "form_key", "code", "credential"})
LONGEST_PLACE = 300  # of Draft.place
MOST_PLACES = 20  # own choice: more than anybody has open, and nobody fills the database signed out
REDIRECTS = frozenset({302, 303})

Fields = dict[str, str | list[str]]


@dataclass(frozen=True)
class Waiting:
    """What the frame of a page says of kept text: it stands in the form, or can be sent again."""

    place: str
    is_filled_in: bool = False
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def written(self) -> list[str]:
        """What a person would know again: words, not the codes of choices and buttons."""
        return [value for _name, value in self.fields if " " in value.strip()]


def kept_text(request: HttpRequest, place: str = "") -> Fields:
    """What was being sent to this address (or `place`) when the session ended; for `initial=`.

    The page then says so by itself, and sending the form lets the text go.
    """
    place = place or request.path
    user = viewer_of(request).user
    found = kept(user, place) if user and request.method == "GET" else None
    if found:
        request.kept_text_place = place  # type: ignore[attr-defined]
        _remember(request, place)
    return found or {}


def waiting_text(request: HttpRequest) -> Waiting | None:
    """Asked for by every page; asks the database only after a session has ended."""
    place = getattr(request, "kept_text_place", "")
    if place:
        return Waiting(place, is_filled_in=True)
    if not hasattr(request, "viewer"):
        return None  # refused before anybody asked who it was
    user = viewer_of(request).user
    if user is None or request.method != "GET":
        return None
    found = ((place, kept(user, place)) for place in request.session.get(KEPT, ()))
    return next((Waiting(one, fields=_flat(fields)) for one, fields in found if fields), None)


def keep_what_was_sent(request: HttpRequest) -> None:
    """Words only: no file, no password. Told on the page of sign-in."""
    fields = _text_of(request) if request.method == "POST" else {}
    has_room = len({*request.session.get(KEPT, ()), request.path}) <= MOST_PLACES
    if fields and has_room and len(request.path) <= LONGEST_PLACE:
        ended = request.session[ENDED]
        keep(UUID(ended["user"]), request.path, fields)
        request.session[ENDED] = {**ended, "kept": True}
        _remember(request, request.path)


def forget_what_was_sent(request: HttpRequest, response: HttpResponse) -> None:
    if request.method == "POST" and response.status_code in REDIRECTS:
        let_go(request, request.path)


def let_go(request: HttpRequest, place: str) -> None:
    places = request.session.get(KEPT, [])
    if place in places and request.user.is_authenticated:
        forget(request.user.pk, place)
        request.session[KEPT] = [one for one in places if one != place]


def page_of(request: HttpRequest, declared: PageDeclaration) -> str:
    """The page to come back to: a form's own, or the one that it was sent from."""
    if request.method == "GET":
        return request.get_full_path()
    if "GET" in declared.methods:
        return request.path
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else "/"


def _remember(request: HttpRequest, place: str) -> None:
    request.session[KEPT] = sorted({*request.session.get(KEPT, ()), place})


def _flat(fields: Fields) -> tuple[tuple[str, str], ...]:
    lists = {name: [one] if isinstance(one, str) else one for name, one in fields.items()}
    return tuple((name, value) for name, values in lists.items() for value in values)


def _text_of(request: HttpRequest) -> Fields:
    return {
        name: values[0] if len(values) == 1 else values
        for name, values in request.POST.lists()
        if any(values) and name not in NEVER_KEPT and "password" not in name
    }
