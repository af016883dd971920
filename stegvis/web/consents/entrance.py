"""Who enters here, and what the pages share."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, QueryDict

from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import MayAnywhere, Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.persons import Person, person_of

BOTH, SEND = ("GET", "POST"), ("POST",)
TAKES_CONSENT = MayAnywhere(Permission.TAKE_CONSENT)
DISCLOSES = MayAnywhere(Permission.DISCLOSE)


def consenting(viewer: Viewer, person_id: UUID) -> Person:
    return person_of(viewer, person_id, Permission.TAKE_CONSENT)


def sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def done(request: HttpRequest, form: Form, act: Callable[[], str]) -> bool:
    """Carries it out when the form is whole; a refusal is told on the form."""
    if not form.is_valid():
        return False
    try:
        sentence = act()
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return False
    messages.success(request, sentence)
    return True
