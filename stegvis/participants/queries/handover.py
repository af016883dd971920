"""How many open cases somebody has, for whoever must find them another: numbers, never persons."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from stegvis.core.actions import row_security
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Involvement

FOR = "counting what is to be handed over"


@dataclass(frozen=True)
class OpenCases:
    """`programme` is "" for those outside any programme."""

    programme: str
    persons: int


def open_cases(user: UUID, *, viewer: Viewer, associations: Collection[UUID]) -> list[OpenCases]:
    """Of a user's own involvements that hold today; those of a unit stay with the unit."""
    with row_security.unscoped(reason=FOR):
        mine = Involvement.objects.unscoped(reason=FOR).filter(
            user=user, agency__association__in=associations
        )
        held = mine.current(viewer).order_by("programme__name").values_list("programme__name")
        counted = list(held.annotate(n=Count("person", distinct=True)))
    return [OpenCases(name or "", n) for name, n in counted]
