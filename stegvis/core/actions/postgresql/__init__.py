"""The embedded PostgreSQL: a server that needs no installing, for trial and small sites.

Main words: place (where its things stand), account (who it runs as), cluster, postmaster,
lease (who uses it). It listens on a socket in a closed folder, with generated passwords.
It must never know Django, or what is stored.
"""

from stegvis.core.actions.postgresql.clusters import OWNER
from stegvis.core.actions.postgresql.databases import DatabaseAccess, ensure_database
from stegvis.core.actions.postgresql.lives import reachable, running, start, stop
from stegvis.core.actions.postgresql.server import Server

__all__ = [
    "OWNER",
    "DatabaseAccess",
    "Server",
    "ensure_database",
    "reachable",
    "running",
    "start",
    "stop",
]
