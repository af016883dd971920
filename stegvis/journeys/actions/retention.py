"""What is erased of a journey with its person, and what keeps the person here."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils import timezone

from stegvis.core.values.retention import PersonRows, Scope, latest, register_clock, register_rows
from stegvis.journeys.models import Enrolment
from stegvis.journeys.values.journeys import REGISTERED_IN_ERROR

ROWS = (
    PersonRows("journeys.Earlier", noted="recorded_at"),
    PersonRows("journeys.Enrolment", noted="recorded_at"),
    PersonRows("journeys.Income", noted="recorded_at"),
    PersonRows("journeys.Plan", noted="recorded_at"),
)


def register_all() -> None:
    register_clock(enrolled)
    register_rows(*ROWS)


def enrolled(scope: Scope) -> Mapping[UUID, date | None]:
    """Whoever has not left is here; one that never was keeps nobody."""
    rows = Enrolment.objects.unscoped(reason="whose time is over").filter(**scope.of())
    told = rows.exclude(exit_reason=REGISTERED_IN_ERROR).values_list("person", "exited_on")
    today = timezone.localdate()
    return latest({person: day if day and day <= today else None} for person, day in told)
