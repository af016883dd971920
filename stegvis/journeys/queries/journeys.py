"""A person's journeys with all that is recorded of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.journeys.calculations.deadlines import Deadline, plans_due
from stegvis.journeys.models import Enrolment, Income, Plan
from stegvis.participants.models import Person
from stegvis.programmes.queries.definitions import decided_each
from stegvis.programmes.values.definition import Definition


@dataclass(frozen=True)
class Journey:
    """One enrolment with its plans and incomes, and the plans that are still to be made."""

    enrolment: Enrolment
    definition: Definition
    plans: list[Plan]
    incomes: list[Income]
    due: list[Deadline]


def journeys_of(viewer: Viewer, person: Person) -> list[Journey]:
    """The latest first; five queries however many they are."""
    seen = Enrolment.objects.visible_to(viewer).filter(person=person)
    return _journeys(viewer, seen.order_by("-enrolled_on", "pk"))


def ongoing(viewer: Viewer) -> list[Journey]:
    """Of everybody the viewer sees who has not left: for the list of what is to be done."""
    seen = Enrolment.objects.visible_to(viewer).filter(exited_on=None)
    return _journeys(viewer, seen.order_by("enrolled_on", "pk"))


def journey_of(viewer: Viewer, enrolment_id: UUID) -> Journey:
    seen = Enrolment.objects.visible_to(viewer).filter(pk=enrolment_id)
    found = _journeys(viewer, seen)
    if not found:
        raise Enrolment.DoesNotExist
    return found[0]


def row_of(kind: type[Plan | Income], viewer: Viewer, row_id: UUID) -> Any:
    return kind.objects.visible_to(viewer).select_related("enrolment__programme").get(pk=row_id)


def _journeys(viewer: Viewer, enrolments: Any) -> list[Journey]:
    rows = list(enrolments.select_related("programme", "owner"))
    definitions = decided_each({one.programme_id: one.programme for one in rows}.values())
    plans = _by_enrolment(Plan.objects.visible_to(viewer), rows, "established_on")
    incomes = _by_enrolment(Income.objects.visible_to(viewer), rows, "known_on")
    return [
        _journey(
            one,
            definitions[one.programme_id].definition,
            plans.get(one.pk, []),
            incomes.get(one.pk, []),
        )
        for one in rows
        if one.programme_id in definitions
    ]


def _journey(
    enrolment: Enrolment, definition: Definition, plans: list[Plan], incomes: list[Income]
) -> Journey:
    made = [] if enrolment.has_left else [one.plan_kind for one in plans]
    due = [] if enrolment.has_left else plans_due(definition, enrolment.enrolled_on, made)
    return Journey(enrolment, definition, plans, incomes, due)


def _by_enrolment(seen: Any, rows: Iterable[Enrolment], day: str) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for one in seen.filter(enrolment__in=[row.pk for row in rows]).order_by(day, "pk"):
        found.setdefault(one.enrolment_id, []).append(one)
    return found


def late_and_soon(journeys: Iterable[Journey], today: date) -> tuple[int, int]:
    """How many plans are late, and how many are to be made within the week."""
    due = [deadline for one in journeys for deadline in one.due]
    return sum(one.is_late(today) for one in due), sum(one.is_soon(today) for one in due)
