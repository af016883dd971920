"""Whom a number belongs to, found without opening any: by the blind index, under every key."""

from typing import cast
from uuid import UUID

from django.conf import settings

from stegvis.core.actions import row_security
from stegvis.core.calculations.blind_index import blind_index
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import LinkRequest, Person
from stegvis.participants.queries.persons import persons_of
from stegvis.participants.values.numbers import Number

NOBODY_HAS = UUID(int=0)
"""Asked for where there is nobody, so that the answer costs the same."""


def indexes_of(association: UUID, digits: str) -> list[bytes]:
    """The newest first; of one association, so that two cannot compare theirs."""
    value = f"{association}:{digits}"
    return [blind_index(value, key) for key in settings.STEGVIS_INDEX_KEYS]


def holder_of(association: UUID, number: Number) -> UUID | None:
    """Whoever has the number, seen or not: never told to anybody."""
    with row_security.unscoped(reason="is the number held already?"):
        rows = Person.objects.unscoped(reason="is the number held already?")
        held = rows.filter(
            association=association, number_index__in=indexes_of(association, number.digits)
        )
        found: UUID | None = held.values_list("pk", flat=True).first()
    return found


def numbered(viewer: Viewer, number: Number, association: UUID) -> Person | None:
    """Of those that the viewer sees; also one registered while somebody else had the number."""
    keys = [holder_of(association, number), *_registered_beside(association, number)]
    seen = persons_of(viewer).filter(association=association, pk__in=[*keys, NOBODY_HAS])
    found: Person | None = seen.order_by("registered_at", "pk").first()
    return found


def with_number(viewer: Viewer, number: Number) -> list[Person]:
    """In each association where the viewer's role sees persons."""
    associations = sorted(viewer.associations_with(Permission.SEE_PERSONS))
    found = [numbered(viewer, number, one) for one in associations]
    return [one for one in found if one]


def all_numbered(association: UUID, number: Number) -> list[UUID]:
    """Whoever has the number, and those registered beside: seen or not, and never told."""
    holder = holder_of(association, number)
    return [*([holder] if holder else []), *_registered_beside(association, number)]


def _registered_beside(association: UUID, number: Number) -> list[UUID]:
    with row_security.unscoped(reason="is the number held already?"):
        asked = LinkRequest.objects.unscoped(reason="is the number held already?")
        rows = asked.filter(
            association=association,
            person__number_index__in=indexes_of(association, number.digits),
        )
        return list(rows.exclude(registered=None).values_list("registered", flat=True))


def number_of(person: Person) -> str:
    """Opened: 20000101-9809. Empty where none is known."""
    kept = cast("str | None", person.personal_number)
    return f"{kept[:8]}-{kept[8:]}" if kept else ""
