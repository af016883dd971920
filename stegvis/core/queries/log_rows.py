"""The rows of the access log as the chain knows them, streamed."""

from collections import deque
from collections.abc import Generator
from selectors import EVENT_READ, DefaultSelector

from django.db import OperationalError, connection
from psycopg import sql
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn

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
        own = cursor.connection
        yield from _copied(own.pgconn, statement.as_bytes(own))


def _copied(server: PGconn, statement: bytes) -> Generator[bytes]:
    """Past the upper layers of the driver, which take twice as long as all the rest.

    Never waits for the database while other threads wait for us.
    """
    server.exec_(statement)
    rows = _arriving(server)
    try:
        for row in rows:  # noqa: UP028 - `yield from` would end it before the rest has come
            yield row
    finally:
        deque(rows, maxlen=0)
        _end(server)


def _arriving(server: PGconn) -> Generator[bytes]:
    with DefaultSelector() as waiting:
        waiting.register(server.socket, EVENT_READ)
        size, row = server.get_copy_data(1)
        while size >= 0:
            if size:
                yield bytes(row)
            else:
                waiting.select()
                server.consume_input()
            size, row = server.get_copy_data(1)


def _end(server: PGconn) -> None:
    while (result := server.get_result()) is not None:
        if result.status != ExecStatus.COMMAND_OK:
            raise OperationalError(result.get_error_message())
