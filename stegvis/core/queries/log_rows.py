"""The rows of the access log as the chain knows them, streamed."""

from collections.abc import Generator

from django.db import connection
from psycopg import sql

COLUMNS = (
    "id",
    "at",
    "user",
    "role",
    "unit",
    "agency",
    "association",
    "person",
    "action",
    "about",
    "purpose",
    "ground",
    "route",
    "request",
)
"""In the order in which they are chained: a new column goes last, and stands in no old row."""

THE_SAME_EVERYWHERE = (
    "SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true)"
)
COPY = "COPY (SELECT {columns} FROM core_accessentry WHERE {where} ORDER BY id {limit}) TO STDOUT"


def log_rows(*, after: int | None, until: int, limit: int | None = None) -> Generator[bytes]:
    """In PostgreSQL's own text, one row at a time. Inside a transaction.

    Without `after` from the very first, also those that can have no such number.
    """
    where = [sql.SQL("id <= {}").format(sql.Literal(until))]
    if after is not None:
        where.append(sql.SQL("id > {}").format(sql.Literal(after)))
    statement = sql.SQL(COPY).format(
        columns=sql.SQL(", ").join(map(sql.Identifier, COLUMNS)),
        where=sql.SQL(" AND ").join(where),
        limit=sql.SQL("LIMIT {}").format(sql.Literal(limit)) if limit else sql.SQL(""),
    )
    with connection.cursor() as cursor:
        cursor.execute(THE_SAME_EVERYWHERE)
        with cursor.copy(statement) as rows:
            for row in rows:
                yield bytes(row)
