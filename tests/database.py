"""The tests' own PostgreSQL: as in earnest, the owner makes the tables and the web role serves.

Loaded as a pytest plugin before the settings are read (see pyproject.toml). Every run has a
database of its own, made from one that is migrated once for each set of migrations.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from stegvis.config.databases import OWNER, WEB
from stegvis.core.actions.postgresql import ensure_database, reachable, start, stop

ROOT = Path(__file__).parents[1]
SERVER = start(reachable(ROOT / ".cache" / "test-postgresql"), durable=False)
OWN_NAME = f"run_{os.getpid()}"


def template_name():
    """Changes with the migrations and with what grants say."""
    sources = sorted([*ROOT.glob("stegvis/*/migrations/*.py"), ROOT / "requirements.txt"])
    sources.append(ROOT / "stegvis/core/actions/grants.py")
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources))
    return f"template_{digest.hexdigest()[:12]}"


TEMPLATE = template_name()  # as the sources stood when the run began
ACCESS = ensure_database(SERVER, TEMPLATE)
MIGRATED = {OWNER: ACCESS.owner_url, WEB: ACCESS.web_url}
OF_THIS_RUN = {
    name: url.replace(f"/{TEMPLATE}?", f"/{OWN_NAME}?") for name, url in MIGRATED.items()
}
os.environ |= OF_THIS_RUN
os.environ.setdefault("STEGVIS_DATA", str(ROOT / ".cache" / "test-data"))


def as_superuser(statement, database="postgres"):
    with psycopg.connect(SERVER.url(database), autocommit=True) as connection:
        connection.execute(statement)


def migrate_template():
    """One at a time: others wait, and then find nothing left to do."""
    with psycopg.connect(SERVER.url("postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(1)")
        command = [sys.executable, "-m", "stegvis.config.manage", "migrate", "--verbosity", "0"]
        subprocess.run(command, check=True, cwd=ROOT, env=os.environ | MIGRATED)
        connection.execute(f'CREATE DATABASE "{OWN_NAME}" TEMPLATE "{TEMPLATE}"')


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    as_superuser(f'DROP DATABASE IF EXISTS "{OWN_NAME}" WITH (FORCE)')
    migrate_template()
    yield
    as_superuser(f'DROP DATABASE IF EXISTS "{OWN_NAME}" WITH (FORCE)')


@pytest.fixture
def transactional_db(django_db_setup, django_db_blocker):
    """Rows are really committed, and emptied by the owner: the web role may not truncate."""
    from django.db import connections  # noqa: PLC0415 - the settings are not read before

    with django_db_blocker.unblock():
        yield
        connections.close_all()
        empty_tables()


def empty_tables():
    from stegvis.core.actions import log_head  # noqa: PLC0415 - the settings are not read before

    log_head.forget()
    with psycopg.connect(os.environ[OWNER]) as connection:
        rows = connection.execute(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' "
            "AND tablename NOT IN ('django_migrations', 'django_content_type')"
        )
        names = ", ".join(name for (name,) in rows)
        connection.execute("SET LOCAL stegvis.empties = 'everything'")
        connection.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")


def pytest_unconfigure():
    stop(SERVER)
