"""Rows of the access log with what is known of who read and of whom, for the risk rules.

Read behind no wall, and nothing of it is shown: names are compared, and only compared.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.queries.access_log import LogRow
from stegvis.organisations.queries.names import user_names
from stegvis.organisations.values.roles import OF_PARTICIPANTS
from stegvis.participants.models import Involvement, Person
from stegvis.participants.values.log_risks import (
    GRACE_DAYS,
    RARE_PERSONS,
    RARE_SHARE,
    Reading,
)
from stegvis.participants.values.persons import Protection

WHY = "the risk rules compare who read with whom they read about"
Period = tuple[date, date | None]


@dataclass
class Known:
    """What the rows are compared with."""

    persons: dict[UUID, Any]
    readers: dict[UUID, frozenset[str]]
    cases: dict[tuple[UUID, UUID], list[Period]] = field(default_factory=dict)
    rare: set[tuple[UUID, str]] = field(default_factory=set)


def readings_of(rows: Iterable[LogRow]) -> list[Reading]:
    """Of staff; what Stegvis does by itself and what participants read of themselves is left out.

    A handful of queries, however many rows.
    """
    kept = [one for one in rows if one.user and one.role != OF_PARTICIPANTS]
    with row_security.unscoped(reason=WHY):
        known = _known(kept)
    return [_reading(one, known) for one in kept]


def _known(rows: list[LogRow]) -> Known:
    ids, users = {one.person for one in rows}, {one.user for one in rows if one.user}
    persons = Person.objects.unscoped(reason=WHY).filter(pk__in=ids)
    names = user_names(users)
    known = Known(
        {one.pk: one for one in persons.only("family_name", "owner", "protection", "association")},
        {user: _words(name.split()[-1]) for user, name in names.items() if name.strip()},
        _cases(ids, users),
    )
    known.rare = _rare(known)
    return known


def _cases(persons: set[UUID], users: set[UUID]) -> dict[tuple[UUID, UUID], list[Period]]:
    rows = Involvement.objects.unscoped(reason=WHY).filter(person__in=persons, user__in=users)
    found = defaultdict(list)
    for user, person, first, end in rows.values_list("user", "person", "starts_on", "ends_on"):
        found[user, person].append((first, end))
    return found


def _rare(known: Known) -> set[tuple[UUID, str]]:
    """Family names that few share, of those that are a reader's own."""
    own = frozenset[str]().union(*known.readers.values())
    shared = {one.family_name for one in known.persons.values() if _words(one.family_name) & own}
    if not shared:
        return set()
    everybody = Person.objects.unscoped(reason=WHY).filter(merged_into=None)
    all_of = dict(everybody.values_list("association").annotate(Count("pk")))
    counted = everybody.filter(family_name__in=shared).values_list("association", "family_name")
    return {
        (association, name.casefold())
        for association, name, number in counted.annotate(Count("pk"))
        if number <= RARE_PERSONS and number <= RARE_SHARE * all_of[association]
    }


def _reading(row: LogRow, known: Known) -> Reading:
    user, at = row.user, timezone.localtime(row.at)
    person = known.persons.get(row.person)
    periods = known.cases.get((user, row.person), ()) if user else ()
    is_own = any(_holds(one, at.date()) for one in periods)
    said: dict[str, Any] = {"number": row.number, "at": at, "user": user, "person": row.person}
    said |= {"action": row.action, "request": row.request, "is_own_case": is_own}
    if person is None:
        return Reading(**said)
    family = person.family_name.casefold()
    return Reading(
        **said,
        family=family,
        is_same_name=bool(_words(family) & _name_of(user, known)),
        is_rare=(person.association_id, family) in known.rare,
        is_after_end=not is_own and any(_is_long_over(one, at.date()) for one in periods),
        is_protected=person.protection != Protection.NONE,
        is_outside=not is_own and row.agency != person.owner_id,
    )


def _name_of(user: UUID | None, known: Known) -> frozenset[str]:
    return known.readers.get(user, frozenset()) if user else frozenset()


def _words(name: str) -> frozenset[str]:
    """Both parts of a double name."""
    return frozenset(name.casefold().replace("-", " ").split())


def _holds(period: Period, day: date) -> bool:
    return period[0] <= day and (period[1] is None or day < period[1])


def _is_long_over(period: Period, day: date) -> bool:
    return period[1] is not None and period[1] + timedelta(days=GRACE_DAYS) <= day
