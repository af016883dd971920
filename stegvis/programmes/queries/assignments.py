"""Which programmes somebody works in, for whoever must find them another."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from stegvis.programmes.models import Assignment


def assigned_to(user: UUID, *, on: date, associations: Collection[UUID]) -> list[str]:
    """By name."""
    current = Assignment.objects.current_on(on).filter(user=user)
    there = current.filter(programme__association__in=associations)
    return sorted(set(there.values_list("programme__name", flat=True)))
