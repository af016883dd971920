"""The person at the screen, as `request.viewer`; asked for once, and only where it is used."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.queries.viewers import viewer_as
from stegvis.web.accounts.assurance import level_of

Respond = Callable[[HttpRequest], HttpResponse]


def viewer_at_the_screen(respond: Respond) -> Respond:
    def with_viewer(request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: _viewer(request))  # type: ignore[attr-defined]
        return respond(request)

    return with_viewer


def _viewer(request: HttpRequest) -> Viewer:
    today: date = timezone.localdate()
    return viewer_as(request.user, on=today, level=level_of(request))
