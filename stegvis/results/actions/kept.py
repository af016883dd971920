"""Before a person is erased: their rows stay in the figures, under keys that lead nowhere."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from secrets import token_hex
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from stegvis.journeys.models import Enrolment
from stegvis.programmes.models import Programme
from stegvis.results.actions.recorded import parts_of, subject_of
from stegvis.results.actions.standing import ask_to_compute
from stegvis.results.calculations.fact_rows import fact_rows
from stegvis.results.calculations.kept import ANONYMOUS, only_of
from stegvis.results.calculations.recorded import recorded_facts
from stegvis.results.models import Delivery, Fact, KeptFact
from stegvis.results.queries.nameless import nameless
from stegvis.results.values.fact_set import FactSet

WHY = "facts of somebody who is erased"
KEY_BYTES = 32  # of a key that is used once and kept nowhere


def keep_facts(persons: Collection[UUID]) -> None:
    """In every programme that they were recorded in."""
    rows = Enrolment.objects.unscoped(reason=WHY).filter(person__in=persons)
    found = Programme.objects.unscoped(reason=WHY).filter(pk__in=rows.values("programme"))
    wholes = {one.whole_id or one.pk for one in found}
    for programme in Programme.objects.unscoped(reason=WHY).filter(pk__in=wholes).order_by("pk"):
        with transaction.atomic():
            _keep(programme, persons)


def _keep(programme: Programme, persons: Collection[UUID]) -> None:
    today = timezone.localdate()
    parts = parts_of(programme)
    subject = subject_of(programme, parts, today)
    theirs = only_of(persons, nameless([programme, *parts], today))
    known = recorded_facts(theirs, subject)
    kept = recorded_facts(theirs, replace(subject, key=token_hex(KEY_BYTES)))
    KeptFact.objects.unscoped(reason=WHY).bulk_create(
        KeptFact(programme=programme, table=row["table"], values=row["values"], kept_on=today)
        for row in _rows(kept)
    )
    _exchange(programme, known, kept)


def _exchange(programme: Programme, known: FactSet, kept: FactSet) -> None:
    """Also of earlier versions of the rows, which stand there as they were."""
    recorded = Delivery.objects.unscoped(reason=WHY).filter(programme=programme, recorded=True)
    delivery = recorded.select_for_update().first()
    if delivery is None:
        return
    gone = Q(values__person__in=_keys(known, "persons", "person"))
    gone |= Q(values__enrolment__in=_keys(known, "enrolments", "enrolment"))
    facts = Fact.objects.unscoped(reason=WHY).filter(delivery=delivery)
    facts.filter(gone).delete()
    Fact.objects.unscoped(reason=WHY).bulk_create(
        Fact(programme=programme, delivery=delivery, recorded_at=timezone.now(), **row)
        for row in _rows(kept)
        if row["table"] != ANONYMOUS
    )
    ask_to_compute(programme)


def _rows(facts: FactSet) -> Iterator[dict[str, Any]]:
    for row in fact_rows(facts).iter_rows(named=True):
        yield row | {"values": json.loads(row["values"])}


def _keys(facts: FactSet, table: str, column: str) -> list[str]:
    frame: Any = facts.tables[table]
    keys: list[str] = frame[column].to_list()
    return keys
