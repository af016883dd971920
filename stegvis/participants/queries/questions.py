"""Questions from others to be let in, to the unit that answers for the person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import User
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import Consent, LinkRequest, Person
from stegvis.participants.models.seeing import consent_holds
from stegvis.participants.queries.persons import persons_of


@dataclass(frozen=True)
class Question:
    id: UUID
    person: Person
    asked_by: str
    agency: str
    why: str
    asked_at: datetime


def questions_of(viewer: Viewer) -> list[Question]:
    """Those that wait, the oldest first. The asker's own is not theirs to answer."""
    waiting = list(_open(viewer).select_related("asked_for").order_by("asked_at", "pk"))
    seen = persons_of(viewer, Permission.DISCLOSE)
    persons = {one.pk: one for one in seen.filter(pk__in=[one.person_id for one in waiting])}
    names = dict(
        User.objects.filter(pk__in=[one.asked_by for one in waiting]).values_list("pk", "name")
    )
    return [
        Question(
            id=one.pk,
            person=persons[one.person_id],
            asked_by=names.get(one.asked_by, ""),
            agency=one.asked_for.name,
            why=one.why,
            asked_at=one.asked_at,
        )
        for one in waiting
        if one.person_id in persons
    ]


def question_of(viewer: Viewer, question_id: UUID) -> LinkRequest:
    found: LinkRequest = _open(viewer).select_related("asked_for").get(pk=question_id)
    return found


def consent_that_names(question: LinkRequest, viewer: Viewer) -> Consent | None:
    """One in force that lets the agency that asks be told."""
    held = Consent.objects.visible_to(viewer).filter(
        consent_holds(viewer), person=question.person_id, recipients__agency=question.asked_for_id
    )
    found: Consent | None = held.order_by("-starts_on", "pk").first()
    return found


def _open(viewer: Viewer) -> Any:
    return LinkRequest.objects.visible_to(viewer).filter(answer="").exclude(asked_by=viewer.user)
