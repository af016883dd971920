"""How long the access log is kept, and what is done with it without anybody asking."""

import os
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from stegvis.config.databases import OWNER
from stegvis.config.renewal import renew
from stegvis.config.worker import start_worker_thread
from stegvis.core.actions import log_head
from stegvis.core.actions.log_checking import verify
from stegvis.core.actions.log_dropping import drop_old
from stegvis.core.actions.log_sealing import seal
from stegvis.core.calculations.encryption import new_key
from stegvis.core.models import AccessEntry, LogCheck, LogSegment
from stegvis.core.values.log_faults import FaultKind, LogFault
from stegvis.core.values.refusals import Refused
from tests.integration.test_jobs import until
from tests.trust import log as tampering

NOW = timezone.now()
SIX_YEARS, YEAR = timedelta(days=6 * 366), timedelta(days=366)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


def sealed(ago, rows=2):
    one = {"person": UUID(int=1), "action": "READ", "ground": "CASE", "request": UUID(int=2)}
    AccessEntry.objects.bulk_create(AccessEntry(at=NOW - ago, **one) for _row in range(rows))
    seal(NOW - ago)


@pytest.fixture
def old_and_young(transactional_db):
    """Two old segments and one of last year."""
    tampering.number_from_one()
    for ago in (SIX_YEARS, SIX_YEARS, YEAR):
        sealed(ago)


@pytest.fixture
def as_owner(monkeypatch):
    """The connection of the owner, as the command has it."""
    from django.db import connection  # noqa: PLC0415 - its own settings are changed

    parts = psycopg.conninfo.conninfo_to_dict(os.environ[OWNER])
    own = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict |= {"USER": parts["user"], "PASSWORD": parts["password"]}
    yield
    connection.close()
    connection.settings_dict |= own


def test_old_segments_are_dropped_by_the_owner(old_and_young, as_owner):
    assert drop_old(NOW) == 4

    segments = list(LogSegment.objects.order_by("number").values_list("number", "rows", "dropped"))
    assert segments == [(3, 2, 0), (4, 0, 2)]
    assert (AccessEntry.objects.count(), verify().rows, verify().fault) == (2, 2, None)


def test_dropped_once_there_is_no_more_to_drop(old_and_young, as_owner):
    drop_old(NOW)

    assert (drop_old(NOW), LogSegment.objects.count()) == (0, 2)


def test_what_is_left_is_as_guarded_as_before(old_and_young, as_owner):
    drop_old(NOW)
    with tampering.owner() as connection:
        connection.execute("UPDATE core_accessentry SET at = at - interval '9 years'")

    assert verify().fault == LogFault(FaultKind.ROW_ALTERED, 3, 5)


def test_everything_may_be_old(transactional_db, as_owner):
    sealed(SIX_YEARS)

    assert (drop_old(NOW), AccessEntry.objects.count(), verify().fault) == (2, 0, None)


@pytest.mark.parametrize(("years", "number"), [(5, 4), (7, 0)])
def test_an_installation_may_keep_it_longer(old_and_young, as_owner, settings, years, number):
    settings.STEGVIS_LOG_YEARS = years

    assert drop_old(NOW) == number


def test_the_web_role_drops_nothing(old_and_young):
    with pytest.raises(Refused, match="ägare"):
        drop_old(NOW)

    assert (AccessEntry.objects.count(), LogSegment.objects.count()) == (6, 3)


def test_nothing_is_dropped_from_a_log_that_is_not_whole(old_and_young, as_owner):
    with tampering.owner() as connection:
        connection.execute("UPDATE core_accessentry SET role = 'x'")

    with pytest.raises(Refused, match="Loggen är inte hel"):
        drop_old(NOW)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("DELETE FROM core_accessentry", "kept for five years"),
        ("DELETE FROM core_logsegment", "kept for five years"),
        ("UPDATE core_accessentry SET role = ''", "never changed"),
        ("UPDATE core_logsegment SET key = ''", "never changed"),
        ("TRUNCATE core_accessentry", "never changed"),
        ("TRUNCATE core_logsegment", "never changed"),
    ],
)
def test_young_rows_are_kept_whoever_asks(old_and_young, change, why):
    with (
        psycopg.connect(os.environ[OWNER]) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege, match=why),
    ):
        connection.execute(change)


def test_a_worker_that_starts_seals_and_checks(transactional_db):
    sealed(YEAR)
    AccessEntry.objects.create(
        person=UUID(int=1), action="READ", ground="CASE", request=UUID(int=2)
    )

    worker = start_worker_thread()
    try:
        until(lambda: LogSegment.objects.count() == 2 and LogCheck.objects.exists())
    finally:
        worker.stop()

    assert LogCheck.objects.get().fault == ""


def test_commands_say_what_they_did(old_and_young, capsys):
    AccessEntry.objects.create(
        person=UUID(int=1), action="READ", ground="CASE", request=UUID(int=2)
    )
    call_command("seal_log")
    call_command("verify_log")

    assert capsys.readouterr().out == (
        "1 nya segment är förseglade.\nLoggen är hel: 7 rader i 4 segment.\n"
    )


def test_a_fault_ends_the_command_badly(old_and_young):
    with tampering.owner() as connection:
        connection.execute("DELETE FROM core_logsegment WHERE number = 2")

    with pytest.raises(CommandError, match=r"^Segment 2 saknas\.$"):
        call_command("verify_log")


def test_the_command_drops_what_is_old(old_and_young, as_owner, capsys):
    call_command("drop_log")

    assert capsys.readouterr().out == "4 rader är borttagna.\n"


def test_the_command_says_why_it_does_not(old_and_young):
    with pytest.raises(CommandError, match="ägare"):
        call_command("drop_log")


def test_keys_are_renewed_for_the_log_too(old_and_young, settings):
    settings.STEGVIS_KEYS = [new_key(), *settings.STEGVIS_KEYS]

    renew()

    settings.STEGVIS_KEYS = settings.STEGVIS_KEYS[:1]
    assert (verify().segments, verify().fault) == (4, None)


def test_keys_are_not_renewed_while_the_log_cannot_be_sealed(old_and_young, settings, monkeypatch):
    monkeypatch.setattr("stegvis.config.renewal.seal", lambda: 0)
    settings.STEGVIS_KEYS = [new_key(), *settings.STEGVIS_KEYS]

    with pytest.raises(Refused, match="en gång till"):
        renew()


def test_a_backup_that_was_read_back_is_told(old_and_young):
    """Its end is older than what this machine remembers, until somebody says that it is right."""
    with tampering.owner() as connection:
        connection.execute("DELETE FROM core_accessentry WHERE id > 4")
        connection.execute("DELETE FROM core_logsegment WHERE number = 3")
    found = verify().fault

    log_head.forget()

    assert (found, verify().fault) == (LogFault(FaultKind.SEGMENT_MISSING, 3), None)
