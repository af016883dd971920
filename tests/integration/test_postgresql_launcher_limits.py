"""Where patience ends, and what is done when the system has less to offer."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import (
    OWNER,
    accounts,
    clusters,
    locks,
    postmasters,
    processes,
    sockets,
)
from stegvis.core.actions.postgresql.places import Place
from stegvis.core.values.refusals import Refused
from tests.house import ROOT
from tests.postgresql_places import ask, copied_cluster, start, temporary_folder

USER = """
import sys
from pathlib import Path
from stegvis.core.actions import postgresql
print(postgresql.running(Path(sys.argv[1])).port, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def place():
    with copied_cluster() as copy:
        yield copy


@pytest.fixture
def server(place):
    return start(place.directory)


def test_start_that_hangs_is_told_to_the_next(place, monkeypatch):
    monkeypatch.setattr(locks, "PATIENCE_SECONDS", 0.1)

    with locks.alone(place), pytest.raises(Refused) as caught:
        start(place.directory)

    assert caught.value.sentence == (
        f"En annan start av databasen i {place.directory} har pågått i flera minuter. "
        "Avsluta den och försök igen."
    )


def test_server_that_does_not_stop_is_broken_off(place, monkeypatch):
    monkeypatch.setattr(postmasters, "STOP_SECONDS", -1)
    server = postgresql.start(place.directory)
    ask(server.url(OWNER), "create table kept as select 7 as number")

    postgresql.stop(server)

    assert processes.servers_of(server.directory) == []
    assert ask(start(server.directory).url(OWNER), "table kept") == [(7,)]


def test_lost_socket_of_a_server_in_use_is_told(server, monkeypatch):
    monkeypatch.setattr(postmasters, "PATIENCE_SECONDS", 0.1)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(
        [sys.executable, "-c", USER, server.directory], cwd=ROOT, **pipes
    ) as user:
        assert user.stdout.readline() == b"5432\n"
        sockets.clear_socket_directory(server.socket_directory)

        with pytest.raises(Refused) as caught:
            start(server.directory)

        user.communicate(b"\n")
    assert caught.value.sentence == (
        f"Databasen i {server.directory} används av ett annat program, men dess uttag (socket) "
        "är borta. Avsluta det programmet och starta igen."
    )


def test_grown_log_is_begun_anew(place):
    with place.log.open("w", encoding="utf-8") as opened:
        opened.truncate(postmasters.LOG_BYTES + 1)

    start(place.directory)

    assert 0 < place.log.stat().st_size < 10_000


def test_launch_that_says_nothing_is_told(place, monkeypatch):
    monkeypatch.setattr(postmasters, "DETACH", "echo 999999999")
    place.log.unlink()

    with pytest.raises(Refused) as caught:
        start(place.directory)

    assert caught.value.sentence == (
        f"Databasen i {place.directory} startar inte. PostgreSQL svarade: ? "
        f"Hela svaret står i {place.log}."
    )


def test_cluster_that_cannot_be_made_leaves_nothing(monkeypatch):
    monkeypatch.setattr(clusters, "LOCALE", ("--locale-provider=okänd",))
    with temporary_folder() as folder:
        with pytest.raises(Refused) as caught:
            start(folder / "data")

        assert caught.value.sentence.startswith(
            f"Databasen kunde inte skapas i {folder}. PostgreSQL svarade: initdb: error: "
        )
        assert [path.name for path in folder.iterdir()] == ["data.launcher"]


def test_file_on_the_way_is_told():
    with temporary_folder() as folder:
        (folder / "fil").touch()

        with pytest.raises(Refused, match="Systemet svarade: "):
            start(folder / "fil" / "data")


def test_socket_that_another_server_answers_is_left(place):
    account = accounts.account_for(place.directory)
    first = sockets.make_socket_directory(place.directory, account)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(first / sockets.SOCKET))
        other.listen()

        second = sockets.make_socket_directory(place.directory, account)

    for folder in (first, second):
        sockets.remove_socket_directory(folder, account)
    assert second == first.with_name(f"{first.name}-2")
    assert (first.exists(), second.exists()) == (False, False)


def test_server_is_found_without_a_process_folder(server, monkeypatch):
    monkeypatch.setattr(processes, "PROC", server.directory / "missing")

    assert processes.servers_of(server.directory) == [processes.read_pid_file(server.directory).pid]
    postgresql.stop(server)
    assert processes.servers_of(server.directory) == []


def test_pid_of_another_account_is_alive():
    assert [processes.is_alive(pid) for pid in (0, 1, os.getpid(), 999_999_999)] == [
        False,
        True,
        True,
        False,
    ]


def test_signal_to_the_dead_is_nothing():
    processes.send(signal.SIGQUIT, [999_999_999])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs a stand-in")
def test_root_without_stand_in_is_told(monkeypatch):
    monkeypatch.setattr(accounts, "STAND_INS", ("ingen-sådan",))
    with temporary_folder() as folder, pytest.raises(Refused, match="kan inte köras som root"):
        start(folder / "data")


def test_unlisted_account_is_called_by_its_number():
    assert accounts.name_of(54_321) == "54321"


def test_place_stands_beside_the_directory(place):
    assert Place.at(place.directory).ours == place.directory.with_name("data.launcher")
