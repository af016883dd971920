"""Whether the tables are those of this version: asked in one quick question at every start.

The answer is a comment on Django's own table, so that it follows the tables wherever they go.
"""

import hashlib
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

ROOT = Path(__file__).parents[2]
DECIDES = ("stegvis/*/migrations/*.py", "stegvis/core/actions/grants.py", "requirements.txt")
QUESTION = "SELECT obj_description(to_regclass('django_migrations'), 'pg_class')"
ANSWER = "COMMENT ON TABLE django_migrations IS {}"


def is_migrated(url: str) -> bool:
    with connected(url) as connection:
        row = connection.execute(QUESTION).fetchone()
    return row == (_word(),)


def remember(owner_url: str, *, all_done: bool) -> None:
    """Said after each migration; after one that was asked to stop half-way nothing is known."""
    with connected(owner_url) as connection:
        word = sql.Literal(_word() if all_done else "")
        connection.execute(sql.SQL(ANSWER).format(word))


def connected(url: str) -> psycopg.Connection[Any]:
    try:
        return psycopg.connect(url)
    except psycopg.OperationalError as error:
        sentence = _("Databasen svarar inte. Kontrollera adressen i DATABASE_URL. {answer}")
        raise Refused(sentence.format(answer=str(error).splitlines()[0])) from error


def _word() -> str:
    files = sorted(file for pattern in DECIDES for file in ROOT.glob(pattern))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files))
    return f"stegvis {digest.hexdigest()[:16]}"
