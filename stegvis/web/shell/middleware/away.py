"""The database is away: a page that says so, needs nothing but itself, and tries again."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from stegvis.web.shell.errors import database_is_away

Respond = Callable[[HttpRequest], HttpResponse]


class DatabaseAway:
    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.respond(request)
        except (OperationalError, InterfaceError):
            return database_is_away(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        away = isinstance(error, (OperationalError, InterfaceError))
        return database_is_away(request) if away else None
