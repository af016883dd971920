"""Who uses the server: several processes, some of them killed."""

import subprocess
import sys

import pytest

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import OWNER, processes
from tests.house import ROOT
from tests.postgresql_places import ask, copied_cluster, start, temporary_folder

# Starts, says its address, and uses the server until a line comes in.
USER = """
import sys
from pathlib import Path
from stegvis.core.actions import postgresql
server = postgresql.start(Path(sys.argv[1]), durable=False)
print(server.url("postgres"), flush=True)
if sys.stdin.readline():
    postgresql.stop(server)
"""

# A child made by fork thinks it holds what its parent holds.
PARENT = """
import os, sys
from pathlib import Path
from stegvis.core.actions import postgresql
server = postgresql.start(Path(sys.argv[1]), durable=False)
child = os.fork()
if not child:
    postgresql.stop(server)
    os._exit(0)
os.waitpid(child, 0)
print(postgresql.running(server.directory) == server)
postgresql.stop(server)
print(postgresql.running(server.directory))
"""


@pytest.fixture
def directory():
    with copied_cluster() as place:
        yield place.directory


@pytest.fixture
def new():
    with temporary_folder() as folder:
        yield folder / "data"


@pytest.fixture
def users(directory):
    """Makes a user in a process of its own; those left over are killed."""
    made = []

    def make(directory):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        made.append(subprocess.Popen([sys.executable, "-c", USER, directory], cwd=ROOT, **pipes))
        return made[-1]

    yield make
    for user in made:
        user.kill()
        user.communicate()


def said(user):
    return user.stdout.readline().strip()


def leave(user):
    user.communicate("\n", timeout=60)
    assert user.returncode == 0


def test_four_first_starts_at_once_make_one_server(new, users):
    addresses = {said(user) for user in [users(new) for _number in range(4)]}

    assert len(addresses) == 1
    assert ask(addresses.pop(), "select 1") == [(1,)]


def test_server_stays_while_another_process_uses_it(directory, users):
    server, other = start(directory), users(directory)
    assert said(other) == server.url(OWNER)

    postgresql.stop(server)

    assert ask(server.url(OWNER), "select 1") == [(1,)]
    leave(other)
    assert processes.servers_of(directory) == []


def test_killed_user_counts_no_longer(directory, users):
    server, other = start(directory), users(directory)
    said(other)
    other.kill()
    other.wait()

    postgresql.stop(server)

    assert processes.servers_of(directory) == []


def test_server_outlives_a_killed_starter(directory, users):
    starter = users(directory)
    address = said(starter)
    starter.kill()
    starter.wait()

    found = postgresql.running(directory)

    assert found.url(OWNER) == address
    postgresql.stop(found)
    assert processes.servers_of(directory) == []


def test_inherited_lease_does_not_stop_the_parents_server(directory):
    done = subprocess.run(
        [sys.executable, "-c", PARENT, directory], cwd=ROOT, capture_output=True, check=True
    )

    assert done.stdout == b"True\nNone\n"


def test_start_killed_while_it_makes_the_cluster_can_be_made_again(new, users):
    starter = users(new)
    while not list(new.parent.glob("data.unfinished-*/data/PG_VERSION")):
        assert starter.poll() is None
    starter.kill()
    starter.wait()

    server = start(new)

    assert ask(server.url(OWNER), "select 1") == [(1,)]
    assert sorted(path.name for path in new.parent.iterdir()) == ["data", "data.launcher"]
