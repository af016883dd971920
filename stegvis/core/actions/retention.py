"""Erases what has served its time, and remembers which keys: in the database and beside it."""

import json
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model, Q
from psycopg import sql

from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.row_security import unscoped
from stegvis.core.models import Erasure, StoredFile
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Refused
from stegvis.core.values.retention import KINDS, PERSON_ROWS, PersonRows, RecordKind
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import NOBODY

AGAIN = N_("gallring igen, efter en återläst kopia")
WHY = "what has served its time is erased"


@dataclass(frozen=True)
class Line:
    """One line of the list. The id is that of the row in the database."""

    id: UUID
    kind: str
    table: str
    key: UUID
    rule: UUID | None
    day: date

    def written(self) -> str:
        return json.dumps({name: str(value or "") for name, value in vars(self).items()}) + "\n"


def erase(kind: RecordKind, subject: UUID, *, rule: UUID | None, on: date) -> bool:
    """Whether there was anything. Inside a transaction, of which it is the last but the log.

    The line is on the disk before the transaction is committed: better a line of what two people
    have decided and still is to be done than something erased that a backup brings back.
    """
    with unscoped(reason=WHY):
        is_there = kind.erase(subject)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    if is_there:
        line = Line(uuid4(), kind.code, kind.table, subject, rule, on)
        _remember(line)
        append(line)
    return is_there


def is_gone(kind: RecordKind, subject: UUID) -> bool:
    """Erased by itself, or with the person that it was about."""
    if Erasure.objects.filter(kind=kind.code, key=subject).exists():
        return True
    with connection.cursor() as cursor:
        there = sql.SQL("SELECT EXISTS (SELECT FROM {} WHERE id = %s)")
        cursor.execute(there.format(sql.Identifier(kind.table)), [subject])
        (is_there,) = cursor.fetchone()
    return not is_there


def erase_rows_of(persons: Collection[UUID]) -> None:
    """Every registered row about them: those that point before those that are pointed at."""
    for model in _in_order():
        _delete(model, PERSON_ROWS[model._meta.label], persons)  # noqa: SLF001 - Django's own names


def replay() -> int:
    """After a backup was read back: what was erased since is erased again. How many were there."""
    erased = 0
    for line in {one.id: one for one in lines()}.values():
        kind = KINDS.get(line.kind)
        if kind is None:
            sentence = _("Listan över det som har gallrats nämner {kind}, som inte finns här.")
            raise Refused(sentence.format(kind=line.kind))
        with working_for(NOBODY, reason=_(AGAIN), action=Action.DELETE), unscoped(reason=WHY):
            erased += kind.erase(line.key)
            _remember(line)
    _write_missing()
    return erased


def append(line: Line) -> None:
    place = list_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="ascii") as file:
        file.write(line.written())
        file.flush()
        os.fsync(file.fileno())


def lines() -> Iterator[Line]:
    if not list_file().exists():
        return
    for number, text in enumerate(list_file().read_text(encoding="ascii").splitlines(), 1):
        yield _read(text, number)


def list_file() -> Path:
    return Path(settings.DATA) / "erasures.jsonl"


def _read(text: str, number: int) -> Line:
    try:
        said = json.loads(text)
        rule = UUID(said["rule"]) if said["rule"] else None
        key, day = UUID(said["key"]), date.fromisoformat(said["day"])
        return Line(UUID(said["id"]), said["kind"], said["table"], key, rule, day)
    except (ValueError, KeyError, TypeError) as error:
        sentence = _(
            "Rad {number} i {file} går inte att läsa. Hämta filen från en kopia och försök igen."
        )
        raise Refused(sentence.format(number=number, file=list_file().name)) from error


def _remember(line: Line) -> None:
    Erasure.objects.get_or_create(
        pk=line.id,
        defaults={
            "kind": line.kind,
            "table": line.table,
            "key": line.key,
            "rule": line.rule,
            "erased_on": line.day,
        },
    )


def _write_missing() -> None:
    """A file that was lost, or is older than the database, is made whole from it."""
    known = {one.id for one in lines()}
    for row in Erasure.objects.exclude(pk__in=known).order_by("recorded_at", "pk"):
        append(Line(row.pk, row.kind, row.table, row.key, row.rule, row.erased_on))


def _in_order() -> list[Any]:
    models = {apps.get_model(label) for label in PERSON_ROWS}
    waits: TopologicalSorter[type[Model]] = TopologicalSorter({model: set() for model in models})
    for model in models:
        for field in model._meta.concrete_fields:  # noqa: SLF001
            if field.related_model in models - {model}:
                waits.add(field.related_model, model)
    return list(waits.static_order())


def _delete(model: Any, rows: PersonRows, persons: Collection[UUID]) -> None:
    theirs = Q()
    for lookup in rows.lookups:
        theirs |= Q(**{f"{lookup}__in": persons})
    found = model._base_manager.filter(theirs)  # noqa: SLF001 - without the first wall
    files = _files(found, rows)
    fields = model._meta.concrete_fields  # noqa: SLF001
    itself = [one.name for one in fields if one.related_model is model]
    if itself:
        found.update(**dict.fromkeys(itself))
    found.delete()
    StoredFile.objects.filter(pk__in=files).delete()


def _files(found: Any, rows: PersonRows) -> list[UUID]:
    if not rows.file:
        return []
    return list(found.exclude(**{rows.file: None}).values_list(rows.file, flat=True))
