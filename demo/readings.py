"""Who has read whom lately: enough for a review that is signed, one under way, and an alarm."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from demo.invention import Invention
from demo.people import ALVA, GUN, IDA, JON
from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.actions.log_alarms import watch
from stegvis.participants.actions.log_reviews import judge, open_review, sign
from stegvis.participants.models import Involvement
from stegvis.participants.values.log_reviews import NewReview, Said, Verdict

LOG = logging.getLogger("stegvis.access_log")
WHY = "the example"
ZONE = ZoneInfo("Europe/Stockholm")
READERS = ((GUN, 70), (ALVA, 20), (JON, 15))  # how many readings each, in the time back
BACK, LATELY = 100, timedelta(days=9)  # days
HOURS = (8, 16)
LATE = time(22, 14, tzinfo=ZONE)
LATE_AGO, LATE_READINGS = timedelta(days=3), 9
"""One evening Gun opens more than the rule of working hours lets pass unseen."""

Users = Mapping[str, User]


def put_readings(users: Users, today: date) -> None:
    invented = Invention("readings")
    rows = [
        row
        for person, many in READERS
        for row in _read(_Reader.of(users[person.email]), many, today, invented)
    ]
    gun = _Reader.of(users[GUN.email])
    evening = datetime.combine(today - LATE_AGO, LATE)
    for number, known in enumerate(gun.known[:LATE_READINGS]):
        rows.append(gun.reads(known, evening + timedelta(minutes=2 * number)))
    AccessEntry.objects.bulk_create(sorted(rows, key=lambda one: one.at))
    with _unsaid():
        watch(since=LATELY)
    head = viewer_for(users[IDA.email].pk, on=today)
    _review(head, _month_before(_month_before(today)), is_signed=True)
    _review(head, _month_before(today), is_signed=False)


@dataclass(frozen=True)
class _Reader:
    """Somebody at their desk, and whom they are involved with, each with the reason."""

    seat: Membership
    known: list[tuple[UUID, str]]

    @classmethod
    def of(cls, user: User) -> Self:
        seat = Membership.objects.select_related("unit").get(user=user)
        with row_security.unscoped(reason=WHY):
            rows = Involvement.objects.unscoped(reason=WHY).filter(user=user, ends_on=None)
            known = dict(rows.order_by("recorded_at", "pk").values_list("person", "reason"))
        return cls(seat, list(known.items()))

    def reads(self, known: tuple[UUID, str], at: datetime) -> AccessEntry:
        person, ground = known
        return AccessEntry(
            at=at,
            user=self.seat.user_id,
            role=self.seat.role,
            unit=self.seat.unit_id,
            agency=self.seat.unit.agency_id if self.seat.unit else None,
            association=self.seat.association_id,
            person=person,
            action=Action.READ.value,
            about="identity,ordinary",
            ground=ground,
            route="person",
            request=uuid4(),
        )


@contextmanager
def _unsaid() -> Iterator[None]:
    """An alarm is news to whoever runs Stegvis; those that come with the example are not."""
    LOG.disabled = True
    try:
        yield
    finally:
        LOG.disabled = False


def _read(reader: _Reader, many: int, today: date, invented: Invention) -> Iterator[AccessEntry]:
    """On workdays and within working hours."""
    first = today - timedelta(days=BACK)
    for _one in range(many):
        day = invented.day(first, today - timedelta(days=1))
        hour, minute = invented.whole(*HOURS), invented.whole(0, 59)
        known = reader.known[invented.whole(0, len(reader.known) - 1)]
        yield reader.reads(known, datetime.combine(day, time(hour, minute, tzinfo=ZONE)))


def _review(head: Viewer, first: date, *, is_signed: bool) -> None:
    """Half of what is under way is judged already."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    (unit,) = head.units
    review = open_review(NewReview(unit, first, last), viewer=head)
    drawn = list(review.drawn.order_by("number").values_list("number", flat=True))
    judged = drawn if is_signed else drawn[: len(drawn) // 2]
    judge(review, [Said(number, Verdict.JUSTIFIED) for number in judged], viewer=head)
    if is_signed:
        sign(review, viewer=head)


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
