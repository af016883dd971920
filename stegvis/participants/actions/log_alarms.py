"""Looks for patterns of snooping in what has been read lately, and raises alarms."""

import logging
from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.core.queries.access_log import LogRow, entries_of_users, users_since
from stegvis.participants.calculations.log_risks import alarms
from stegvis.participants.models import LogAlarm
from stegvis.participants.queries.log_readings import readings_of
from stegvis.participants.queries.log_reviews import limits_of
from stegvis.participants.values.log_risks import RULES, Found, Limits

LATELY = timedelta(minutes=15)
"""Own choice: some times as long as between two looks, so that none falls between."""

A_DAY = timedelta(days=1)
"""How far back the widest rule looks."""

MOST_ROWS = 500  # of the log, to show in one alarm

logger = logging.getLogger("stegvis.access_log")


def watch(*, since: timedelta = LATELY, at: datetime | None = None) -> int:
    """How many alarms it raised: for each user and rule one a day."""
    now = at or timezone.now()
    users = users_since(now - since)
    rows = entries_of_users(users, now - since - A_DAY)
    if not rows:
        return 0
    by_association: dict[UUID | None, list[LogRow]] = defaultdict(list)
    for row in rows:
        by_association[row.association].append(row)
    return sum(_raise(association, theirs) for association, theirs in by_association.items())


def _raise(association: UUID | None, rows: list[LogRow]) -> int:
    limits, by_number = limits_of(association), {one.number: one for one in rows}
    new = [_alarm(one, by_number, limits) for one in alarms(readings_of(rows), limits)]
    known = set(
        LogAlarm.objects.filter(user__in={one.user_id for one in new}).values_list(
            "user", "risk", "day"
        )
    )
    raised = [one for one in new if (one.user_id, one.risk, one.day) not in known]
    LogAlarm.objects.bulk_create(raised, ignore_conflicts=True)
    for one in raised:
        logger.warning("alarm: rule=%s user=%s count=%d", one.risk, one.user_id, one.count)
    return len(raised)


def _alarm(found: Found, rows: dict[int, LogRow], limits: Limits) -> LogAlarm:
    latest = rows[found.rows[-1]]
    return LogAlarm(
        association_id=latest.association,
        agency_id=latest.agency,
        unit_id=latest.unit,
        user_id=found.user,
        risk=found.risk,
        day=timezone.localdate(found.at),
        happened_at=found.at,
        count=found.count,
        limit=limits.of(RULES[found.risk]),
        rows=list(found.rows[-MOST_ROWS:]),
    )
