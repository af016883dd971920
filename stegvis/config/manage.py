"""Django's own commands; those that change tables run as the database's owner."""

import os
import sys
from urllib.parse import unquote, urlsplit

from django.core.management import execute_from_command_line

from stegvis.config import environment
from stegvis.config.databases import ACTS_AS_OWNER, OWNER, WEB
from stegvis.core.actions.grants import grant_to

MIGRATE = "migrate"
AS_OWNER = frozenset({MIGRATE, "makemigrations", "flush", "sqlflush", "dbshell"})


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings")
    command = arguments[0] if arguments else ""
    if command in AS_OWNER:
        os.environ[ACTS_AS_OWNER] = "1"
    execute_from_command_line(["python3 run.py manage", *arguments])
    if command == MIGRATE:
        web = unquote(urlsplit(environment.text(WEB)).username or "")
        grant_to(web, owner_url=environment.text(OWNER))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
