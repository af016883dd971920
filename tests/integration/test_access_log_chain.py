"""What has been sealed in the access log: nobody changes it unseen, not even its owner."""

from threading import Thread
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from stegvis.core.actions import log_head
from stegvis.core.actions.access_log import Visit, write
from stegvis.core.actions.log_checking import check_log, verify
from stegvis.core.actions.log_sealing import seal
from stegvis.core.calculations.encryption import new_key
from stegvis.core.models import AccessEntry, LogCheck, LogSegment
from stegvis.core.queries.log_rows import COLUMNS
from stegvis.core.values.log_faults import FaultKind, LogFault
from stegvis.core.values.privacy import ORDINARY
from stegvis.core.values.sightings import Action, Sighting
from stegvis.core.values.viewers import NOBODY
from tests.trust import log as tampering


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture
def filled(transactional_db):
    tampering.number_from_one()
    tampering.fill()


def write_some(number):
    rows = [Sighting(UUID(int=one), Action.READ, {ORDINARY}, ["CASE"]) for one in range(number)]
    write(rows, Visit(NOBODY))


def shape():
    return list(LogSegment.objects.order_by("number").values_list("number", "rows", "last_id"))


def test_every_column_is_chained():
    assert tuple(one.name for one in AccessEntry._meta.concrete_fields) == COLUMNS


def test_rows_are_sealed_once(transactional_db):
    write_some(3)
    first = seal()
    write_some(2)

    assert (first, seal(), seal()) == (1, 1, 0)
    ids = list(AccessEntry.objects.order_by("id").values_list("id", flat=True))
    assert shape() == [(1, 3, ids[2]), (2, 2, ids[4])]
    assert (verify().segments, verify().rows, verify().fault) == (2, 5, None)


def test_an_empty_log_has_nothing_to_seal_and_is_whole(transactional_db):
    assert (seal(), verify().fault, log_head.remembered()) == (0, None, None)


def test_a_folder_that_cannot_be_written_is_told_and_stops_nothing(
    transactional_db, settings, tmp_path, caplog
):
    settings.DATA = tmp_path / "file"
    settings.DATA.touch()
    write_some(1)

    number = seal()
    settings.DATA = tmp_path

    assert (number, shape()[0][:2]) == (1, (1, 1))
    assert [one.levelname for one in caplog.records] == ["ERROR"]


def test_many_rows_are_several_segments(transactional_db, monkeypatch):
    monkeypatch.setattr("stegvis.core.actions.log_sealing.MOST_ROWS", 4)
    write_some(10)

    assert seal() == 3
    assert [rows for _number, rows, _last in shape()] == [4, 4, 2]
    assert verify().fault is None


def test_more_segments_than_are_read_at_a_time(transactional_db, monkeypatch):
    monkeypatch.setattr("stegvis.core.queries.log_segments.AT_A_TIME", 2)
    tampering.fill(segments=5, rows=2)

    assert (verify().segments, verify().rows, verify().fault) == (5, 10, None)


def test_a_new_key_seals_the_end_and_the_old_one_is_not_needed(filled, settings):
    settings.STEGVIS_KEYS = [new_key(), *settings.STEGVIS_KEYS]

    assert (seal(), seal()) == (1, 0)
    settings.STEGVIS_KEYS = settings.STEGVIS_KEYS[:1]
    assert (verify().segments, verify().fault) == (tampering.SEGMENTS + 1, None)


def test_without_any_key_of_the_end_nothing_is_certain(filled, settings):
    settings.STEGVIS_KEYS = [new_key()]

    assert verify().fault == LogFault(FaultKind.KEY_MISSING, tampering.SEGMENTS)


@pytest.mark.parametrize(
    ("change", "kind", "segment", "row"),
    [
        ("UPDATE core_accessentry SET person = request WHERE id = 11", "ROW_ALTERED", 2, 11),
        ("DELETE FROM core_accessentry WHERE id = 18", "ROW_MISSING", 2, 18),
        ("UPDATE core_accessentry SET id = -5 WHERE id = 1", "ROW_MISSING", 1, 1),
        ("DELETE FROM core_logsegment WHERE number = 3", "SEGMENT_MISSING", 3, None),
        ("DELETE FROM core_logsegment WHERE number = 1", "SEGMENT_MISSING", 1, None),
        ("DELETE FROM core_logsegment WHERE number = 7", "SEGMENT_MISSING", 7, None),
        ("DELETE FROM core_logsegment", "SEGMENT_MISSING", 1, None),
        ("UPDATE core_logsegment SET rows = 8 WHERE number = 4", "SEGMENT_ALTERED", 4, None),
        ("UPDATE core_logsegment SET last_id = 40 WHERE number = 4", "SEGMENT_ALTERED", 4, None),
        ("UPDATE core_logsegment SET seal = '' WHERE number = 7", "SEGMENT_ALTERED", 7, None),
        ("UPDATE core_logsegment SET key = 'x' WHERE number = 7", "SEGMENT_ALTERED", 7, None),
        ("UPDATE core_logsegment SET marks = '' WHERE number = 2", "SEGMENT_ALTERED", 2, None),
    ],
)
def test_the_first_fault_is_told_precisely(filled, change, kind, segment, row):
    with tampering.owner() as connection:
        connection.execute(change)

    assert verify().fault == LogFault(FaultKind(kind), segment, row)


def test_a_chain_made_anew_is_not_the_one_that_is_remembered(filled):
    """By somebody who has the keys too: only what stands elsewhere tells."""
    log_head.forget()
    log_head.remember(tampering.SEGMENTS, b"another")

    assert verify().fault == LogFault(FaultKind.SEGMENT_ALTERED, tampering.SEGMENTS)


def test_what_is_remembered_is_the_latest(filled):
    log_head.remember(1, b"earlier")

    assert log_head.remembered().number == tampering.SEGMENTS


def test_a_row_put_between_is_told(filled):
    copied = ", ".join(f'"{one}"' for one in COLUMNS if one != "id")
    with tampering.owner() as connection:
        connection.execute(
            f"INSERT INTO core_accessentry (id, {copied}) SELECT 0, {copied}"  # noqa: S608 - ours
            " FROM core_accessentry WHERE id = 1"
        )

    assert verify().fault == LogFault(FaultKind.ROW_ADDED, 1, 0)


def test_rows_that_changed_places_are_told(filled):
    columns = ", ".join(f'"{one}" = other."{one}"' for one in COLUMNS if one != "id")
    with tampering.owner() as connection:
        connection.execute(
            f"UPDATE core_accessentry AS own SET {columns} FROM core_accessentry AS other"  # noqa: S608 - ours
            " WHERE (own.id, other.id) IN ((20, 23), (23, 20))"
        )

    assert verify().fault == LogFault(FaultKind.ROWS_REORDERED, 3, 20)


@pytest.mark.parametrize("table", tampering.TABLES)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {}", "TRUNCATE {}"])
def test_the_web_role_changes_nothing(filled, table, change):
    column = "role = ''" if table == "core_accessentry" else "key = ''"

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table, column))


def test_what_is_found_is_kept_and_said(filled, caplog):
    check_log()
    with tampering.owner() as connection:
        connection.execute("DELETE FROM core_accessentry WHERE id = 11")
    check_log()

    told = list(LogCheck.objects.order_by("at").values_list("segments", "fault", "segment", "row"))
    assert told == [(7, "", None, None), (1, "ROW_MISSING", 2, 11)]
    assert [one.message for one in caplog.records if one.levelname == "ERROR"] == [
        "THE ACCESS LOG IS NOT WHOLE: Rad 11 i segment 2 saknas."
    ]


def test_writers_and_sealers_at_once_lose_nothing(transactional_db):
    failed = []

    def often(work, times):
        try:
            for _time in range(times):
                work()
        except Exception as error:  # noqa: BLE001 - told below, from another thread
            failed.append(error)
        finally:
            connection.close()

    writers = [Thread(target=often, args=(lambda: write_some(5), 60)) for _one in range(2)]
    sealers = [Thread(target=often, args=(seal, 25)) for _one in range(2)]
    for thread in (*writers, *sealers):
        thread.start()
    for thread in (*writers, *sealers):
        thread.join()
    seal()

    assert (failed, verify().rows, verify().fault) == ([], 600, None)


def test_a_row_on_its_way_is_waited_for(transactional_db, monkeypatch):
    """Not sealed past: it has a lower number than those that came after."""
    monkeypatch.setattr("stegvis.core.actions.log_sealing.PATIENCE", "100ms")
    sealed = []

    def seal_beside():
        sealed.append(seal())
        connection.close()

    with transaction.atomic():
        write_some(1)
        beside = Thread(target=seal_beside)
        beside.start()
        beside.join()

    assert (sealed, seal(), verify().rows) == ([0], 1, 1)
