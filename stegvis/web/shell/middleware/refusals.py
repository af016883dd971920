"""A refusal that no view has met: its sentence on a page of its own, and nothing is changed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from stegvis.core.values.refusals import Refused
from stegvis.web.shell.errors import refused

Respond = Callable[[HttpRequest], HttpResponse]


class RefusalsTold:
    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refused(request, error) if isinstance(error, Refused) else None
