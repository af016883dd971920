"""What is done with a delivery: each a button, and a sentence about how it went."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.results.actions import deliveries
from stegvis.results.queries.deliveries import Delivery, deliverable, delivery_of
from stegvis.web.data.views import DELIVERS

POST = ("POST",)
Act = Callable[[Delivery, UUID | None], object]


@page(allow=DELIVERS, methods=POST)
def apply(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    return _done(request, (programme_id, delivery_id), _apply)


@page(allow=DELIVERS, methods=POST)
def check(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    return _done(request, (programme_id, delivery_id), _check)


@page(allow=DELIVERS, methods=POST)
def dismiss(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    said = _("Leveransen är avbruten och filen är raderad.")
    return _done(request, (programme_id, delivery_id), _dismiss, said)


@page(allow=DELIVERS, methods=POST)
def undo(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    said = _("Inläsningen är ångrad. Uppgifterna är som de var före den.")
    return _done(request, (programme_id, delivery_id), _undo, said)


def _done(request: HttpRequest, ids: tuple[UUID, UUID], act: Act, said: str = "") -> HttpResponse:
    viewer = viewer_of(request)
    programme = deliverable(viewer, ids[0])
    found = delivery_of(viewer, ids[1], programme)
    try:
        act(found, viewer.user)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        if said:
            messages.success(request, said)
    return HttpResponseRedirect(reverse("delivery", args=[programme.pk, found.pk]))


def _apply(delivery: Delivery, by: UUID | None) -> object:
    return deliveries.ask_to_apply(delivery, by=by)


def _check(delivery: Delivery, by: UUID | None) -> object:
    return deliveries.check_again(delivery, by=by)


def _dismiss(delivery: Delivery, _by: UUID | None) -> None:
    deliveries.dismiss(delivery)


def _undo(delivery: Delivery, by: UUID | None) -> None:
    deliveries.undo(delivery, by=by)
