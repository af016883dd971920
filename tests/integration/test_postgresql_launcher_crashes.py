"""A killed server, and what it leaves: start works again and the rows are there."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import OWNER, postmasters, processes
from stegvis.core.actions.postgresql.places import Place
from tests.postgresql_places import ask, copied_cluster, start


@pytest.fixture
def server():
    with copied_cluster() as place:
        server = postgresql.start(place.directory)  # durable: what was committed must survive
        ask(server.url(OWNER), "create table kept as select 7 as number")
        yield server


def kill_postmaster(server):
    os.kill(processes.read_pid_file(server.directory).pid, signal.SIGKILL)


def wait_until_gone(directory):
    until = time.monotonic() + 30
    while processes.servers_of(directory):
        assert time.monotonic() < until
        time.sleep(0.02)


def test_killed_postmaster_is_started_again(server):
    kill_postmaster(server)

    assert start(server.directory) == server
    assert ask(server.url(OWNER), "table kept") == [(7,)]


def test_killed_postmaster_is_not_running(server):
    kill_postmaster(server)

    assert postgresql.running(server.directory) is None


def test_stop_after_a_kill_removes_the_socket(server):
    kill_postmaster(server)
    wait_until_gone(server.directory)

    postgresql.stop(server)

    assert not server.socket_directory.exists()


def test_killed_session_leaves_the_server(server):
    (pid,) = ask(
        server.url(OWNER), "select pid from pg_stat_activity where backend_type = 'walwriter'"
    )[0]
    os.kill(pid, signal.SIGKILL)

    assert start(server.directory) == server
    assert ask(server.url(OWNER), "table kept") == [(7,)]


@pytest.fixture
def busy_session(server):
    """A session that looks at nothing else for hours."""
    program = "import psycopg, sys; psycopg.connect(sys.argv[1]).execute(sys.argv[2])"
    question = "select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000) b"
    command = [sys.executable, "-c", program, server.url(OWNER), question]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as client:
        seen = "select 1 from pg_stat_activity where query ~ '^select count'"
        while not ask(server.url(OWNER), seen):
            assert client.poll() is None
        yield
        client.kill()


@pytest.mark.usefixtures("busy_session")
def test_session_that_outlives_a_killed_postmaster_is_ended(server, monkeypatch):
    monkeypatch.setattr(postmasters, "PATIENCE_SECONDS", 0.5)
    kill_postmaster(server)

    assert start(server.directory) == server
    assert ask(server.url(OWNER), "table kept") == [(7,)]


@pytest.mark.parametrize("pid", [os.getpid(), 1, 999_999_999])
def test_pid_file_of_another_program_is_not_believed(server, pid):
    left = (server.directory / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    postgresql.stop(server)
    path = server.directory / "postmaster.pid"
    path.write_text("\n".join([str(pid), *left[1:]]), encoding="utf-8")
    shutil.chown(path, *owner(server.directory))

    assert start(server.directory) == server
    assert ask(server.url(OWNER), "table kept") == [(7,)]


def owner(path):
    return path.stat().st_uid, path.stat().st_gid


def test_socket_left_by_another_program_is_replaced(server):
    postgresql.stop(server)
    server.socket_directory.mkdir(mode=0o700)
    lock = server.socket_directory / f".s.PGSQL.{server.port}.lock"
    lock.write_text(f"{os.getpid()}\n/annat\n1\n{server.port}\n", encoding="utf-8")
    for path in (server.socket_directory, lock):
        shutil.chown(path, *owner(server.directory))

    assert start(server.directory) == server


def test_lost_socket_folder_is_made_again(server, monkeypatch):
    monkeypatch.setattr(postmasters, "PATIENCE_SECONDS", 0.5)
    shutil.rmtree(server.socket_directory)

    assert start(server.directory) == server
    assert ask(server.url(OWNER), "table kept") == [(7,)]


def test_moved_directory_is_served_where_it_stands(server):
    postgresql.stop(server)
    moved = server.directory.with_name("flyttad")
    server.directory.rename(moved)
    server.directory.with_name("data.launcher").rename(moved.with_name("flyttad.launcher"))

    found = start(moved)

    assert ask(found.url(OWNER), "show data_directory") == [(str(moved),)]
    assert ask(found.url(OWNER), "table kept") == [(7,)]


def test_copy_of_a_running_directory_is_not_taken_for_it(server):
    copy = server.directory.with_name("kopia")
    ours = Place(server.directory).ours, Place(copy).ours
    for source, target in ((server.directory, copy), ours):
        subprocess.run(["/bin/cp", "-a", source, target], check=True)

    found = start(copy)

    assert found.socket_directory != server.socket_directory
    assert ask(server.url(OWNER), "table kept") == [(7,)]


def test_directory_that_a_copy_has_opened_is_closed_again(server):
    postgresql.stop(server)
    server.directory.chmod(0o755)

    start(server.directory)

    assert server.directory.stat().st_mode & 0o777 == 0o700
