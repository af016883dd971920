"""Cases of those who leave: for the head numbers, and names where asked for; for others numbers."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q

from stegvis.core.actions import row_security
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership
from stegvis.organisations.queries.heads import Leaver, heads_of, leavers_of
from stegvis.organisations.values.roles import WORKING, Permission
from stegvis.participants.models import Involvement
from stegvis.participants.models.seeing import consent_holds
from stegvis.participants.queries.giving import giving, shut_to
from stegvis.participants.queries.persons import persons_of
from stegvis.participants.values.handover import Case
from stegvis.participants.values.reasons import NOT_WORK

if TYPE_CHECKING:
    from stegvis.participants.models.involvements import DecidingQuerySet

FOR = "what is to be handed over"


@dataclass(frozen=True)
class OpenCases:
    """How many persons somebody has at one agency, and who hands them over: "" for nobody."""

    agency: str
    persons: int
    heads: str


def open_cases(user: UUID, *, viewer: Viewer, associations: Collection[UUID]) -> list[OpenCases]:
    """Numbers, for whoever administers. What is a unit's stays with the unit."""
    with row_security.unscoped(reason=FOR):
        rows = _lasting(viewer).filter(user=user, agency__association__in=associations)
        told = list(rows.values_list("agency", "agency__name", "person", "ends_on").distinct())
    last = _last_seats(user, {agency for agency, *_rest in told})
    persons: dict[tuple[str, UUID], set[UUID]] = defaultdict(set)
    for agency, name, person, ends_on in told:
        leaves_on = last[agency].ends_on if agency in last else None
        if not (ends_on and leaves_on and ends_on <= leaves_on):
            persons[name, agency].add(person)
    heads = heads_of([one.unit_id for one in last.values() if one.unit_id], viewer.on)
    return [
        OpenCases(name, len(those), ", ".join(heads.get(_unit(last.get(agency)), ())))
        for (name, agency), those in sorted(persons.items())
    ]


def waiting_leavers(viewer: Viewer) -> list[tuple[Leaver, int]]:
    """Those who leave something behind, and how many persons. A handful of queries."""
    leavers = leavers_of(viewer)
    with row_security.unscoped(reason=FOR):
        rows = _lasting(viewer).filter(user__in=[one.user for one in leavers])
        columns = ("user", "agency", "person", "starts_on", "ends_on")
        told = list(rows.values_list(*columns).distinct())
    held: dict[UUID, set[UUID]] = defaultdict(set)
    for one in leavers:
        for user, agency, person, starts_on, ends_on in told:
            before = not one.moved_to or starts_on < one.leaves_on
            lasts = ends_on is None or ends_on > one.leaves_on
            if (user, agency) == (one.user, one.agency) and before and lasts:
                held[one.membership].add(person)
    return [(one, len(held[one.membership])) for one in leavers if held[one.membership]]


def leaver_of(viewer: Viewer, membership: UUID) -> Leaver:
    found = [one for one in leavers_of(viewer) if one.membership == membership]
    if not found:
        raise Membership.DoesNotExist
    return found[0]


def cases_of(viewer: Viewer, leaver: Leaver) -> list[Case]:
    """Those whose names the head sees first, by name. The others by no more than a key."""
    with row_security.unscoped(reason=FOR):
        rows = list(left_by(leaver, viewer).select_related("programme", "person"))
        persons = {one.person_id for one in rows}
        others = _others(leaver, viewer, persons)
        shut = shut_to(viewer.user, persons, viewer.on)
    seen = persons_of(viewer, Permission.HAND_OVER).filter(pk__in=persons)
    names = {one.pk: f"{one}, {one.birth_year or '–'}" for one in seen}
    by_person: dict[UUID, list[Any]] = defaultdict(list)
    for one in rows:
        by_person[one.person_id].append(one)
    made = [
        _case(theirs, names.get(person, ""), others[person], is_shut=person in shut)
        for person, theirs in by_person.items()
    ]
    return sorted(made, key=lambda one: (not one.name, one.name, one.since, str(one.key)))


def left_by(leaver: Leaver, viewer: Viewer) -> "DecidingQuerySet":
    """Inside `unscoped`. What has no day yet when it ends; of who moved, what they had before."""
    theirs = _lasting(viewer).filter(user=leaver.user, agency=leaver.agency)
    rows = theirs.exclude(ends_on__lte=leaver.leaves_on)
    if leaver.moved_to:
        rows = rows.filter(starts_on__lt=leaver.leaves_on)
    return rows.order_by("starts_on", "pk")


def _lasting(viewer: Viewer) -> "DecidingQuerySet":
    """What holds on the viewer's day or later, and is somebody's work."""
    rows: DecidingQuerySet = Involvement.objects.unscoped(reason=FOR).filter(user__isnull=False)
    rests = Q(consent=None) | consent_holds(viewer, "consent__")
    return rows.exclude(ends_on__lte=viewer.on).filter(rests).exclude(reason__in=NOT_WORK)


def _others(leaver: Leaver, viewer: Viewer, persons: Iterable[UUID]) -> "Counter[UUID]":
    """How many more work with each for the agency."""
    rows = Involvement.objects.unscoped(reason=FOR).filter(person__in=persons, agency=leaver.agency)
    theirs = giving(rows, viewer.on).exclude(user=leaver.user).exclude(reason__in=NOT_WORK)
    told = theirs.values_list("person", "user", "unit").distinct()
    return Counter(person for person, _user, _unit in told)


def _case(theirs: list[Any], name: str, others: int, *, is_shut: bool) -> Case:
    first = theirs[0]
    programmes = {one.programme.name for one in theirs if one.programme}
    return Case(
        key=first.pk,
        person=first.person_id,
        name=name,
        programmes=tuple(sorted(programmes)),
        since=first.starts_on,
        others=others,
        may_be_named=not name and not is_shut and not first.person.is_protected,
    )


def _last_seats(user: UUID, agencies: Collection[UUID]) -> dict[UUID, Membership]:
    """Where somebody works at each agency, or did last."""
    held = Membership.objects.filter(user=user, unit__agency__in=agencies, role__in=WORKING)
    latest_last = held.order_by(F("ends_on").asc(nulls_last=True), "starts_on", "pk")
    return {one.unit.agency_id: one for one in latest_last.select_related("unit")}


def _unit(seat: Membership | None) -> Any:
    return seat.unit_id if seat else None
