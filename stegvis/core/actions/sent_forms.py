"""A form carries a key; the same key is carried out once, however often it is sent."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from stegvis.core.models import SentForm

KEY = "form_key"
REDIRECTS = frozenset({302, 303})
LONGEST_ANSWER = 500  # of SentForm.answer


def carried_out_once(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """What `act` answers, or where it led the first time.

    Runs inside the transaction of the page: a second sending waits here for the first to be
    decided. A form that was refused may be sent again.
    """
    key = _key_of(request)
    if key is None:
        return act()
    sent, is_new = SentForm.objects.get_or_create(
        key=key,
        defaults={"user": request.viewer.user},  # type: ignore[attr-defined]
    )
    if not is_new:
        same_person = sent.user == request.viewer.user  # type: ignore[attr-defined]
        return HttpResponseRedirect(sent.answer if same_person and sent.answer else request.path)
    response = act()
    if response.status_code in REDIRECTS:
        led_to = response["Location"]
        sent.answer = led_to if len(led_to) <= LONGEST_ANSWER else ""
        sent.save(update_fields=["answer"])
    else:
        sent.delete()
    return response


def _key_of(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(KEY, ""))
    except ValueError:
        return None
