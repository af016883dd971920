"""What a person chooses for their own screen: language and colours, kept in cookies."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import LANGUAGES
from stegvis.core.values.viewers import anyone
from stegvis.organisations.actions import accounts

COLOURS_COOKIE = "__Host-colours" if settings.IN_PRODUCTION else "stegvis_colours"
COLOURS = ("auto", "light", "dark")
A_YEAR = 365 * 24 * 60 * 60


def colours_of(request: HttpRequest) -> str:
    written = request.COOKIES.get(COLOURS_COOKIE, "")
    return written if written in COLOURS else COLOURS[0]


@page(allow=anyone, methods=("POST",))
def choose_language(request: HttpRequest) -> HttpResponse:
    """Also the account's own, for the next screen that the person sits down at."""
    viewer = viewer_of(request)
    if viewer.user:
        accounts.choose_language(viewer.user, request.POST.get("language", ""))
    return _kept(request, settings.LANGUAGE_COOKIE_NAME, ("language", LANGUAGES))


@page(allow=anyone, methods=("POST",))
def choose_colours(request: HttpRequest) -> HttpResponse:
    return _kept(request, COLOURS_COOKIE, ("colours", COLOURS))


def _kept(request: HttpRequest, cookie: str, asked: tuple[str, tuple[str, ...]]) -> HttpResponse:
    """Back where the person was; a choice that does not exist changes nothing."""
    field, choices = asked
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST.get(field, "")
    if chosen in choices:
        answer.set_cookie(
            cookie,
            chosen,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


def _back(request: HttpRequest) -> str:
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return back if safe else "/"
