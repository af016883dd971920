"""Whose time is over: persons, files about them, and copies of what was told."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Max, QuerySet
from django.utils import timezone

from stegvis.core.values.retention import (
    CLOCKS,
    PERSON_ROWS,
    Candidate,
    PersonRows,
    Scope,
    latest,
)
from stegvis.participants.models import Attachment, Disclosure, Involvement, Person, Signing
from stegvis.participants.values.numbers import ADDED_TO_DAY, LONG
from stegvis.participants.values.persons import Protection
from stegvis.participants.values.reasons import Reason

WHY = "whose time is over"
ENDED, NOTED = "ended", "noted"
ADDED, SENT = "added", "sent"

Days = dict[UUID, date | None]


def persons(scope: Scope, event: str) -> Iterator[Candidate]:
    """Doubles go with the one that is kept. Nobody is here while anything goes on."""
    days = since(scope, event)
    for person in _persons(scope).filter(merged_into=None).order_by("pk"):
        day = days[person.pk]
        if day is not None:
            yield Candidate(person.pk, day, person.pk, _born(person))


def attachments(scope: Scope, event: str) -> Iterator[Candidate]:
    """The paper of a consent is kept with the consent, until the person is erased."""
    papers = Signing.objects.unscoped(reason=WHY).exclude(paper=None).values("paper")
    rows = _rows(Attachment, scope).exclude(pk__in=papers).defer("title")
    return _of_persons(rows, scope, (event, "added_at"))


def disclosures(scope: Scope, event: str) -> Iterator[Candidate]:
    return _of_persons(_rows(Disclosure, scope).defer("content"), scope, (event, "sent_at"))


def since(scope: Scope, event: str) -> Days:
    """The last day on which something went on, or with `NOTED` also was written down."""
    scope = _with_doubles_of(scope)
    clocks: list[Mapping[UUID, date | None]] = [clock(scope) for clock in CLOCKS]
    if event == NOTED:
        clocks += [_noted(one, scope) for one in PERSON_ROWS.values() if one.noted]
    return _of_kept(scope, latest([_registered(scope), *clocks]))


def involved(scope: Scope) -> Days:
    """A participant's own page lasts as long as the rest, and keeps nobody here."""
    rows = Involvement.objects.unscoped(reason=WHY).filter(**scope.of())
    told = rows.exclude(reason=Reason.OWN).select_related("consent")
    today = timezone.localdate()
    return latest({one.person_id: _last_day(one, today)} for one in told)


def same_as(person: UUID) -> frozenset[UUID]:
    """The one that is kept and the doubles that lead to it, however far."""
    found, more = frozenset[UUID](), frozenset({_kept(person)})
    while more - found:
        found |= more
        doubles = Person.objects.unscoped(reason=WHY).filter(merged_into__in=more)
        more = frozenset(doubles.values_list("pk", flat=True))
    return found


def _kept(person: UUID) -> UUID:
    rows = Person.objects.unscoped(reason=WHY)
    while following := rows.filter(pk=person).values_list("merged_into", flat=True).first():
        person = following
    return person


def _last_day(one: Involvement, today: date) -> date | None:
    ends = [one.ends_on, *_ends_of(one.consent)]
    end = min((day for day in ends if day), default=None)
    return None if end is None or end > today else end - timedelta(days=1)


def _ends_of(consent: Any) -> list[date | None]:
    if consent is None:
        return []
    withdrawn = consent.withdrawn_at
    return [consent.ends_on, timezone.localdate(withdrawn) if withdrawn else None]


def _of_persons(rows: "QuerySet[Any]", scope: Scope, by: tuple[str, str]) -> Iterator[Candidate]:
    event, moment = by
    days = since(scope, ENDED) if event == ENDED else None
    for row in rows.select_related("person").order_by("pk"):
        day = timezone.localdate(getattr(row, moment)) if days is None else days[row.person_id]
        if day is not None:
            yield Candidate(row.pk, day, row.person_id, _born(row.person))


def _with_doubles_of(scope: Scope) -> Scope:
    if scope.persons is None:
        return scope
    return replace(scope, persons=frozenset[UUID]().union(*map(same_as, scope.persons)))


def _of_kept(scope: Scope, days: Days) -> Days:
    """What holds of one holds of those who are the same person."""
    leads = dict(_persons(scope).values_list("pk", "merged_into_id"))
    kept = {person: _end_of(person, leads) for person in leads}
    moved = latest({kept[person]: day} for person, day in days.items())
    return {person: moved[one] for person, one in kept.items()}


def _end_of(person: UUID, leads: Mapping[UUID, UUID | None]) -> UUID:
    while (following := leads.get(person)) is not None:
        person = following
    return person


def _registered(scope: Scope) -> Days:
    rows = _persons(scope).values_list("pk", "registered_at")
    return {person: timezone.localdate(at) for person, at in rows}


def _noted(rows: PersonRows, scope: Scope) -> Days:
    lookup = rows.lookups[0]
    found = apps.get_model(rows.model)._base_manager.filter(**scope.of(lookup))  # noqa: SLF001 - as a job reads it
    latest_at = found.order_by().values_list(lookup).annotate(at=Max(rows.noted))
    return {person: timezone.localdate(at) for person, at in latest_at if at}


def _persons(scope: Scope) -> "QuerySet[Person]":
    found: QuerySet[Person] = Person.objects.unscoped(reason=WHY).filter(**scope.of(""))
    return found


def _rows(model: Any, scope: Scope) -> "QuerySet[Any]":
    rows: QuerySet[Any] = model.objects.unscoped(reason=WHY).filter(**scope.of())
    return rows


def _born(person: Person) -> int | None:
    """The day of the month, where there is a number of which one can trust the day."""
    digits = person.personal_number or ""
    if len(digits) < LONG or person.protection == Protection.FICTITIOUS:
        return None
    day = int(digits[6:8])
    return day - ADDED_TO_DAY if day > ADDED_TO_DAY else day
