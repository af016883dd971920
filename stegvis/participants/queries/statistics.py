"""Who stands in the figures with everything."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stegvis.core.actions import row_security
from stegvis.participants.models import Consent, ConsentRules, Person
from stegvis.participants.policies.counting import counting
from stegvis.participants.values.consents import Purpose
from stegvis.participants.values.counting import Counted

if TYPE_CHECKING:
    from django.db.models import QuerySet

FOR = "what the figures may be made of"


def counted_as_of(persons: Iterable[UUID], on: date) -> dict[UUID, Counted]:
    """One query, whoever they are; inside a transaction, as the walls are set aside for it."""
    gated = ConsentRules.objects.filter(
        association=OuterRef("association"), statistics_need_consent=True
    )
    with row_security.unscoped(reason=FOR):
        rows = (
            Person.objects.unscoped(reason=FOR)
            .filter(pk__in=list(persons))
            .annotate(gated=Exists(gated), agreed=Exists(_in_force(Purpose.STATISTICS, on)))
        )
        return {row.pk: _counting(row) for row in rows}


def _counting(row: Any) -> Counted:
    return counting(
        is_protected=row.is_protected, needs_consent=row.gated, has_consented=row.agreed
    )


def _in_force(purpose: Purpose, on: date) -> "QuerySet[Any]":
    found: QuerySet[Any] = Consent.objects.unscoped(reason=FOR).filter(
        Q(ends_on=None) | Q(ends_on__gt=on),
        person=OuterRef("pk"),
        purpose=purpose,
        withdrawn_at=None,
        starts_on__lte=on,
    )
    return found
