"""What every page with a form does: take what was sent, carry it out, or tell why not."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, QueryDict

from stegvis.core.values.refusals import Refused

BOTH, SEND = ("GET", "POST"), ("POST",)


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
