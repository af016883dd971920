"""The access log when it is old: writing in it, sealing it, going through it."""

import os
from collections.abc import Iterator
from itertools import count
from uuid import UUID

import psycopg

from bench.database import database
from bench.measure import Measure, milliseconds, seconds
from stegvis.config.databases import OWNER

ROWS, MILLION = 5_000_000, 1_000_000
INSERT, MILLION_VERIFIED = 2, 4  # milliseconds, seconds; issue 4 and its security ground
LIST = 50
TIMES = 200

FILL = """
INSERT INTO core_accessentry
  (at, "user", role, unit, agency, association, person, action, about, purpose, ground, route,
   request)
SELECT now() - (%(rows)s - number) * interval '10 seconds', md5('u' || number %% 300)::uuid,
  'case_worker', md5('n' || number %% 40)::uuid, md5('a' || number %% 8)::uuid,
  md5('f')::uuid, md5('p' || (number::bigint * 7919) %% 20000)::uuid, 'READ',
  'identity,ordinary', '', 'CASE_WORKER', 'person', gen_random_uuid()
FROM generate_series(1, %(rows)s) AS number
"""


def measures() -> Iterator[Measure]:
    with database():
        _fill()
        yield from _written()
        yield from _sealed()


def _fill() -> None:
    with psycopg.connect(os.environ[OWNER]) as connection:
        connection.execute(FILL, {"rows": ROWS})
    with psycopg.connect(os.environ[OWNER], autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE core_accessentry")


def _written() -> Iterator[Measure]:
    from stegvis.core.actions.access_log import Visit, write_apart  # noqa: PLC0415 - needs models
    from stegvis.core.queries.access_log import entries_of  # noqa: PLC0415
    from stegvis.core.values.privacy import ORDINARY  # noqa: PLC0415
    from stegvis.core.values.sightings import Action, Sighting  # noqa: PLC0415
    from stegvis.core.values.viewers import NOBODY  # noqa: PLC0415

    persons = map(UUID, map("{:032x}".format, count(1)))

    def page_of(number: int) -> None:
        rows = [
            Sighting(next(persons), Action.READ, {ORDINARY}, ["CASE_WORKER"])
            for _row in range(number)
        ]
        write_apart(rows, Visit(NOBODY, route="person"))

    own = milliseconds(lambda: page_of(1), times=TIMES)
    listed = milliseconds(lambda: page_of(LIST), times=TIMES)
    yield Measure(f"en rad till {ROWS:,} rader".replace(",", " "), own, "ms", INSERT)
    yield Measure(f"en lista med {LIST} personer", listed, "ms")
    shown = milliseconds(lambda: entries_of(next(persons)), times=TIMES)
    yield Measure("en persons senaste rader", shown, "ms")


def _sealed() -> Iterator[Measure]:
    from stegvis.core.actions.log_checking import verify  # noqa: PLC0415 - needs the models
    from stegvis.core.actions.log_sealing import seal  # noqa: PLC0415

    millions = ROWS / MILLION
    yield Measure("försegla en miljon rader", seconds(seal, times=1) / millions, "s")
    spent = seconds(verify) / millions
    yield Measure("gå igenom en miljon rader", spent, "s", MILLION_VERIFIED)
    report = verify()
    if report.fault or report.rows < ROWS:
        message = f"{report.rows} rows, {report.fault}"
        raise RuntimeError(message)
