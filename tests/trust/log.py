"""Tampers with the access log as the one who owns the database could, and asks if it is seen."""

import os
import random
from contextlib import contextmanager
from uuid import UUID

import psycopg
from psycopg import sql

from stegvis.config.databases import OWNER
from stegvis.core.actions.access_log import Visit, write
from stegvis.core.actions.log_checking import verify
from stegvis.core.actions.log_sealing import seal
from stegvis.core.queries.log_rows import COLUMNS
from stegvis.core.values.privacy import About
from stegvis.core.values.sightings import Action, collecting, saw
from stegvis.core.values.viewers import NOBODY

SEGMENTS, ROWS = 7, 9
TABLES = ("core_accessentry", "core_logsegment")
SEGMENT_COLUMNS = (
    "number",
    "first_id",
    "last_id",
    "rows",
    "dropped",
    "marks",
    "previous",
    "digest",
    "seal",
    "key",
    "sealed_at",
)


def fill(segments=SEGMENTS, rows=ROWS):
    """A log of some segments, each row of another person, written and sealed as in earnest."""
    for segment in range(segments):
        with collecting() as seen:
            for row in range(rows):
                person = UUID(int=segment * rows + row)
                saw(person, about=About.ORDINARY, ground=f"CASE-{row}")
        write(seen.rows(Action.READ), Visit(NOBODY, route="person"))
        seal()


def number_from_one():
    """Whatever was drawn by tests that took their rows back."""
    with owner() as connection:
        connection.execute("ALTER TABLE core_accessentry ALTER id RESTART WITH 1")


@contextmanager
def owner():
    """Past the triggers, as whoever owns the tables can go; committed at the end."""
    with psycopg.connect(os.environ[OWNER]) as connection:
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield connection
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def tamperings(times, seed=1):
    """How many of so many were found, in a log that is filled; each is undone afterwards."""
    chance = random.Random(seed)  # noqa: S311 - which row, not a secret
    with owner() as connection:
        _keep(connection)
        connection.commit()
        found = sum(
            _is_found(connection, TAMPERINGS[number % len(TAMPERINGS)], chance)
            for number in range(times)
        )
    if verify().fault is not None:
        raise RuntimeError("the log was not put back")
    return found, times


def _is_found(connection, tamper, chance):
    before = _looks(connection)
    tamper(connection, chance)
    if _looks(connection) == before:
        raise RuntimeError(f"{tamper.__name__} changed nothing")
    connection.commit()
    found = verify().fault is not None
    _put_back(connection)
    connection.commit()
    return found


def _looks(connection):
    looks = "SELECT md5(string_agg(one::text, '|' ORDER BY one)) FROM {} AS one"
    return [connection.execute(looks.format(table)).fetchone() for table in TABLES]


def _keep(connection):
    for table in TABLES:
        connection.execute(f"CREATE TEMPORARY TABLE kept_{table} AS TABLE {table}")


def _put_back(connection):
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - ours
        connection.execute(f"INSERT INTO {table} TABLE kept_{table}")


def _any_row(connection, chance):
    return chance.choice(connection.execute("SELECT id FROM core_accessentry").fetchall())[0]


def _any_segment(connection, chance):
    return chance.choice(connection.execute("SELECT number FROM core_logsegment").fetchall())[0]


NEW = {
    "bigint": "{} + 1000003",
    "integer": "{} + 1",
    "uuid": "gen_random_uuid()",
    "timestamp with time zone": "{} + interval '1 microsecond'",
    "character varying": "CASE WHEN {0} = '' THEN 'x' ELSE left({0}, -1) END",
    "text": "{} || 'x'",
    "bytea": r"set_byte(CASE WHEN {0} = '' THEN '\x00' ELSE {0} END, 0,"
    r" 255 - get_byte(CASE WHEN {0} = '' THEN '\x00' ELSE {0} END, 0))",
}


def _alter(connection, table, column, key):
    """The value in the next best to itself: one more, one letter less, one bit turned."""
    kind = connection.execute(
        "SELECT data_type FROM information_schema.columns WHERE table_name = %s"
        " AND column_name = %s",
        [table, column],
    ).fetchone()[0]
    primary = "id" if table == TABLES[0] else "number"
    name = sql.Identifier(column).as_string(connection)
    connection.execute(
        f"UPDATE {table} SET {name} = {NEW[kind].format(name)} WHERE {primary} = %s",  # noqa: S608 - ours
        [key],
    )


def row_altered(column):
    def tamper(connection, chance):
        _alter(connection, TABLES[0], column, _any_row(connection, chance))

    tamper.__name__ = f"row_altered_{column}"
    return tamper


def segment_altered(column):
    def tamper(connection, chance):
        _alter(connection, TABLES[1], column, _any_segment(connection, chance))

    tamper.__name__ = f"segment_altered_{column}"
    return tamper


def row_removed(connection, chance):
    connection.execute("DELETE FROM core_accessentry WHERE id = %s", [_any_row(connection, chance)])


def row_added(connection, chance):
    """With a number that a page which failed had drawn, or before all others."""
    gap = _any_row(connection, chance)
    connection.execute("DELETE FROM core_accessentry WHERE id = %s", [gap])
    connection.execute(
        "INSERT INTO core_accessentry (id, role, person, action, about, purpose, ground, route,"
        " request) VALUES (%s, '', gen_random_uuid(), 'READ', '', '', 'CASE', '',"
        " gen_random_uuid())",
        [chance.choice([gap, -1, 0])],
    )


def rows_swapped(connection, chance):
    ids = [one for (one,) in connection.execute("SELECT id FROM core_accessentry ORDER BY id")]
    here = chance.randrange(len(ids) - 1)
    first, second = ids[here], ids[chance.randrange(here + 1, len(ids))]
    others = ", ".join(f'"{one}" = other."{one}"' for one in COLUMNS if one != "id")
    connection.execute(
        f"UPDATE core_accessentry AS own SET {others} FROM core_accessentry AS other"  # noqa: S608 - ours
        " WHERE (own.id, other.id) IN ((%(first)s, %(second)s), (%(second)s, %(first)s))",
        {"first": first, "second": second},
    )


def segment_removed(connection, chance):
    number = _any_segment(connection, chance)
    connection.execute("DELETE FROM core_logsegment WHERE number = %s", [number])


def segment_removed_with_its_rows(connection, chance):
    number = _any_segment(connection, chance)
    connection.execute(
        "DELETE FROM core_accessentry USING core_logsegment WHERE number = %s"
        " AND id BETWEEN first_id AND last_id",
        [number],
    )
    connection.execute("DELETE FROM core_logsegment WHERE number = %s", [number])


def end_of_a_segment_cut(connection, chance):
    connection.execute(
        "DELETE FROM core_accessentry USING core_logsegment WHERE number = %s"
        " AND id BETWEEN last_id - %s AND last_id",
        [_any_segment(connection, chance), chance.randrange(ROWS)],
    )


def log_cut_short(connection, chance):
    """The whole end, rows and segments: what is left is a chain without a fault of its own."""
    number = _any_segment(connection, chance)
    connection.execute(
        "DELETE FROM core_accessentry WHERE id >="
        " (SELECT first_id FROM core_logsegment WHERE number = %s)",
        [number],
    )
    connection.execute("DELETE FROM core_logsegment WHERE number >= %s", [number])


def beginning_dropped(connection, chance):
    """As if its time were over, with a word of it in the latest segment."""
    number = min(_any_segment(connection, chance), SEGMENTS - 1)
    connection.execute(
        "DELETE FROM core_accessentry WHERE id <="
        " (SELECT last_id FROM core_logsegment WHERE number = %s)",
        [number],
    )
    connection.execute("DELETE FROM core_logsegment WHERE number <= %s", [number])
    connection.execute(
        "UPDATE core_logsegment SET dropped = %s"
        " WHERE number = (SELECT max(number) FROM core_logsegment)",
        [number],
    )


TAMPERINGS = (
    *(row_altered(column) for column in COLUMNS),
    *(segment_altered(column) for column in SEGMENT_COLUMNS),
    row_removed,
    row_added,
    rows_swapped,
    segment_removed,
    segment_removed_with_its_rows,
    end_of_a_segment_cut,
    log_cut_short,
    beginning_dropped,
)
