"""Whose time is over: persons, files about them, and copies of what was told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from stegvis.core.values.retention import CLOCKS, PERSON_ROWS, Candidate, latest
from stegvis.participants.models import Attachment, Disclosure, Involvement, Person, Signing
from stegvis.participants.values.numbers import ADDED_TO_DAY, LONG
from stegvis.participants.values.persons import Protection
from stegvis.participants.values.reasons import Reason

WHY = "whose time is over"
ENDED, NOTED = "ended", "noted"
ADDED, SENT = "added", "sent"

Days = dict[UUID, date | None]


def persons(association: UUID, event: str) -> Iterator[Candidate]:
    """Doubles go with the one that is kept. Nobody is here while anything goes on."""
    days = since(association, event)
    for person in _persons(association).filter(merged_into=None).order_by("pk"):
        day = days[person.pk]
        if day is not None:
            yield Candidate(person.pk, day, person.pk, _born(person))


def attachments(association: UUID, event: str) -> Iterator[Candidate]:
    """The paper of a consent is kept with the consent, until the person is erased."""
    papers = Signing.objects.unscoped(reason=WHY).exclude(paper=None).values("paper")
    rows = _rows(Attachment, association).exclude(pk__in=papers)
    return _of_persons(rows, association, event, "added_at")


def disclosures(association: UUID, event: str) -> Iterator[Candidate]:
    return _of_persons(_rows(Disclosure, association), association, event, "sent_at")


def since(association: UUID, event: str) -> Days:
    """The last day on which something went on, or with `NOTED` also was written down."""
    clocks: list[Mapping[UUID, date | None]] = [clock(association) for clock in CLOCKS]
    if event == NOTED:
        clocks += [_noted(one.model, one.lookups[0], one.noted, association) for one in _with_day()]
    return _with_doubles(association, latest([_registered(association), *clocks]))


def involved(association: UUID) -> Days:
    """A participant's own page lasts as long as the rest, and keeps nobody here."""
    rows = Involvement.objects.unscoped(reason=WHY).filter(person__association=association)
    told = rows.exclude(reason=Reason.OWN).select_related("consent")
    today = timezone.localdate()
    return latest({one.person_id: _last_day(one, today)} for one in told)


def same_as(person: UUID) -> frozenset[UUID]:
    """The one that is kept and the doubles that lead to it."""
    doubles = Person.objects.unscoped(reason=WHY).filter(merged_into=person)
    return frozenset({person, *doubles.values_list("pk", flat=True)})


def _last_day(one: Involvement, today: date) -> date | None:
    ends = [one.ends_on, *_ends_of(one.consent)]
    end = min((day for day in ends if day), default=None)
    return None if end is None or end > today else end - timedelta(days=1)


def _ends_of(consent: Any) -> list[date | None]:
    if consent is None:
        return []
    withdrawn = consent.withdrawn_at
    return [consent.ends_on, timezone.localdate(withdrawn) if withdrawn else None]


def _of_persons(
    rows: "QuerySet[Any]", association: UUID, event: str, moment: str
) -> Iterator[Candidate]:
    days = since(association, ENDED) if event == ENDED else {}
    for row in rows.select_related("person").order_by("pk"):
        day = (
            days.get(row.person_id) if event == ENDED else timezone.localdate(getattr(row, moment))
        )
        if day is not None:
            yield Candidate(row.pk, day, row.person_id, _born(row.person))


def _with_doubles(association: UUID, days: Days) -> Days:
    """Of the kept one what holds of its doubles too, and the other way about."""
    kept = dict(_persons(association).exclude(merged_into=None).values_list("pk", "merged_into_id"))
    moved = latest({kept.get(person, person): day} for person, day in days.items())
    return moved | {double: moved.get(one) for double, one in kept.items()}


def _registered(association: UUID) -> Days:
    rows = _persons(association).values_list("pk", "registered_at")
    return {person: timezone.localdate(at) for person, at in rows}


def _noted(model: str, lookup: str, moment: str, association: UUID) -> Days:
    rows = apps.get_model(model)._base_manager.filter(  # noqa: SLF001 - as a job reads it
        **{f"{lookup}__association": association}
    )
    found = rows.order_by().values_list(lookup).annotate(at=Max(moment))
    return {person: timezone.localdate(at) for person, at in found if at}


def _with_day() -> Iterable[Any]:
    return [one for one in PERSON_ROWS.values() if one.noted]


def _persons(association: UUID) -> "QuerySet[Person]":
    found: QuerySet[Person] = Person.objects.unscoped(reason=WHY).filter(association=association)
    return found


def _rows(model: Any, association: UUID) -> "QuerySet[Any]":
    rows: QuerySet[Any] = model.objects.unscoped(reason=WHY).defer(
        "title" if model is Attachment else "content"
    )
    return rows.filter(Q(person__association=association))


def _born(person: Person) -> int | None:
    """The day of the month, where there is a number of which one can trust the day."""
    digits = person.personal_number or ""
    if len(digits) < LONG or person.protection == Protection.FICTITIOUS:
        return None
    day = int(digits[6:8])
    return day - ADDED_TO_DAY if day > ADDED_TO_DAY else day
