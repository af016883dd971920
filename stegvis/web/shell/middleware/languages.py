"""The language of the answer: the one chosen on this screen, the account's own, or Swedish."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from stegvis.core.values.language import LANGUAGES, SOURCE_LANGUAGE, speaking

Respond = Callable[[HttpRequest], HttpResponse]


def chosen_language(respond: Respond) -> Respond:
    def in_language(request: HttpRequest) -> HttpResponse:
        language = _language(request)
        with translation.override(language), speaking(language):
            response = respond(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return in_language


def _language(request: HttpRequest) -> str:
    """The user was read for the session already: it costs nothing to ask."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    own = getattr(request.user, "language", "")
    return next((one for one in (chosen, own) if one in LANGUAGES), SOURCE_LANGUAGE)
