"""The database a command works on: the one that is given, or our own, running while it is used."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stegvis.config import environment
from stegvis.config.databases import OWNER, WEB
from stegvis.core.actions.postgresql import ensure_database, reachable, start, stop

DEFAULT_DATA = Path(__file__).parents[2] / ".data"
NAME = "stegvis"


def data_folder() -> Path:
    """Where an installation keeps what is its own: secrets, and the database if it is ours."""
    folder = environment.path("STEGVIS_DATA", DEFAULT_DATA)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def database() -> Iterator[None]:
    """DATABASE_URL and DATABASE_OWNER_URL hold while this does, for us and for what we start."""
    if environment.text(WEB) or environment.text(OWNER):
        yield
        return
    server = start(reachable(data_folder() / "postgresql"))
    try:
        access = ensure_database(server, NAME)
        os.environ |= {WEB: access.web_url, OWNER: access.owner_url}
        yield
    finally:
        for name in (WEB, OWNER):
            os.environ.pop(name, None)
        stop(server)
