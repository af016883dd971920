"""The embedded server, from its first start to its stop."""

import stat
from urllib.parse import urlsplit

import psycopg
import pytest

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import OWNER, passwords, processes
from stegvis.core.actions.postgresql.places import Place
from tests.postgresql_places import ask, copied_cluster, start, temporary_folder


@pytest.fixture(scope="module")
def server():
    with temporary_folder() as folder:
        yield start(folder / "data med åäö")


@pytest.fixture
def directory():
    with temporary_folder() as folder:
        yield folder / "data"


@pytest.fixture
def cluster():
    with copied_cluster() as place:
        yield place.directory


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_start_serves_the_directory(server):
    assert ask(server.url(OWNER), "show data_directory") == [(str(server.directory),)]


def test_start_attaches_to_what_runs(server):
    assert start(server.directory) == server


def test_running_finds_the_server(server):
    assert postgresql.running(server.directory) == server


def test_running_without_server_makes_nothing(directory):
    assert postgresql.running(directory) is None
    assert list(directory.parent.iterdir()) == []


def test_server_listens_on_no_network(server):
    assert ask(server.url(OWNER), "show listen_addresses") == [("",)]


def test_every_way_in_asks_for_scram(server):
    lines = (server.directory / "pg_hba.conf").read_text(encoding="utf-8").splitlines()
    methods = {line.split()[-1] for line in lines if line.strip() and not line.startswith("#")}

    assert methods == {"scram-sha-256"}


def test_wrong_password_is_refused(server):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        ask(server.url(OWNER, password="fel"), "select 1")  # noqa: S106 - a wrong one


def test_password_stands_in_a_private_file_only(server):
    place = Place(server.directory)

    assert passwords.read(place.passwords)[OWNER] == server.password
    assert (mode(place.passwords), mode(place.ours)) == (0o600, 0o700)
    assert server.password not in repr(server)


def test_socket_folder_is_closed(server):
    assert mode(server.socket_directory) == 0o700


def test_swedish_letters_are_folded(server):
    assert ask(server.url(OWNER), "select upper('åäö'), 'ÅSA' ilike 'åsa'") == [("ÅÄÖ", True)]


def test_url_is_encoded(server):
    url = server.url("a b", role="å/:", password="p@/?")  # noqa: S106 - an invented one

    assert url.startswith("postgresql://%C3%A5%2F%3A:p%40%2F%3F@/a%20b?host=%2F")
    assert urlsplit(url).hostname is None


def test_stop_leaves_nothing_behind(cluster):
    server = start(cluster)

    postgresql.stop(server)

    assert processes.servers_of(cluster) == []
    assert not server.socket_directory.exists()
    assert not (cluster / "postmaster.pid").exists()
    assert sorted(path.name for path in cluster.parent.iterdir()) == ["data", "data.launcher"]
    assert postgresql.running(cluster) is None


def test_second_start_keeps_rows_and_password(cluster):
    first = start(cluster)
    ask(first.url(OWNER), "create table kept as select 7 as number")
    postgresql.stop(first)

    second = start(cluster)

    assert second == first
    assert ask(second.url(OWNER), "table kept") == [(7,)]


def test_stopping_twice_is_nothing(cluster):
    server = start(cluster)
    postgresql.stop(server)

    postgresql.stop(server)

    assert postgresql.running(cluster) is None
