"""Questions about persons with whom nobody works any more: they wait for a unit head."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from stegvis.core.actions import row_security
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.queries.heads import units_covered_by
from stegvis.organisations.queries.names import user_names
from stegvis.participants.models import LinkRequest
from stegvis.participants.queries.responsible import works_with

WHY = "a question that nobody could read"


@dataclass(frozen=True)
class Unheard:
    """Who asks, and for whom; never what for, which may tell of whom. `agency` answers."""

    id: UUID
    person: UUID
    asked_by: str
    asked_for: str
    asked_at: datetime
    unit: str
    agency: UUID


def unheard_questions(viewer: Viewer) -> list[Unheard]:
    """The oldest first."""
    with row_security.unscoped(reason=WHY):
        rows = [one for one in _open(viewer) if not works_with(one.person_id, viewer.on)]
    names = user_names(one.asked_by for one in rows)
    return [
        Unheard(
            id=one.pk,
            person=one.person_id,
            asked_by=names.get(one.asked_by, ""),
            asked_for=one.asked_for.name,
            asked_at=one.asked_at,
            unit=one.to_unit.name,
            agency=one.to_unit.agency_id,
        )
        for one in rows
    ]


def unheard_question_of(viewer: Viewer, question_id: UUID) -> Unheard:
    found = [one for one in unheard_questions(viewer) if one.id == question_id]
    if not found:
        raise LinkRequest.DoesNotExist
    return found[0]


def _open(viewer: Viewer) -> "QuerySet[Any]":
    rows: QuerySet[Any] = LinkRequest.objects.unscoped(reason=WHY).filter(
        to_unit__in=units_covered_by(viewer), answer="", person__isnull=False
    )
    waiting = rows.exclude(asked_by=viewer.user).select_related("asked_for", "to_unit")
    return waiting.order_by("asked_at", "pk")
