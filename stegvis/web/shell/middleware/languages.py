"""The language of the answer: the one chosen here, the account's own, or Swedish."""

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
    written = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return written if written in LANGUAGES else SOURCE_LANGUAGE
