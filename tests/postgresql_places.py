"""Folders for servers under test: where the account that serves can pass, unlike pytest's own."""

import atexit
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import processes
from stegvis.core.actions.postgresql.places import PASSABLE, Place


@contextmanager
def temporary_folder():
    """Removed with every server that still serves a directory in it."""
    folder = Path(tempfile.mkdtemp(prefix="stegvis-test-")).resolve()
    folder.chmod(PASSABLE)
    try:
        yield folder
    finally:
        for found in list(folder.rglob("PG_VERSION")):
            end(found.parent)
        shutil.rmtree(folder)


@cache
def whole_cluster():
    """A cluster at rest, made once for all tests: a copy takes a tenth of the time."""
    folder = Path(tempfile.mkdtemp(prefix="stegvis-test-")).resolve()
    atexit.register(shutil.rmtree, folder)
    folder.chmod(PASSABLE)
    postgresql.stop(start(folder / "data"))
    return Place(folder / "data")


@contextmanager
def copied_cluster():
    """The place of a cluster of one's own that nobody serves yet."""
    made = whole_cluster()
    with temporary_folder() as folder:
        copy = Place(folder / "data")
        for source, target in ((made.directory, copy.directory), (made.ours, copy.ours)):
            subprocess.run(["/bin/cp", "-a", source, target], check=True)
        yield copy


def end(directory):
    """Killed, and gone before its files are removed."""
    found = processes.read_pid_file(directory)
    until = time.monotonic() + 30
    while pids := processes.servers_of(directory):
        processes.send(signal.SIGKILL, pids)
        assert time.monotonic() < until
    if found and found.directory == directory:
        shutil.rmtree(found.socket_directory, ignore_errors=True)


def start(directory):
    return postgresql.start(directory, durable=False)


def ask(url, question):
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(question)
        return cursor.fetchall() if cursor.description else []
