"""Programmes that may be preserved, and what is kept of one."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from stegvis.core.values.periods import day_of
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.models import Enrolment
from stegvis.organisations.models import TwoStep
from stegvis.organisations.queries.retention import associations_of
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.models import Attachment
from stegvis.participants.values.persons import Protection
from stegvis.programmes.models import DefinitionVersion, Programme
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind
from stegvis.reports.models import FrozenFile
from stegvis.reports.values.preservation import PRESERVING, Kept, table_files
from stegvis.results.queries.facts import facts_of

WHY = "what is kept when a programme is closed"


def programmes_to_preserve(viewer: Viewer) -> "QuerySet[Programme]":
    """Their names only, for those who administer and decide: what is in them is not shown."""
    found: QuerySet[Programme] = Programme.objects.unscoped(reason=WHY)
    here = associations_of(viewer).values("pk")
    wholes = found.filter(association__in=here, whole=None).select_related("association")
    return wholes.order_by("association__name", "slug")


def latest_matter(programme: UUID) -> TwoStep | None:
    matters = TwoStep.objects.filter(kind=PRESERVING, subject=programme)
    return matters.select_related("prepared_by", "decided_by").order_by("-prepared_at").first()


def latest_matters(programmes: Iterable[Programme]) -> dict[UUID, TwoStep]:
    """One question however many they are."""
    matters = TwoStep.objects.filter(kind=PRESERVING, subject__in=[one.pk for one in programmes])
    return {one.subject: one for one in matters.order_by("prepared_at")}


def is_approved(programme: UUID) -> bool:
    found = latest_matter(programme)
    return found is not None and found.outcome == Outcome.APPROVED


def coded_files(programme: Programme) -> Iterator[Kept]:
    """Of the programme with its parts: keys lead to nobody."""
    for name, frame in facts_of(programme).tables.items():
        columns = TABLE_OF[name].columns
        days = {one.name for one in columns if one.kind is ColumnKind.DAY}
        rows: Any = frame
        yield from table_files(
            name,
            [one.name for one in columns],
            (_with_days(row, days) for row in rows.iter_rows(named=True)),
        )


def described(programme: Programme) -> Iterator[Kept]:
    rows = DefinitionVersion.objects.filter(programme__in=whole_and_parts(programme))
    for one in rows.select_related("programme").order_by("programme__slug", "number"):
        yield Kept(f"beskrivning/{one.programme.slug}-{one.number}.toml", one.text.encode())


def frozen(programme: Programme) -> Iterator[Kept]:
    rows = FrozenFile.objects.filter(frozen__programme=programme).select_related("frozen", "stored")
    for one in rows.order_by("frozen__frozen_at", "name"):
        yield Kept(f"rapporter/{one.frozen_id}/{one.name}", bytes(one.stored.content))


def enrolled(programme: Programme) -> list[UUID]:
    rows = Enrolment.objects.unscoped(reason=WHY).filter(programme__in=whole_and_parts(programme))
    return sorted(set(rows.values_list("person", flat=True)))


def documents(persons: Iterable[UUID]) -> "QuerySet[Attachment]":
    rows: QuerySet[Attachment] = Attachment.objects.unscoped(reason=WHY)
    held = rows.filter(person__in=list(persons)).exclude(file=None)
    return held.select_related("person", "owner", "file").order_by("person", "added_at", "pk")


def may_be_preserved(one: Attachment) -> bool:
    """What is protected or closed is handed over in another way."""
    return one.person.protection == Protection.NONE and one.about != About.CLOSED


def whole_and_parts(programme: Programme) -> list[UUID]:
    parts = Programme.objects.unscoped(reason=WHY).filter(whole=programme)
    return [programme.pk, *parts.values_list("pk", flat=True)]


def _with_days(row: dict[str, Any], days: set[str]) -> dict[str, Any]:
    return {
        name: str(day_of(value)) if name in days and value is not None else value
        for name, value in row.items()
    }
