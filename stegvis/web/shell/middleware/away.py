"""The database is away while a view asks it: a page that says so. The rest is in `errors`."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from stegvis.web.shell.errors import AWAY, database_is_away

Respond = Callable[[HttpRequest], HttpResponse]


class DatabaseAway:
    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return database_is_away(request) if isinstance(error, AWAY) else None
