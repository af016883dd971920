"""The declaration on every view: who may enter, by which methods; a GET changes nothing.

    @page(allow=signed_in, methods=("GET", "POST"))
    def report(request, programme_id): ...

A GET runs in a read-only transaction, a POST in one atomic transaction, and both are rendered
inside it. A form that is sent twice is carried out once.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import SimpleTemplateResponse

from stegvis.core.actions.sent_forms import carried_out_once
from stegvis.core.values.viewers import Allow, PageDeclaration, Viewer

View = Callable[..., HttpResponse]
READING = frozenset({"GET", "HEAD", "OPTIONS"})


def page(*, allow: Allow, methods: tuple[str, ...] = ("GET",), writes_on_get: str = "") -> Any:
    """`writes_on_get` is the reason why a GET of somebody else's view may write."""
    declared = PageDeclaration(allow, methods, writes_on_get)

    def declare(view: View) -> View:
        @wraps(view)
        def declared_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return _entered(request, declared) or _answered(view, request, declared, args, kwargs)

        declared_view.page = declared  # type: ignore[attr-defined]
        declared_view.login_required = False  # type: ignore[attr-defined] # it is asked above
        return declared_view

    return declare


def viewer_of(request: HttpRequest) -> Viewer:
    return cast("Viewer", request.viewer)  # type: ignore[attr-defined]


def _entered(request: HttpRequest, declared: PageDeclaration) -> HttpResponse | None:
    """The answer to whoever may not enter: the same as if there were no such page."""
    viewer = viewer_of(request)
    if not declared.allow(viewer):
        if viewer.is_signed_in:
            raise Http404
        return _sign_in_first(request)
    method = "GET" if request.method == "HEAD" else request.method
    if method not in declared.methods:
        return HttpResponseNotAllowed(declared.methods)
    return None


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    from django.contrib.auth.views import redirect_to_login  # noqa: PLC0415 - needs the models

    where = request.get_full_path() if request.method == "GET" else request.path
    return redirect_to_login(where)


def _answered(
    view: View,
    request: HttpRequest,
    declared: PageDeclaration,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> HttpResponse:
    try:
        with transaction.atomic():
            if request.method in READING:
                if not declared.writes_on_get:
                    _refuse_writes()
                return _rendered(view(request, *args, **kwargs))
            return carried_out_once(request, lambda: _rendered(view(request, *args, **kwargs)))
    except ObjectDoesNotExist as error:
        raise Http404 from error


def _refuse_writes() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")


def _rendered(response: HttpResponse) -> HttpResponse:
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    return response
