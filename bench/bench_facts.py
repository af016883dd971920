"""Facts in PostgreSQL: what it costs to record a delivery, and to read what stands."""

from collections.abc import Iterator
from typing import Any

from bench.database import database
from bench.evaluation_data import facts, tables
from bench.measure import Measure, milliseconds, seconds
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.reading import ImportResult

PERSONS, LARGE = 400, 11_400
READ_MS = 25.0  # of 400 persons, beside the 120 ms of Läget cold
RECORD_SECONDS = 10.0  # for 100 000 rows
TIMES = 7


def measures() -> Iterator[Measure]:
    with database():
        small, large = _programme("liten"), _programme("stor")
        yield from _small(small)
        yield from _large(large)


def _small(programme: Any) -> Iterator[Measure]:
    from stegvis.results.queries.facts import (  # noqa: PLC0415 - after setup
        data_state,
        facts_of,
        remembered,
    )

    yield Measure("läsa in 400 personer", 1000 * _deliver(programme, facts(PERSONS)), "ms")

    def cold() -> object:
        remembered.forget()
        return facts_of(programme)

    yield Measure("läsa 400 personers uppgifter", milliseconds(cold, times=TIMES), "ms", READ_MS)
    taken = milliseconds(lambda: facts_of(programme), times=TIMES)
    yield Measure("läsa dem en gång till", taken, "ms")
    taken = milliseconds(lambda: data_state(programme), times=TIMES)
    yield Measure("fråga om uppgifterna har ändrats", taken, "ms")


def _large(programme: Any) -> Iterator[Measure]:
    from stegvis.results.queries.facts import facts_of  # noqa: PLC0415 - after setup

    delivered = facts(LARGE)
    rows = sum(table.height for table in tables(LARGE).values())
    yield Measure(f"läsa in {rows} rader", _deliver(programme, delivered), "s", RECORD_SECONDS)
    same = _deliver(programme, delivered)
    yield Measure("läsa in samma rader igen", same, "s", RECORD_SECONDS)
    yield Measure(f"läsa {rows} rader", seconds(lambda: facts_of(programme), times=1), "s")
    yield Measure("ångra", seconds(lambda: _undo(programme), times=1), "s", RECORD_SECONDS)


def _programme(slug: str) -> Any:
    from stegvis.organisations.models import Association  # noqa: PLC0415 - after setup
    from stegvis.programmes.models import Programme  # noqa: PLC0415 - after setup

    association = Association.objects.create(name=slug)
    return Programme.objects.create(association=association, slug=slug, name=slug)


def _deliver(programme: Any, delivered: FactSet) -> float:
    from stegvis.results.actions.facts import deliver  # noqa: PLC0415 - after setup

    return seconds(lambda: deliver(programme, ImportResult(delivered)), times=1)


def _undo(programme: Any) -> None:
    from stegvis.results.actions.facts import undo  # noqa: PLC0415 - after setup
    from stegvis.results.models import Delivery  # noqa: PLC0415 - after setup

    found = Delivery.objects.unscoped(reason="a benchmark").filter(programme=programme)
    undo(found.applied()[0], by=None)
