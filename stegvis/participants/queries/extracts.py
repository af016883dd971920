"""Who has looked at a person: the log as it is told to the participant.

Of no class: that something closed was read is itself closed, and so is what for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from stegvis.core.actions import row_security
from stegvis.core.queries.access_log import EVERYTHING, LogFilter, LogRow, all_entries, entries_of
from stegvis.core.values.privacy import About
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import Standing, Viewer
from stegvis.organisations.queries.names import agency_names, unit_names, user_names
from stegvis.participants.models import ConsentException, Person
from stegvis.participants.models.seeing import in_force
from stegvis.participants.queries.log_reviews import known_to
from stegvis.participants.queries.numbers import all_numbered
from stegvis.participants.queries.retention import same_as
from stegvis.participants.values.numbers import Number
from stegvis.participants.values.persons import Protection


@dataclass(frozen=True)
class Looked:
    """`name` is empty where names are not told; nobody is a job that Stegvis did by itself."""

    at: datetime
    user: UUID | None
    name: str
    role: str
    unit: str
    agency: str
    action: Action
    purpose: str
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class LookedPage:
    rows: list[Looked]
    total: int
    number: int
    pages: int


def who_looked(person: UUID, *, names: bool, page: int = 1) -> LookedPage:
    """The latest first, a page at a time."""
    within = replace(EVERYTHING, doubles=_doubles_of(person))
    found = entries_of(person, within=within, page=page)
    return LookedPage(_told(found.rows, names=names), found.total, found.number, found.pages)


def extract(
    person: UUID, *, names: bool, agency: UUID | None = None, viewer: Viewer | None = None
) -> list[Looked]:
    """Every row, the first that happened first; of one agency, where it answers for its own.

    Staff who take it out for the participant say who they are: rows of what is closed are left
    out for those who may not know of it.
    """
    doubles = _doubles_of(person)
    chosen: LogFilter = replace(EVERYTHING, person=person, agency=agency, doubles=doubles)
    rows = all_entries(chosen)
    return _told(known_to(viewer, rows) if viewer else rows, names=names)


def extract_of_number(
    number: Number, *, standing: Standing, names: bool, viewer: Viewer
) -> tuple[list[UUID], list[Looked]]:
    """Of whom, and the rows of the head's agency; nobody where a protected person has it.

    The head is told no more than that: nobody known and nothing read look the same.
    """
    found = _open_ones(all_numbered(standing.association, number), viewer)
    rows = [
        row
        for person in found
        for row in extract(person, names=names, agency=standing.agency, viewer=viewer)
    ]
    return found, sorted(rows, key=lambda row: row.at)


def _open_ones(persons: Iterable[UUID], viewer: Viewer) -> list[UUID]:
    """Not the protected, nor those whom an exception hides from the viewer."""
    with row_security.unscoped(reason="a participant asks who has looked"):
        rows = Person.objects.unscoped(reason="a participant asks who has looked")
        shut = ConsentException.objects.unscoped(reason="a participant asks who has looked")
        hidden = shut.filter(in_force(viewer), against_user=viewer.user).values("person")
        there = rows.filter(pk__in=list(persons), protection=Protection.NONE)
        return sorted(there.exclude(pk__in=hidden).values_list("pk", flat=True))


def _doubles_of(person: UUID) -> frozenset[UUID]:
    """Nobody sees them any more, and what was read of them was read of the person."""
    with row_security.unscoped(reason="who looked at somebody when they were two"):
        return same_as(person) - {person}


def _told(rows: Iterable[LogRow], *, names: bool) -> list[Looked]:
    listed = list(rows)
    users = user_names(one.user for one in listed) if names else {}
    units, agencies = unit_names(x.unit for x in listed), agency_names(x.agency for x in listed)
    return [
        Looked(
            at=one.at,
            user=one.user,
            name=users.get(one.user, "") if one.user else "",
            role=one.role,
            unit=units.get(one.unit, "") if one.unit else "",
            agency=agencies.get(one.agency, "") if one.agency else "",
            action=one.action,
            purpose="" if About.CLOSED in one.about else one.purpose,
            grounds=one.grounds,
        )
        for one in listed
    ]
