"""Facts recorded and taken back: nothing is overwritten, so every state can be seen again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import polars as pl
from django.db import connection, transaction
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.models import Programme
from stegvis.results.calculations.fact_changes import FactChanges, changes_between
from stegvis.results.calculations.fact_rows import fact_rows
from stegvis.results.models import DeliveredTable, Delivery, Fact
from stegvis.results.models.facts import FactQuerySet
from stegvis.results.policies.deliveries import check_can_undo
from stegvis.results.policies.sources import of_files
from stegvis.results.values.deliveries import APPLIED, UNDONE, Recorded
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.reading import ImportResult

WHY = "facts recorded"
ROWS = ("table", "key", "values", "digest", "effective_on")
COLUMNS = (*ROWS, "programme_id", "recorded_at", "delivery_id")
COPY = "COPY results_fact ({}) FROM STDIN WITH (FORMAT csv)"
COPY_ROWS = COPY.format(", ".join(f'"{one}"' for one in COLUMNS))


def record(
    programme: Programme, facts: FactSet, *, delivery: Delivery, by: UUID | None
) -> Recorded:
    """The tables that `facts` contains take the place of those that stand; all or nothing.

    A row that is the same is not touched, one that differs is voided and put anew, and one
    that is gone is voided. 100 000 rows take some seconds.
    """
    with transaction.atomic():
        _alone(programme)
        now = timezone.now()
        changes = _changes(programme, facts)
        _void(Fact.objects.unscoped(reason=WHY).filter(pk__in=changes.voided), delivery, now)
        _insert(programme, changes.inserted, delivery, now)
        _void(_tables(programme).filter(table__in=facts.tables), delivery, now)
        _deliver_tables(programme, facts.tables, delivery, now)
        delivery.state, delivery.applied_at, delivery.applied_by_id = APPLIED, now, by
        delivery.save(update_fields=["state", "applied_at", "applied_by"])
    return changes.recorded


def deliver(programme: Programme, result: ImportResult, *, by: UUID | None = None) -> Recorded:
    """Facts that did not come through the screen: the demo, another system."""
    facts = of_files(programme, result.facts)
    with transaction.atomic():
        delivery = Delivery.objects.create(
            programme=programme,
            named=[{"name": facts.source, "size": 0, "digest": facts.digest}],
            digest=facts.digest,
            extracted_on=facts.extracted_on,
            rows_left_out=facts.rows_left_out,
            delivered_by_id=by,
        )
        recorded = record(programme, facts, delivery=delivery, by=by)
        delivery.changes = changes_kept(recorded)
        delivery.save(update_fields=["changes"])
    return recorded


def changes_kept(recorded: Recorded) -> dict[str, list[int]]:
    """By table: added, changed, removed, same."""
    return {
        name: [one.added, one.changed, one.removed, one.same]
        for name, one in recorded.tables.items()
    }


def compared(programme: Programme, facts: FactSet) -> Recorded:
    """What recording the facts would change; nothing is recorded."""
    return _changes(programme, facts).recorded


def undo(delivery: Delivery, *, by: UUID | None) -> None:
    """What the delivery brought is voided, and what it voided stands again, recorded anew."""
    with transaction.atomic():
        _alone(delivery.programme)
        delivery.refresh_from_db(from_queryset=Delivery.objects.unscoped(reason=WHY))
        check_can_undo(delivery)
        now = timezone.now()
        _put_back(Fact, _voided_by(Fact, delivery), delivery, now)
        _put_back(DeliveredTable, _voided_by(DeliveredTable, delivery), delivery, now)
        delivery.state, delivery.undone_at, delivery.undone_by_id = UNDONE, now, by
        delivery.save(update_fields=["state", "undone_at", "undone_by"])


def _alone(programme: Programme) -> None:
    """Two recordings of one programme wait for each other."""
    found = Programme.objects.unscoped(reason="one recording at a time").select_for_update()
    if found.get(pk=programme.pk).whole_id:
        raise Refused(_("Uppgifterna om en delinsats lämnas tillsammans med hela insatsens."))


def _changes(programme: Programme, facts: FactSet) -> FactChanges:
    standing = Fact.objects.unscoped(reason=WHY).standing()
    rows = standing.filter(programme=programme, table__in=facts.tables).values_list(
        "id", "table", "key", "digest"
    )
    kinds = {"id": pl.Int64, "table": pl.String, "key": pl.String, "digest": pl.String}
    kept = pl.DataFrame(list(rows), schema=kinds, orient="row")
    return changes_between(kept, fact_rows(facts), list(facts.tables))


def _void(rows: FactQuerySet, delivery: Delivery, now: datetime) -> None:
    rows.update(voided_at=now, voided_by=delivery)


def _insert(programme: Programme, rows: pl.DataFrame, delivery: Delivery, now: datetime) -> None:
    said = {
        "programme_id": programme.pk,
        "recorded_at": now.isoformat(),
        "delivery_id": delivery.pk,
    }
    whole = rows.select(*ROWS, *(pl.lit(str(value)).alias(name) for name, value in said.items()))
    with connection.cursor() as cursor, cursor.copy(COPY_ROWS) as copy:
        copy.write(whole.write_csv(include_header=False, quote_style="non_numeric"))


def _tables(programme: Programme) -> FactQuerySet:
    standing: FactQuerySet = DeliveredTable.objects.unscoped(reason=WHY).standing()
    return standing.filter(programme=programme)


def _deliver_tables(
    programme: Programme, names: Iterable[str], delivery: Delivery, now: datetime
) -> None:
    DeliveredTable.objects.bulk_create(
        DeliveredTable(
            programme=programme, table=name, position=at, delivery=delivery, recorded_at=now
        )
        for at, name in enumerate(names)
    )


Kept = type[Fact] | type[DeliveredTable]


def _voided_by(kept: Kept, delivery: Delivery) -> FactQuerySet:
    found: FactQuerySet = kept.objects.unscoped(reason=WHY)
    return found.filter(voided_by=delivery).exclude(delivery=delivery)


def _put_back(kept: Kept, voided: FactQuerySet, delivery: Delivery, now: datetime) -> None:
    brought = kept.objects.unscoped(reason=WHY).filter(delivery=delivery).standing()
    _void(brought, delivery, now)
    again = list(voided.order_by("id"))
    for row in again:
        row.pk, row.recorded_at, row.voided_at, row.voided_by = None, now, None, None
    kept.objects.bulk_create(again, batch_size=5_000)
