"""Folders for servers under test: where the account that serves can pass, unlike pytest's own."""

import os
import shutil
import signal
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import processes
from stegvis.core.actions.postgresql.places import PASSABLE


@contextmanager
def temporary_folder():
    """Removed with every server that still serves a directory in it."""
    folder = Path(tempfile.mkdtemp(prefix="stegvis-test-")).resolve()
    folder.chmod(PASSABLE)
    try:
        yield folder
    finally:
        for directory in filter(Path.is_dir, folder.rglob("*")):
            if (directory / "PG_VERSION").is_file() and directory.parent.name != "base":
                end(directory)
        shutil.rmtree(folder)


def end(directory):
    found = processes.read_pid_file(directory)
    for pid in processes.servers_of(directory):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    if found and found.directory == directory:
        shutil.rmtree(found.socket_directory, ignore_errors=True)


def start(directory):
    return postgresql.start(directory, durable=False)


def ask(url, question):
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(question)
        return cursor.fetchall() if cursor.description else []
