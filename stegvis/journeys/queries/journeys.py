"""A person's journeys with all that is recorded of them."""

from collections.abc import Iterable
from dataclasses import dataclass
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
    """The latest first; five queries however many they are, besides what the viewer may see."""
    seen = Enrolment.objects.of(viewer, person)
    return _journeys(viewer, person, seen.order_by("-enrolled_on", "pk"))


def journey_of(viewer: Viewer, person: Person, enrolment_id: UUID) -> Journey:
    seen = Enrolment.objects.of(viewer, person).filter(pk=enrolment_id)
    found = _journeys(viewer, person, seen)
    if not found:
        raise Enrolment.DoesNotExist
    return found[0]


def plan_of(viewer: Viewer, person: Person, plan_id: UUID) -> Plan:
    found: Plan = _followed(Plan, viewer, person, plan_id)
    return found


def income_of(viewer: Viewer, person: Person, income_id: UUID) -> Income:
    found: Income = _followed(Income, viewer, person, income_id)
    return found


def _followed(kind: Any, viewer: Viewer, person: Person, row_id: UUID) -> Any:
    seen = kind.objects.of(viewer, person).select_related("enrolment__programme")
    return seen.get(pk=row_id)


def _journeys(viewer: Viewer, person: Person, enrolments: Any) -> list[Journey]:
    rows = list(enrolments.select_related("programme", "owner"))
    definitions = decided_each({one.programme_id: one.programme for one in rows}.values())
    plans = _by_enrolment(Plan.objects.of(viewer, person), rows, "established_on")
    incomes = _by_enrolment(Income.objects.of(viewer, person), rows, "known_on")
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
