"""The declaration on every view: who may enter, by which methods; a GET changes nothing.

    @page(allow=signed_in, methods=("GET", "POST"), action=Action.LIST)
    def report(request, programme_id): ...

A GET runs in a read-only transaction, a POST in one atomic transaction, and both are rendered
inside it. A form that is sent twice is carried out once. Whom the page saw stands in the access
log before the page leaves: a page that could not be logged is no page.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import SimpleTemplateResponse

from stegvis.core.actions.access_log import Visit, write, write_apart
from stegvis.core.actions.row_security import look_as
from stegvis.core.actions.sent_forms import carried_out_once
from stegvis.core.values.refusals import Refused
from stegvis.core.values.remembered import remembering
from stegvis.core.values.sightings import Action, Sighting, Sightings, collecting, refused
from stegvis.core.values.viewers import Allow, MayAnywhere, PageDeclaration, Viewer

View = Callable[..., HttpResponse]
READING = frozenset({"GET", "HEAD", "OPTIONS"})
NO = (Http404, ObjectDoesNotExist, PermissionDenied, Refused)
REFUSALS = frozenset({403, 404})
PERSON = "person_id"  # what the person of a page is called in its address


def page(
    *,
    allow: Allow,
    methods: tuple[str, ...] = ("GET",),
    writes_on_get: str = "",
    action: Action | None = None,
    purpose: str = "",
) -> Any:
    """`writes_on_get` is the reason why a GET of somebody else's view may write.

    `action` is what the page does with the persons on it where the view says nothing itself: a
    GET reads and a POST changes. On a page with both it is told of the GET. `purpose` is why.
    """
    declared = PageDeclaration(allow, methods, writes_on_get, action, purpose)

    def declare(view: View) -> View:
        @wraps(view)
        def declared_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            visit = Visit(viewer_of(request), _permission(declared), _route(request))
            with collecting(purpose=declared.purpose) as seen:
                asked = Asked(request, declared, visit, seen)
                make = partial(_made, view, request, *args, **kwargs)
                return _told_if_refused(asked, kwargs, lambda: _entered(asked, make))

        declared_view.page = declared  # type: ignore[attr-defined]
        declared_view.login_required = False  # type: ignore[attr-defined] # it is asked above
        return declared_view

    return declare


def viewer_of(request: HttpRequest) -> Viewer:
    return cast("Viewer", request.viewer)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Asked:
    """One request to one page."""

    request: HttpRequest
    declared: PageDeclaration
    visit: Visit
    seen: Sightings

    def rows(self, response: HttpResponse) -> list[Sighting]:
        status = response.status_code
        if status in REFUSALS:
            return self.seen.refusals()
        return self.seen.rows(self.declared.action_of(self.request.method or "", status))


def _told_if_refused(
    asked: Asked, kwargs: dict[str, Any], answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """What was asked of a person and not shown is logged, though the page came to nothing."""
    try:
        return answer()
    except NO as error:
        person = kwargs.get(PERSON)
        if isinstance(person, UUID):
            refused(person)
        write_apart(asked.seen.refusals(), asked.visit)
        if isinstance(error, ObjectDoesNotExist):
            raise Http404 from error
        raise


def _entered(asked: Asked, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer to whoever may not enter: the same as if there were no such page."""
    request, declared, viewer = asked.request, asked.declared, asked.visit.viewer
    if not declared.allow(viewer):
        if viewer.is_signed_in:
            raise Http404
        return _sign_in_first(request)
    method = "GET" if request.method == "HEAD" else request.method
    if method not in declared.methods:
        return HttpResponseNotAllowed(declared.methods)
    return _read(asked, make) if request.method in READING else _carried_out(asked, make)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    from django.contrib.auth.views import redirect_to_login  # noqa: PLC0415 - needs the models

    where = request.get_full_path() if request.method == "GET" else request.path
    return redirect_to_login(where)


def _read(asked: Asked, make: Callable[[], HttpResponse]) -> HttpResponse:
    with transaction.atomic():
        read_only = not asked.declared.writes_on_get
        look_as(asked.visit.viewer, read_only=read_only)
        with remembering() if read_only else nullcontext():
            response = make()
    write_apart(asked.rows(response), asked.visit)
    return response


def _carried_out(asked: Asked, make: Callable[[], HttpResponse]) -> HttpResponse:
    with transaction.atomic():
        look_as(asked.visit.viewer)
        response = carried_out_once(asked.request, make)
        write(asked.rows(response), asked.visit)
    return response


def _made(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    response = view(request, *args, **kwargs)
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    return response


def _permission(declared: PageDeclaration) -> str:
    return declared.allow.permission if isinstance(declared.allow, MayAnywhere) else ""


def _route(request: HttpRequest) -> str:
    """The name of the address, without what stands in it."""
    return (request.resolver_match.url_name or "") if request.resolver_match else ""
