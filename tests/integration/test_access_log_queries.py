"""What can be asked of the access log."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from stegvis.core.actions.log_checking import check_log
from stegvis.core.actions.log_sealing import seal
from stegvis.core.models import AccessEntry, LogCheck
from stegvis.core.queries.access_log import (
    PAGE,
    LogFilter,
    LogRow,
    all_entries,
    entries,
    entries_of,
    log_state,
)
from stegvis.core.values.log_faults import FaultKind, LogFault
from stegvis.core.values.privacy import CLOSED, IDENTITY
from stegvis.core.values.sightings import Action

EVA, IVAR, ALVA, BO, UNIT = (UUID(int=number) for number in range(1, 6))
REQUEST = uuid4()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


def entry(at, person=EVA, user=ALVA, action="READ", **others):
    values = {"ground": "CASE", "request": REQUEST, **others}
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return AccessEntry.objects.create(at=moment, person=person, user=user, action=action, **values)


@pytest.fixture
def written(db):
    """Midnight is that of Stockholm: 23.30 in UTC on the first is already the second."""
    entry("2026-03-01T10:00", action="LIST", unit=UNIT)
    entry("2026-03-01T23:30", user=BO)
    entry("2026-03-02T10:00", person=IVAR)


def told(page):
    return [(row.at.hour, row.person, row.user) for row in page.rows]


def test_a_row_is_told_whole(db):
    row = entry(
        "2026-03-01T10:00",
        role="case_worker",
        unit=UNIT,
        about="identity,closed",
        purpose="Vardag",
        ground="CASE,TEAM",
        route="person",
    )

    assert entries_of(EVA).rows == (
        LogRow(
            number=row.pk,
            at=datetime(2026, 3, 1, 10, tzinfo=UTC),
            user=ALVA,
            role="case_worker",
            unit=UNIT,
            agency=None,
            association=None,
            person=EVA,
            action=Action.READ,
            about=(IDENTITY, CLOSED),
            purpose="Vardag",
            grounds=("CASE", "TEAM"),
            route="person",
            request=REQUEST,
        ),
    )


def test_of_a_person_the_latest_first(written):
    assert told(entries_of(EVA)) == [(23, EVA, BO), (10, EVA, ALVA)]


@pytest.mark.parametrize(
    ("chosen", "hours"),
    [
        (LogFilter(), [10, 23, 10]),
        (LogFilter(first=date(2026, 3, 2)), [10, 23]),
        (LogFilter(last=date(2026, 3, 1)), [10]),
        (LogFilter(first=date(2026, 3, 2), last=date(2026, 3, 2), person=EVA), [23]),
        (LogFilter(unit=UNIT), [10]),
        (LogFilter(actions=frozenset({Action.READ})), [10, 23]),
        (LogFilter(agency=UNIT), []),
        (LogFilter(association=UNIT), []),
    ],
)
def test_what_is_chosen(written, chosen, hours):
    assert [row.at.hour for row in entries(chosen).rows] == hours


def test_an_extract_begins_with_the_first(written):
    assert [row.at.hour for row in all_entries(LogFilter(person=EVA))] == [10, 23]


@pytest.mark.parametrize(
    ("number", "shown", "rows"), [(1, 1, PAGE), (2, 2, 1), (3, 2, 1), (0, 1, PAGE)]
)
def test_pages(db, django_assert_num_queries, number, shown, rows):
    one = {"user": ALVA, "person": EVA, "action": "READ", "ground": "CASE", "request": REQUEST}
    AccessEntry.objects.bulk_create(AccessEntry(**one) for _time in range(PAGE + 1))

    with django_assert_num_queries(2):
        page = entries_of(EVA, page=number)

    assert (page.total, page.pages, page.number, len(page.rows)) == (PAGE + 1, 2, shown, rows)


def test_an_empty_log_is_one_page(db):
    assert (entries_of(EVA).pages, entries_of(EVA).rows) == (1, ())


def test_a_log_that_nobody_has_checked_is_not_said_to_be_whole(db):
    state = log_state()

    assert (state.checked_at, state.is_whole, state.waiting, state.waiting_since) == (
        None,
        False,
        0,
        None,
    )


def test_the_state_tells_what_was_checked_and_what_waits(written):
    seal()
    check_log()
    late = entry("2026-03-03T10:00")

    state = log_state()

    assert (state.is_whole, state.segments, state.rows) == (True, 1, 3)
    assert (state.waiting, state.waiting_since) == (1, late.at)


def test_the_state_tells_the_latest_fault(written):
    LogCheck.objects.create(at=datetime(2026, 1, 1, tzinfo=UTC), segments=2, rows=9)
    fault = LogFault(FaultKind.ROW_MISSING, 3, 17)
    LogCheck.objects.create(segments=2, rows=9, fault=fault.kind, segment=3, row=17)

    state = log_state()

    assert (state.is_whole, state.fault) == (False, fault)
    assert fault.sentence == "Rad 17 i segment 3 saknas."
