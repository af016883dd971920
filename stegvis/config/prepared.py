"""The tables and the example, made ready for those who will use them."""

import subprocess
import sys

from stegvis.config import environment, example
from stegvis.config.databases import OWNER, WEB
from stegvis.config.migrated import is_migrated
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused


def make_ready(*, with_example: bool) -> None:
    """Quick when there is nothing to do: one question about the tables, one about the example."""
    make_tables_ready()
    if with_example and example.is_wanted():
        print(_("Läser in exemplet …"), flush=True)
        _run("demo", "--quiet")


def make_tables_ready() -> None:
    if is_migrated(environment.text(WEB)):
        return
    if not environment.text(OWNER):
        raise Refused(
            _(
                "Databasens tabeller hör till en annan version. Kör python3 run.py manage "
                "migrate med DATABASE_OWNER_URL satt, och försök sedan igen."
            )
        )
    print(_("Gör i ordning databasens tabeller …"), flush=True)
    _run("manage", "migrate", "--verbosity", "0")


def _run(*command: str) -> None:
    """In a process of its own, which takes with it what it loaded; Ctrl-C reaches it too."""
    us = [sys.executable, "-P", "-m", "stegvis.config.commands"]
    if subprocess.run([*us, *command], check=False).returncode:
        raise Refused(_("Stegvis kunde inte startas. Felet står här ovanför."))
