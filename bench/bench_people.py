"""Persons behind both walls: a list, a page and a search, among 20 000 that one viewer sees."""

import os
from collections.abc import Iterator
from functools import partial
from typing import Any

import psycopg

from bench.database import database
from bench.measure import Measure, milliseconds
from stegvis.config.databases import OWNER

PERSONS = 20_000
LIST, LIST_PAGE, PAGE, SEARCH = 15, 60, 60, 10  # milliseconds, issue 4
SHOWN = 50
SOUGHT = "efternamn123"  # some eleven of them
TIMES = 20

FILL = """
INSERT INTO participants_person (id, association_id, owner_id, given_name, family_name,
    number_kind, gender, municipality, protection, secret_from_guardians, ground, registered_at,
    version)
SELECT gen_random_uuid(), %(association)s, %(agency)s, 'Förnamn' || n,
    'Efternamn' || (n * 7919) %% 20011, 'none', 'unknown', 'Älvnäs', 'none', false, 'own', now(), 1
FROM generate_series(1, %(many)s) n;
INSERT INTO participants_involvement (id, person_id, user_id, agency_id, classes, reason, named,
    starts_on, recorded_at, ended_because)
SELECT gen_random_uuid(), p.id, %(user)s, %(agency)s, '{ordinary,sensitive}', 'leader', false,
    '2020-01-01', now(), '' FROM participants_person p;
"""


def measures() -> Iterator[Measure]:
    with database():
        user = _worker()
        _fill(user)
        yield from _asked(user)
        yield from _opened(user)


def _worker() -> Any:
    from tests.cast import stage  # noqa: PLC0415 - needs settings

    return stage().alva


def _fill(user: Any) -> None:
    unit = user.memberships.select_related("unit__agency").get().unit
    told = {
        "association": unit.agency.association_id,
        "agency": unit.agency_id,
        "user": user.pk,
        "many": PERSONS,
    }
    with psycopg.connect(os.environ[OWNER]) as connection:
        connection.execute(_with(FILL, told))
    with psycopg.connect(os.environ[OWNER], autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE participants_person, participants_involvement")


def _with(statement: str, told: dict[str, Any]) -> str:
    """Several statements at once take no parameters of their own."""
    return statement % {name: f"'{value}'" for name, value in told.items()}


def _asked(user: Any) -> Iterator[Measure]:
    """In the database, with both walls and what the log collects."""
    from django.db import transaction  # noqa: PLC0415 - needs settings

    from stegvis.core.actions.row_security import look_as  # noqa: PLC0415
    from stegvis.core.values.sightings import collecting  # noqa: PLC0415
    from stegvis.organisations.queries.viewers import viewer_for  # noqa: PLC0415
    from stegvis.participants.queries.names import whose_name_begins  # noqa: PLC0415
    from stegvis.participants.queries.persons import persons_of  # noqa: PLC0415

    with transaction.atomic(), collecting(purpose="bench"):
        viewer = viewer_for(user.pk, on=_today())
        look_as(viewer)
        listed = persons_of(viewer).order_by("family_key", "pk")[:SHOWN]
        sql, given = listed.query.sql_with_params()
        took = milliseconds(lambda: _run(sql, given), times=TIMES)
        yield Measure(f"{SHOWN} av {PERSONS} personer, i databasen", took, "ms", LIST)
        took = milliseconds(lambda: whose_name_begins(viewer, SOUGHT), times=TIMES)
        yield Measure("sökning på början av ett namn", took, "ms", SEARCH)


def _opened(user: Any) -> Iterator[Measure]:
    from django.test import Client  # noqa: PLC0415 - needs settings

    from tests.cast import sign_in  # noqa: PLC0415

    browser = sign_in(Client(headers={"host": "localhost"}), user)
    listed = browser.get("/personer/")
    person = listed.content.decode().split('scope="row"><a href="')[1].split('"')[0]
    for name, address, limit in (
        (f"sidan med {SHOWN} av {PERSONS} personer", "/personer/", LIST_PAGE),
        ("en persons sida, med sin rad i loggen", person, PAGE),
    ):
        took = milliseconds(partial(browser.get, address), times=TIMES)
        yield Measure(name, took, "ms", limit)


def _run(sql: str, given: tuple[Any, ...]) -> None:
    from django.db import connection  # noqa: PLC0415 - needs settings

    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        cursor.fetchall()


def _today() -> Any:
    from django.utils import timezone  # noqa: PLC0415 - needs settings

    return timezone.localdate()
