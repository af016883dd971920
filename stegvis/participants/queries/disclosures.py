"""What has been told on purpose, as the sender and the recipient have it."""

from uuid import UUID

from django.db.models import QuerySet

from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Disclosure, Person
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.values.disclosures import Copy


def disclosures_of(viewer: Viewer, person: Person) -> list[Disclosure]:
    """The latest first, without what they said."""
    seen = _with_names(Disclosure.objects.of(viewer, person))
    return list(seen)


def received(viewer: Viewer) -> "QuerySet[Disclosure]":
    """What the viewer's agencies have been told of those whom the viewer sees."""
    seen = Disclosure.objects.visible_to(viewer).filter(recipient__in=viewer.agencies)
    return _with_names(seen)


def unreceived(viewer: Viewer) -> int:
    """How many nobody has said that they have received.

    Most days there are none, which is asked first: it takes a tenth of the time.
    """
    waiting = {"recipient__in": viewer.agencies, "received_at": None}
    told = Disclosure.objects.unscoped(reason="whether there is anything to count")
    return received(viewer).filter(**waiting).count() if told.filter(**waiting).exists() else 0


def received_one(viewer: Viewer, disclosure_id: UUID) -> Disclosure:
    seen = Disclosure.objects.visible_to(viewer).filter(recipient__in=viewer.agencies)
    found: Disclosure = seen.select_related("person", "owner", "recipient").get(pk=disclosure_id)
    return found


def disclosure_of(viewer: Viewer, person: Person, disclosure_id: UUID) -> Disclosure:
    """As its sender has it: the recipient sees the copy only."""
    own = [one.pk for one in acting_for(viewer, person)]
    seen = Disclosure.objects.of(viewer, person).filter(owner__in=own)
    found: Disclosure = seen.select_related("owner", "recipient").get(pk=disclosure_id)
    return found


def copy_of(disclosure: Disclosure) -> Copy:
    return Copy.model_validate_json(str(disclosure.content))


def _with_names(rows: "QuerySet[Disclosure]") -> "QuerySet[Disclosure]":
    named = rows.select_related("person", "owner", "recipient").defer("content")
    return named.order_by("-sent_at", "pk")
