"""Seals what has been written in the access log: nobody changes it unseen after that."""

import logging
from dataclasses import asdict
from datetime import datetime

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from stegvis.core.actions import log_head
from stegvis.core.calculations.log_chain import End, Keys, Link, Sealing, end_of, linked, log_keys
from stegvis.core.models import AccessEntry, LogSegment
from stegvis.core.queries.log_rows import log_rows
from stegvis.core.queries.log_segments import latest_link

LOCKS = 1819240300  # of the log; the trigger of core_accessentry says the same
WRITING, SEALING = 1, 2
PATIENCE = "5s"
MOST_ROWS = 10_000  # in one segment: some megabytes at a time, and a fault is near at hand

logger = logging.getLogger("stegvis.access_log")


def seal(at: datetime | None = None) -> int:
    """How many segments it took; none when somebody else is at it, or nothing is new."""
    keys = log_keys(settings.STEGVIS_KEYS)
    until, number = _settled(), 0
    while until is not None and _seal_one(until, keys, at or timezone.now()):
        number += 1
    return number


def is_sealed_by_the_newest_key() -> bool:
    """Until then the key before it is needed. An empty log needs none."""
    latest = latest_link()
    return latest is None or latest.key == next(iter(log_keys(settings.STEGVIS_KEYS)))


def append(end: End, rows: list[bytes], sealing: Sealing, keys: Keys) -> None:
    """One more segment. Inside a transaction that has `alone_at_sealing`."""
    link = linked(end, rows, sealing, keys)
    LogSegment.objects.create(**asdict(link))
    transaction.on_commit(lambda: _tell(link))


def alone_at_sealing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, SEALING])


def _seal_one(until: int, keys: Keys, at: datetime) -> bool:
    with transaction.atomic():
        alone_at_sealing()
        latest, key = latest_link(), next(iter(keys))
        end = end_of(latest)
        rows = list(log_rows(after=end.last_id, until=until, limit=MOST_ROWS))
        if not rows and (latest is None or latest.key == key):
            return False
        append(end, rows, Sealing(key, at), keys)
    return True


def _settled() -> int | None:
    """The highest number below which nothing more will come; None when we were not let in.

    Whoever writes in the log holds the lock until their rows are seen by all. Once we have had
    it alone, whoever comes after draws higher numbers.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, WRITING])
            latest = AccessEntry.objects.order_by("-id").values_list("id", flat=True).first()
            return latest or 0
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != "55P03":  # lock_not_available
            raise
        logger.info("log not sealed: somebody has been writing in it for %s", PATIENCE)
        return None


def _tell(link: Link) -> None:
    """On the way out of this machine, where nobody who can change the log can change the line."""
    logger.info(
        "log sealed: segment=%d rows=%d last=%d digest=%s seal=%s key=%s",
        link.number,
        link.rows,
        link.last_id,
        link.digest.hex(),
        link.seal.hex(),
        link.key,
    )
    try:
        log_head.remember(link.number, link.digest)
    except OSError:
        logger.exception("the latest segment is not remembered on this machine")
