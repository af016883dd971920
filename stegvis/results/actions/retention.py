"""What the check said of a delivery quotes what somebody wrote: it has a time of its own."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.retention import (
    Candidate,
    RecordKind,
    Scope,
    Suggestion,
    register_before,
    register_kind,
)
from stegvis.results.actions.kept import keep_facts
from stegvis.results.models import Delivery
from stegvis.results.values.deliveries import OPEN

WHY = "what the check said has served its time"
TOLD, CLOSED = "delivery_told", "closed"
MONTHS = 12  # OWN: a report is written once a year, and asks back to the delivery before it


def register_all() -> None:
    register_kind(KIND)
    register_before(keep_facts)


def told(scope: Scope, _event: str) -> Iterator[Candidate]:
    """Of deliveries that nobody waits for; those that are open show it to whoever delivers."""
    rows = Delivery.objects.unscoped(reason=WHY).filter(programme__association=scope.association)
    closed = rows.exclude(state__in=OPEN).exclude(told=None).order_by("pk")
    for row in closed.defer("told", "mapping", "excerpt", "proposal"):
        at = row.undone_at or row.applied_at or row.delivered_at
        yield Candidate(row.pk, timezone.localdate(at))


def erase_told(delivery_id: UUID) -> bool:
    rows = Delivery.objects.unscoped(reason=WHY).filter(pk=delivery_id)
    return bool(rows.exclude(told=None).update(told=None))


KIND = RecordKind(
    TOLD,
    N_("Det som kontrollen sade om en leverans"),
    "results_delivery",
    {CLOSED: N_("dagen då leveransen lästes in, ångrades eller avbröts")},
    told,
    erase_told,
    Suggestion(MONTHS, CLOSED, N_("Stegvis förslag: till nästa årsrapport.")),
    is_of_persons=False,
)
