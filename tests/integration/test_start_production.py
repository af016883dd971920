"""A start as in operation: a given database, secrets from outside, TLS in front."""

import os
import re
import shlex
import subprocess
from contextlib import contextmanager

import psycopg
import pytest
from django.core.management.utils import get_random_secret_key

from stegvis.config.databases import OWNER, WEB
from stegvis.core.actions.postgresql.accounts import account_for
from stegvis.core.actions.postgresql.binaries import binaries_for
from stegvis.core.calculations.encryption import new_key
from tests.database import SERVER
from tests.starts import ROOT, Start, said

HOST = "stegvis.exempel.se"
FORWARDED = {"Host": HOST, "X-Forwarded-Proto": "https"}
PAGE = (ROOT / "docs" / "drift" / "README.md").read_text(encoding="utf-8")
NAME = f"drift{os.getpid()}"
PG = "--no-owner"  # what both commands of the backup are recognised by
NOT_FOR_OPERATORS = {"STEGVIS_ACTS_AS_OWNER", "STEGVIS_SENDS_LETTERS", "STEGVIS_NODE_MODULES"}


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("drift")


@contextmanager
def database(name):
    """The owner's URL and the web's, when the page's own statements have been run."""
    (statements,) = blocks("sql")
    with psycopg.connect(SERVER.url("postgres"), autocommit=True) as connection:
        for statement in statements.replace("stegvis", name).split(";\n"):
            connection.execute(statement or "SELECT 1")
        yield [
            SERVER.url(name, role=f"{name}_{role}", password=password)
            for role, password in (("owner", "byt-ut-mig-ett"), ("web", "byt-ut-mig-tva"))
        ]
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
        for role in ("owner", "web"):
            connection.execute(f"DROP ROLE {name}_{role}")


@pytest.fixture(scope="module")
def roles():
    with database(NAME) as urls:
        yield urls


@pytest.fixture(scope="module")
def operation(folder, roles):
    """What the environment holds on the server, when the page's first commands have been run."""
    secret = folder / "secret-key"
    secret.write_text(get_random_secret_key() * 2)
    owner, web = roles
    environment = {
        WEB: web,
        "STEGVIS_MODE": "production",
        "STEGVIS_SECRET_KEY_FILE": str(secret),
        "STEGVIS_KEYS": new_key(),
        "STEGVIS_INDEX_KEYS": new_key(),
        "STEGVIS_HOSTS": HOST,
        "STEGVIS_STATIC": str(folder / "static"),
    }
    for line in next(block for block in blocks("sh") if "migrate" in block).splitlines():
        words = shlex.split(line)[2:]
        as_owner = {OWNER: owner} if "migrate" in words else {}
        out, code = said(folder, *words, **environment | as_owner)
        assert code == 0, out
    return environment


@pytest.fixture(scope="module")
def started(folder, operation):
    with Start(folder, **operation) as running:
        yield running


def test_start_in_operation_answers_behind_tls(started):
    status, headers, page = started.get("/konto/logga-in/", **FORWARDED)

    assert (status, "demo" in "".join(started.lines)) == (200, False)
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert headers["set-cookie"].startswith("__Host-csrf=")
    assert "Stegvis" in page


def test_request_that_came_without_tls_is_sent_to_it(started):
    status, headers, _page = started.get("/", Host=HOST)

    assert (status, headers["location"]) == (301, f"https://{HOST}/")


def test_unknown_host_is_not_answered(started):
    status, _headers, _page = started.get("/", **FORWARDED | {"Host": "annan.exempel.se"})

    assert status == 400


def test_check_of_operation_finds_nothing(folder, operation):
    out, code = said(folder, "manage", "check", "--deploy", "--fail-level", "INFO", **operation)

    assert (out, code) == ("System check identified no issues (0 silenced).\n", 0)


@pytest.mark.parametrize("missing", ["STEGVIS_HOSTS", "STEGVIS_SECRET_KEY_FILE"])
def test_missing_setting_is_told_in_a_sentence(tmp_path, operation, missing):
    out, code = said(tmp_path, "manage", "check", **without(operation, missing))

    assert out.startswith(f"{missing.removesuffix('_FILE')} saknas.")
    assert (code, "Traceback" in out) == (1, False)


def test_start_without_a_setting_tells_which_and_ends(tmp_path, operation):
    out, code = said(tmp_path, "start", **without(operation, "STEGVIS_KEYS"))

    told = [line for line in out.splitlines() if line.startswith("STEGVIS_KEYS saknas.")]
    assert (len(told), code, "Traceback" in out) == (1, 1, False)


def without(environment, name):
    return {key: value for key, value in environment.items() if key != name}


def test_example_is_refused_in_operation(folder, operation):
    out, code = said(folder, "demo", "--reset", **operation)

    assert (out, code) == (
        "Det här är en installation i drift (STEGVIS_MODE). Exemplet finns bara för prov.\n",
        1,
    )


def test_backup_is_restored_as_the_page_says(tmp_path, operation, roles):
    kept, restored = (line for block in blocks("sh") for line in block.splitlines() if PG in line)
    programs = binaries_for(account_for(tmp_path)).folder

    def run(line, owner):
        shell = {"PATH": f"{programs}:{os.environ['PATH']}", OWNER: owner}
        subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=shell, check=True)

    with database(f"{NAME}b") as (owner, web):
        run(kept, roles[0])
        run(restored, owner)
        out, code = said(tmp_path, "manage", "migrate", **operation | {OWNER: owner, WEB: web})
        with psycopg.connect(web) as connection:
            (number,) = connection.execute("SELECT count(*) FROM organisations_user").fetchone()

    assert (code, number) == (0, 1), out


def test_tables_of_another_version_are_told_of(tmp_path, operation, roles):
    owner, _web = roles
    with psycopg.connect(owner) as connection:
        connection.execute("COMMENT ON TABLE django_migrations IS 'another'")

    out, code = said(tmp_path, "start", **operation)

    assert code == 1
    assert out == (
        "Databasens tabeller hör till en annan version. Kör python3 run.py manage migrate med "
        "DATABASE_OWNER_URL satt, och försök sedan igen.\n"
    )


def test_page_names_every_setting():
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "stegvis").rglob("*.py")]
    read = {name for text in sources for name in re.findall(r'"(STEGVIS_[A-Z_]+[A-Z])"', text)}
    named = set(re.findall(r"`(STEGVIS_[A-Z_]+)`", PAGE))

    assert read - NOT_FOR_OPERATORS - named == set()
