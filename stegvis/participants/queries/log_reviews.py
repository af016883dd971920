"""Checks of the log and its alarms, for those who review their own unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from stegvis.core.queries.access_log import (
    LogFilter,
    LogRow,
    all_entries,
    entries_numbered,
)
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Standing, Viewer
from stegvis.organisations.models import Membership, Unit
from stegvis.organisations.values.roles import OF_PARTICIPANTS, ROLE_OF, Permission
from stegvis.participants.models import (
    DrawnRow,
    Involvement,
    LogAlarm,
    LogJudgement,
    LogReview,
    LogRules,
    Person,
)
from stegvis.participants.models.seeing import consent_holds, in_force
from stegvis.participants.values.log_risks import Limits
from stegvis.participants.values.reasons import Reason

HEADS = [code for code, role in ROLE_OF.items() if Permission.REVIEW_LOG in role.permissions]


@dataclass(frozen=True)
class ShownRow:
    """A row of the log that is looked at; None where its time was over and it is gone.

    `name` is empty for those that the viewer does not work with: `reference` stands for the
    person here, and nowhere else.
    """

    number: int
    row: LogRow | None
    reference: str
    name: str
    why: tuple[str, ...] = ()
    judgement: LogJudgement | None = None


def limits_of(association: UUID | None) -> Limits:
    """What the association has decided, or what stands in the code."""
    found = LogRules.objects.filter(association=association).order_by("-recorded_at").first()
    if found is None:
        return Limits()
    return Limits(found.sample_size, found.opens, found.closes, dict(found.limits))


def headed(viewer: Viewer) -> list[Standing]:
    """Where the viewer reviews: a unit in each."""
    return [one for one in viewer.standings if _reviews(one) and one.unit and one.agency]


def headed_units(viewer: Viewer) -> list[Unit]:
    units = Unit.objects.filter(pk__in=[one.unit for one in headed(viewer)])
    return list(units.select_related("agency").order_by("agency__name", "name"))


def reviews_of(viewer: Viewer) -> "QuerySet[LogReview]":
    units = [one.unit for one in headed(viewer)]
    found = LogReview.objects.filter(unit__in=units).order_by("-last", "-opened_at")
    return found.select_related("unit", "protocol__signed_by", "opened_by")


def review_of(viewer: Viewer, review_id: UUID) -> LogReview:
    related = ("unit", "agency", "association", "protocol__signed_by", "opened_by")
    return reviews_of(viewer).select_related(*related).get(pk=review_id)


def alarms_of(viewer: Viewer) -> "QuerySet[LogAlarm]":
    """Of one's own unit, never of oneself: those of a head come to the agency's other heads."""
    mine = headed(viewer)
    heads = Membership.objects.filter(role__in=HEADS).current_on(viewer.on)
    of_heads = Q(agency__in=[one.agency for one in mine], user__in=heads.values("user"))
    found = LogAlarm.objects.filter(Q(unit__in=[one.unit for one in mine]) | of_heads)
    shown = found.exclude(user=viewer.user).select_related("user", "unit", "answer__by")
    return shown.order_by("-happened_at", "pk")


def waiting_alarms(viewer: Viewer) -> int:
    return alarms_of(viewer).filter(answer=None).count()


def alarm_of(viewer: Viewer, alarm_id: UUID) -> LogAlarm:
    return alarms_of(viewer).get(pk=alarm_id)


def units_to_review(viewer: Viewer) -> list[tuple[Unit, date]]:
    """Units whose latest whole month has no signed protocol, with the first day of that month."""
    last = viewer.on.replace(day=1) - timedelta(days=1)
    month = last.replace(day=1)
    units = headed_units(viewer)
    done = LogReview.objects.filter(
        unit__in=units, first__lte=month, last__gte=last, protocol__isnull=False
    )
    signed = set(done.values_list("unit", flat=True))
    return [(one, month) for one in units if one.pk not in signed]


def reviewable(unit: UUID, first: date, last: date, *, until: int | None = None) -> list[LogRow]:
    """The staff's readings. What is closed is in no protocol: it is read by others too."""
    within = LogFilter(first=first, last=last, unit=unit)
    return [
        one
        for one in all_entries(within)
        if one.user
        and one.role != OF_PARTICIPANTS
        and About.CLOSED not in one.about
        and (until is None or one.number <= until)
    ]


def drawn_rows(viewer: Viewer, review: LogReview) -> list[ShownRow]:
    """With the latest judgement of each."""
    rows = list(review.drawn.order_by("number"))
    found = LogJudgement.objects.filter(row__review=review).select_related("by").order_by("at")
    latest = {one.row_id: one for one in found}
    shown = _shown(viewer, [one.number for one in rows], review.seed)
    by_number = {one.number: one for one in rows}
    return [_with(one, by_number[one.number], latest) for one in shown]


def alarm_rows(viewer: Viewer, alarm: LogAlarm) -> list[ShownRow]:
    """Without those that tell of something closed, for who may not know that it exists."""
    rows = _shown(viewer, alarm.rows, str(alarm.pk))
    told = {one.number for one in known_to(viewer, [one.row for one in rows if one.row])}
    return [one for one in rows if one.row is None or one.number in told]


def known_to(viewer: Viewer, rows: Iterable[LogRow]) -> list[LogRow]:
    """A row of something closed is closed too: shown to those who may see what is closed."""
    listed = list(rows)
    closed = {one.person for one in listed if About.CLOSED in one.about}
    knows = _knows_closed(viewer, closed) if closed else set()
    return [x for x in listed if About.CLOSED not in x.about or (x.person, x.agency) in knows]


def reference(person: UUID, seed: str) -> str:
    """The same for a person within one check, and another in the next.

    Made with our secret: the seed is shown, and a person's key stands in addresses.
    """
    return salted_hmac(seed, str(person), algorithm="sha256").hexdigest()[:6].upper()


def _reviews(standing: Standing) -> bool:
    return Permission.REVIEW_LOG in standing.permissions


def _knows_closed(viewer: Viewer, persons: set[UUID]) -> set[tuple[UUID, UUID]]:
    mine = Q(user=viewer.user) | Q(unit__in=viewer.units)
    rests = Q(consent=None) | consent_holds(viewer, "consent__")
    rows = Involvement.objects.visible_to(viewer).filter(
        mine, rests, in_force(viewer), person__in=persons, classes__contains=[About.CLOSED]
    )
    return set(rows.values_list("person", "agency"))


def _shown(viewer: Viewer, numbers: Iterable[int], seed: str) -> list[ShownRow]:
    found = entries_numbered(numbers)
    persons = Person.objects.visible_to(viewer).exclude(seen_because=Reason.HANDOVER)
    seen = persons.filter(pk__in={one.person for one in found.values()})
    names = {one.pk: str(one) for one in seen}
    return [_row(number, found.get(number), seed, names) for number in numbers]


def _row(number: int, row: LogRow | None, seed: str, names: dict[UUID, str]) -> ShownRow:
    if row is None:
        return ShownRow(number, None, "", "")
    return ShownRow(number, row, reference(row.person, seed), names.get(row.person, ""))


def _with(shown: ShownRow, one: DrawnRow, latest: dict[UUID, LogJudgement]) -> ShownRow:
    return ShownRow(
        shown.number, shown.row, shown.reference, shown.name, tuple(one.why), latest.get(one.pk)
    )
