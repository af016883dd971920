"""Goes through the whole access log and says the first thing that is wrong with it."""

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from stegvis.core.actions import log_head
from stegvis.core.calculations.log_chain import (
    End,
    Keys,
    Link,
    end_before,
    end_of,
    fault_in,
    log_keys,
    row_id,
)
from stegvis.core.models import LogCheck
from stegvis.core.queries.log_rows import log_rows
from stegvis.core.queries.log_segments import dropped, first_link, links
from stegvis.core.values.log_faults import FaultKind, LogFault

logger = logging.getLogger("stegvis.access_log")


@dataclass
class LogReport:
    """How far it went: to the end, or to the fault."""

    segments: int = 0
    rows: int = 0
    fault: LogFault | None = None


def check_log() -> LogReport:
    """Kept, for the screens; a fault is said in the stream of lines too."""
    report = verify()
    fault = report.fault
    LogCheck.objects.create(
        segments=report.segments,
        rows=report.rows,
        fault=fault.kind.value if fault else "",
        segment=fault.segment if fault else None,
        row=fault.row if fault else None,
    )
    if fault:
        logger.error("THE ACCESS LOG IS NOT WHOLE: %s", fault.sentence)
    else:
        logger.info("log is whole: segments=%d rows=%d", report.segments, report.rows)
    return report


def verify() -> LogReport:
    """Every sealed row, in seconds a million; what is not sealed yet is not looked at."""
    report, keys = LogReport(), log_keys(settings.STEGVIS_KEYS)
    first, head = first_link(), log_head.remembered()
    report.fault = _fault_at_the_start(first)
    if report.fault or first is None:
        report.fault = report.fault or _fault_at_the_end(None, head, keys)
        return report
    end, last = end_before(first), first
    for page in links():
        for link, rows in _with_rows(page, None if report.segments == 0 else end.last_id):
            report.fault = fault_in(end, link, rows, keys) or _not_as_remembered(link, head)
            if report.fault:
                return report
            end, last = end_of(link), link
            report.segments, report.rows = report.segments + 1, report.rows + len(rows)
    report.fault = _fault_at_the_end(last, head, keys)
    return report


def _with_rows(page: list[Link], after: int | None) -> Iterator[tuple[Link, list[bytes]]]:
    """Each segment with the rows that its numbers claim, from one stream for the page."""
    until = max(link.last_id for link in page)
    with transaction.atomic(), closing(log_rows(after=after, until=until)) as stream:
        waiting, rows = iter(page), list[bytes]()
        link = next(waiting)
        for row in stream:
            number = row_id(row)
            while number > link.last_id:
                yield link, rows
                link, rows = next(waiting), []
            rows.append(row)
        yield link, rows
        yield from ((link, []) for link in waiting)


def _fault_at_the_start(first: Link | None) -> LogFault | None:
    begins = dropped() + 1
    if first is not None and first.number != begins:
        return LogFault(FaultKind.SEGMENT_MISSING, begins)
    return None


def _not_as_remembered(link: Link, head: log_head.Head | None) -> LogFault | None:
    if head and head.number == link.number and head.digest != link.digest:
        return LogFault(FaultKind.SEGMENT_ALTERED, link.number)
    return None


def _fault_at_the_end(last: Link | None, head: log_head.Head | None, keys: Keys) -> LogFault | None:
    end = end_of(last) if last else End()
    if head and head.number > end.number:
        return LogFault(FaultKind.SEGMENT_MISSING, end.number + 1)
    if last and last.key not in keys:
        return LogFault(FaultKind.KEY_MISSING, last.number)
    return None
