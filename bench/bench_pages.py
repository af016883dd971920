"""The programme leader's pages, through Django and down to PostgreSQL, one reader at a time."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import polars as pl

from bench.measure import Measure, milliseconds
from stegvis.core.actions import postgresql
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind
from stegvis.results.values.fact_set import FactSet

COLD, KEPT, FIGURE = 120, 30, 40  # milliseconds, issue 3
COPIES = 3  # of the 156 of Ung Framtid: some 400 participants, as the limits say
TIMES = 15


def measures() -> Iterator[Measure]:
    """On a database of the tests' own, which is gone afterwards."""
    from tests import database  # noqa: PLC0415 - starts a server, and says where it is

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings")
    drop = f'DROP DATABASE IF EXISTS "{database.OWN_NAME}" WITH (FORCE)'
    database.as_superuser(drop)
    database.migrate_template()
    try:
        yield from _pages()
    finally:
        from django.db import connections  # noqa: PLC0415 - has settings only now

        connections.close_all()
        database.as_superuser(drop)
        postgresql.stop(database.SERVER)


def _pages() -> Iterator[Measure]:
    client, programme = _staged()
    from stegvis.results.queries import standing  # noqa: PLC0415 - needs the models
    from stegvis.web.standing import views  # noqa: PLC0415

    def forgotten(address: str) -> None:
        """As if nobody had asked this process before."""
        standing.remembered.forget()
        views.bodies.forget()
        _got(client, address)

    base = f"/insatser/{programme.pk}/laget/"
    usual = standing.standing_of(programme, level=_internal())
    persons = usual.follow_up.figure("persons")
    many = f"{persons.value:.0f} deltagare" if persons else ""
    another = f"{base}?till={usual.usual_day - timedelta(days=1)}"
    yield Measure(f"Läget, {many}, räknat nu", _time(lambda: forgotten(another)), "ms", COLD)
    yield Measure(f"Läget, {many}, räknat av jobbet", _time(lambda: forgotten(base)), "ms")
    yield _page(client, f"Läget, {many}, visat förut", base, KEPT)
    yield _page(client, "en siffras sida", f"{base}work-or-studies/", FIGURE)
    yield _page(client, "hem", "/", KEPT)
    client.logout()
    yield _page(client, "inloggningssidan", "/konto/logga-in/", KEPT)


def _page(client: Any, name: str, address: str, limit: float) -> Measure:
    return Measure(name, _time(lambda: _got(client, address)), "ms", limit)


def _time(work: Callable[[], object]) -> float:
    work()
    return milliseconds(work, times=TIMES)


def _got(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:  # noqa: PLR2004 - HTTP's own
        message = f"{address}: {answer.status_code}"
        raise RuntimeError(message)


def _internal() -> Any:
    from stegvis.results.values.figures import DisclosureLevel  # noqa: PLC0415

    return DisclosureLevel.INTERNAL


def _staged() -> tuple[Any, Any]:
    """Alva signed in, and her programme with its facts and its usual days computed."""
    import django  # noqa: PLC0415 - not before the database is there

    django.setup()
    from django.test import Client  # noqa: PLC0415

    from stegvis.results.actions.facts import deliver  # noqa: PLC0415
    from stegvis.results.actions.standing import compute_usual_days  # noqa: PLC0415
    from stegvis.results.values.reading import ImportResult  # noqa: PLC0415
    from tests.cast import sign_in, stage  # noqa: PLC0415
    from tests.delivered import demo_facts  # noqa: PLC0415

    cast = stage()
    deliver(cast.programme, ImportResult(_copied(demo_facts(cast.programme.slug).facts)))
    compute_usual_days(cast.programme)
    return sign_in(Client(SERVER_NAME="localhost"), cast.alva), cast.programme


def _copied(facts: FactSet) -> FactSet:
    """Every person and enrolment several times, each with a key of its own."""
    given: dict[str, Any] = dict(facts.tables)
    tables = {name: _copies(name, pl.DataFrame(table)) for name, table in given.items()}
    return FactSet(facts.programme, tables, facts.extracted_on, facts.source, facts.digest)


def _copies(name: str, table: pl.DataFrame) -> pl.DataFrame:
    keys = [one.name for one in TABLE_OF[name].columns if one.kind is ColumnKind.KEY]
    found = [key for key in keys if key in table.columns]
    if not found:
        return table
    copies = [table.with_columns(pl.col(found) + f"-{number}") for number in range(COPIES)]
    return pl.concat(copies)
