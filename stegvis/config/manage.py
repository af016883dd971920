"""Django's own commands; those that change tables run as the database's owner."""

import os
import sys
from urllib.parse import unquote, urlsplit

from django.core.management import execute_from_command_line

from stegvis.config import environment, migrated
from stegvis.config.attached import database
from stegvis.config.databases import ACTS_AS_OWNER, OWNER, WEB
from stegvis.core.actions.grants import grant_to

MIGRATE = "migrate"
AS_OWNER = frozenset({MIGRATE, "makemigrations", "flush", "sqlflush", "dbshell", "drop_log"})
OF_ALL = frozenset({"--verbosity", "-v", "0", "1", "2", "3", "--noinput", "--no-input"})


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings")
    command, *rest = arguments or ["help"]
    if command in AS_OWNER:
        os.environ[ACTS_AS_OWNER] = "1"
    with database():
        execute_from_command_line(["python3 run.py manage", command, *rest])
        if command == MIGRATE:
            _after_migration(rest)
    return 0


def _after_migration(arguments: list[str]) -> None:
    """With any other argument some may be left: then the next start looks for itself."""
    owner, web = environment.text(OWNER), unquote(urlsplit(environment.text(WEB)).username or "")
    grant_to(web, owner_url=owner)
    migrated.remember(owner, all_done=set(arguments) <= OF_ALL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
