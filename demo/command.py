"""`python3 run.py demo`: the example, once; with --reset from the beginning."""

import argparse

import psycopg
from django.utils import timezone

from demo.load import load
from stegvis.config import environment, example
from stegvis.config.databases import OWNER
from stegvis.core.actions import log_head
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

TRIES = 10

# all but what Django knows of itself, and the workers that may be running just now
EMPTIED = """
    SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public'
    AND tablename NOT IN (
        'django_migrations', 'django_content_type', 'auth_permission', 'procrastinate_workers'
    )
"""


def main(arguments: list[str]) -> int:
    chosen = _parser().parse_args(arguments)
    if not example.is_trial():
        raise Refused(
            _("Det här är en installation i drift (STEGVIS_MODE). Exemplet finns bara för prov.")
        )
    if chosen.reset:
        _empty()
    if not load(timezone.localdate(), password=example.password()):
        print(_("Här finns redan uppgifter, så inget ändrades. Börja om med --reset."))
    if not chosen.quiet:
        print(example.logins(), end="")
    return 0


def _empty() -> None:
    """Everything in the database, whoever put it there; only the owner can."""
    if not environment.text(OWNER):
        raise Refused(_("Bara databasens ägare kan tömma den. Sätt DATABASE_OWNER_URL."))
    for _time in range(TRIES):
        try:
            _truncate()
            log_head.forget()
        except psycopg.errors.DeadlockDetected:
            continue  # a job was under way, and had locked what we wanted
        return
    raise Refused(_("Stegvis arbetar med databasen. Försök igen om en stund."))


def _truncate() -> None:
    with psycopg.connect(environment.text(OWNER)) as connection:
        names = connection.execute(EMPTIED).fetchone()
        if names and names[0]:
            connection.execute("SET LOCAL stegvis.empties = 'everything'")
            connection.execute(f"TRUNCATE {names[0]} RESTART IDENTITY CASCADE")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py demo",
        description=_("Läs in exemplet: två förbund, deras insatser och några som arbetar där."),
        allow_abbrev=False,
    )
    reset = _("töm databasen först; det som någon har skrivit där försvinner")
    parser.add_argument("--reset", action="store_true", help=reset)
    parser.add_argument("--quiet", action="store_true", help=argparse.SUPPRESS)
    return parser
