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
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.queries.names import agency_names, unit_names, user_names
from stegvis.participants.queries.log_reviews import known_to
from stegvis.participants.queries.retention import same_as


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
