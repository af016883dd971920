"""Who may see a person, and who might before: told to those who do."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, F, OuterRef, Subquery
from django.utils import timezone

from stegvis.core.values.remembered import remembered
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership
from stegvis.participants.models import Involvement, Person
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.changing import why_not_act
from stegvis.participants.queries.giving import gives, giving
from stegvis.participants.values.reasons import NOT_WORK


@dataclass(frozen=True)
class Involved:
    """One user or unit; what they see beside the name is not told, so that nothing shows by it.

    `until` is the first day when they no longer do; `because` why somebody ended it by hand.
    """

    name: str
    is_unit: bool
    agency: str
    reason: str
    since: date
    until: date | None
    because: str = ""


def involved_with(viewer: Viewer, person: Person) -> list[tuple[Involvement, Involved]]:
    """Those who see the person today, each said once, and by which row."""
    told = [(one, _told(one, one.ends_on)) for one in _known(viewer, person) if one.gives]
    return list({said: (one, said) for one, said in reversed(told)}.values())[::-1]


def formerly_involved(viewer: Viewer, person: Person) -> list[Involved]:
    """Those whose involvement has ended, who left, or whose consent did; the latest first.

    Who is shut out by an exception, or is not on the list of a protected person, is not told.
    """
    gone = [one for one in _known(viewer, person) if not one.gives]
    told = [_told(one, ended) for one in gone if (ended := _ended(one, viewer.on))]
    unique = list(dict.fromkeys(told))
    return sorted(unique, key=lambda one: one.until or viewer.on, reverse=True)


def involved_later(viewer: Viewer, person: Person) -> list[Involved]:
    """Those who begin on a day to come, such as who takes over; the first first."""
    later = [one for one in _known(viewer, person) if one.starts_on > viewer.on]
    return sorted(dict.fromkeys(_told(one, one.ends_on) for one in later), key=lambda x: x.since)


def _known(viewer: Viewer, person: Person) -> list[Any]:
    """All that there are and have been, with whether each gives something now. One query."""
    asked = (_known, viewer, person.pk)
    return remembered(asked, lambda: list(_told_on(viewer.on).of(viewer, person)))


@lru_cache(maxsize=2)
def _told_on(on: date) -> Any:
    """The question is built once a day, which takes longer than to ask it."""
    now = ExpressionWrapper(gives(on), BooleanField())
    told = Involvement.objects.annotate(gives=now, left_on=_left())
    return told.select_related("user", "unit", "agency", "consent").order_by(
        "agency__name", "user__name", "unit__name", "starts_on", "pk"
    )


def _left() -> Subquery:
    """The day when they stopped working there; None where they still do, or never did."""
    there = Membership.objects.filter(user=OuterRef("user"), unit__agency=OuterRef("agency"))
    latest = there.order_by(F("ends_on").desc(nulls_first=True), "pk")
    return Subquery(latest.values("ends_on")[:1])


def _ended(one: Any, today: date) -> date | None:
    """The first of the days when it ended, whatever ended it."""
    consent = one.consent
    withdrawn = _day(consent.withdrawn_at) if consent else None
    days = (one.ends_on, one.left_on, consent.ends_on if consent else None, withdrawn)
    return min((day for day in days if day and one.starts_on < day <= today), default=None)


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _told(one: Any, until: date | None) -> Involved:
    name = one.user.name if one.user else one.unit.name if one.unit else ""
    is_unit = one.unit is not None
    since: date = one.starts_on
    return Involved(
        name, is_unit, one.agency.name, one.reason, since, until, str(one.ended_because)
    )


def involvement_of(viewer: Viewer, person: Person, involvement: UUID) -> Involvement:
    """One that lets somebody see now."""
    rows = giving(Involvement.objects.of(viewer, person), viewer.on)
    found: Involvement = rows.select_related("user", "unit", "agency").get(pk=involvement)
    return found


def others_beside(viewer: Viewer, person: Person, one: Involvement) -> int:
    """How many more work with the person for the same agency, by rows that give something now."""
    rows = giving(Involvement.objects.of(viewer, person), viewer.on)
    others = rows.filter(agency=one.agency_id).exclude(pk=one.pk).exclude(reason__in=NOT_WORK)
    return int(others.count())


def agencies_to_end_for(viewer: Viewer, person: Person) -> frozenset[UUID]:
    """For whose staff the viewer may end what they are involved in: those who may change here."""
    if why_not_act(viewer, person):
        return frozenset()
    return frozenset(one.pk for one in acting_for(viewer, person))
