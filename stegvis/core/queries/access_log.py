"""What stands in the access log, and whether the log can be trusted.

Whoever shows it asks first who may see it. It tells of every class: that closed information was
read is itself closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.core.models import AccessEntry, LogCheck, LogSegment
from stegvis.core.values.log_faults import FaultKind, LogFault
from stegvis.core.values.privacy import About
from stegvis.core.values.sightings import Action

PAGE = 50


@dataclass(frozen=True)
class LogRow:
    """One row. `grounds` are codes, the first said first."""

    number: int
    at: datetime
    user: UUID | None
    role: str
    unit: UUID | None
    agency: UUID | None
    association: UUID | None
    person: UUID
    action: Action
    about: tuple[About, ...]
    purpose: str
    grounds: tuple[str, ...]
    route: str
    request: UUID


@dataclass(frozen=True)
class LogFilter:
    """What is left out is not asked for. `last` is the last day included.

    `doubles` are others that were the same as `person`.
    """

    first: date | None = None
    last: date | None = None
    person: UUID | None = None
    unit: UUID | None = None
    agency: UUID | None = None
    association: UUID | None = None
    actions: frozenset[Action] = field(default_factory=frozenset)
    doubles: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class LogPage:
    """One page of rows, the latest first; pages are counted from one."""

    rows: tuple[LogRow, ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True)
class LogState:
    """As the latest check found it; `waiting` rows are not sealed yet, the first since then."""

    checked_at: datetime | None
    fault: LogFault | None
    segments: int
    rows: int
    waiting: int
    waiting_since: datetime | None
    faulty_since: datetime | None = None
    """The first check that found it wrong, since it was last found whole."""

    @property
    def is_whole(self) -> bool:
        return self.checked_at is not None and self.fault is None


EVERYTHING = LogFilter()


def entries_of(person: UUID, *, within: LogFilter = EVERYTHING, page: int = 1) -> LogPage:
    return entries(replace(within, person=person), page)


def entries(chosen: LogFilter, page: int = 1) -> LogPage:
    found = _chosen(chosen)
    total = found.count()
    number = min(max(page, 1), max(1, -(-total // PAGE)))
    rows = found.order_by("-at", "-id")[(number - 1) * PAGE : number * PAGE]
    return LogPage(tuple(map(_row, rows)), total, number)


def all_entries(chosen: LogFilter) -> list[LogRow]:
    """For an extract, which leaves nothing out: the first that happened first."""
    return list(map(_row, _chosen(chosen).order_by("at", "id")))


def entries_numbered(numbers: Iterable[int]) -> dict[int, LogRow]:
    """By their numbers; those whose time was over are not there."""
    return {one.id: _row(one) for one in AccessEntry.objects.filter(id__in=set(numbers))}


def newest_entry() -> int:
    return AccessEntry.objects.order_by("-id").values_list("id", flat=True).first() or 0


def users_since(since: datetime) -> set[UUID]:
    """Who has done something. What was sealed before then is not looked through."""
    sealed = LogSegment.objects.filter(sealed_at__lt=since).order_by("-number")
    before = sealed.values_list("last_id", flat=True).first() or 0
    found = AccessEntry.objects.filter(id__gt=before, at__gte=since, user__isnull=False)
    return {user for user in found.values_list("user", flat=True).distinct() if user}


def entries_of_users(users: Iterable[UUID], since: datetime) -> list[LogRow]:
    found = AccessEntry.objects.filter(user__in=set(users), at__gte=since)
    return list(map(_row, found.order_by("at", "id")))


def log_state() -> LogState:
    check = LogCheck.objects.order_by("-at").first()
    sealed = LogSegment.objects.order_by("-number").values_list("last_id", flat=True).first()
    waiting = AccessEntry.objects.filter(id__gt=sealed or 0)
    return LogState(
        checked_at=check.at if check else None,
        fault=_fault(check),
        segments=check.segments if check else 0,
        rows=check.rows if check else 0,
        waiting=waiting.count(),
        waiting_since=waiting.order_by("id").values_list("at", flat=True).first(),
        faulty_since=_faulty_since() if check and check.fault else None,
    )


def _faulty_since() -> datetime | None:
    whole = LogCheck.objects.filter(fault="").order_by("-at").values("at")[:1]
    faulty = LogCheck.objects.exclude(fault="").order_by("at").values_list("at", flat=True)
    latest_whole = whole.first()
    return (faulty.filter(at__gt=latest_whole["at"]) if latest_whole else faulty).first()


def _fault(check: LogCheck | None) -> LogFault | None:
    if check is None or not check.fault:
        return None
    return LogFault(FaultKind(check.fault), check.segment or 0, check.row)


def _chosen(chosen: LogFilter) -> QuerySet[AccessEntry]:
    same = ("unit", "agency", "association")
    exactly = {name: getattr(chosen, name) for name in same if getattr(chosen, name) is not None}
    found = AccessEntry.objects.filter(**exactly)
    if chosen.person:
        found = found.filter(person__in={chosen.person, *chosen.doubles})
    if chosen.first:
        found = found.filter(at__gte=_midnight(chosen.first))
    if chosen.last:
        found = found.filter(at__lt=_midnight(chosen.last + timedelta(days=1)))
    if chosen.actions:
        found = found.filter(action__in=[one.value for one in chosen.actions])
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _row(entry: AccessEntry) -> LogRow:
    return LogRow(
        number=entry.id,
        at=entry.at,
        user=entry.user,
        role=entry.role,
        unit=entry.unit,
        agency=entry.agency,
        association=entry.association,
        person=entry.person,
        action=Action(entry.action),
        about=tuple(About(one) for one in entry.about.split(",") if one),
        purpose=entry.purpose,
        grounds=tuple(one for one in entry.ground.split(",") if one),
        route=entry.route,
        request=entry.request,
    )
