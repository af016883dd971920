"""Writes down who saw whom: after a page is made, before it leaves; or when a job is done."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import transaction

from stegvis.core.actions.row_security import look_as
from stegvis.core.models import AccessEntry
from stegvis.core.values.sightings import Action, Sighting, Sightings, collecting
from stegvis.core.values.viewers import Standing, Viewer

AT_ONCE = 1000  # rows in one statement


@dataclass(frozen=True)
class Visit:
    """One request or job: who, by which right, through which view."""

    viewer: Viewer
    permission: str = ""
    route: str = ""
    request: UUID = field(default_factory=uuid4)

    def standing(self, agency: UUID | None) -> Standing | None:
        """Of several: the one for this agency, and then the one that opened the page."""
        standings = self.viewer.standings
        return max(standings, key=lambda one: self._fits(one, agency), default=None)

    def _fits(self, one: Standing, agency: UUID | None) -> tuple[bool, bool]:
        return (agency is not None and one.agency == agency, self.permission in one.permissions)


def write(rows: Iterable[Sighting], visit: Visit) -> None:
    """In whatever transaction there is; nothing at all when nobody was seen."""
    entries = [_entry(row, visit) for row in rows]
    if entries:
        AccessEntry.objects.bulk_create(entries, batch_size=AT_ONCE)


def write_apart(rows: Iterable[Sighting], visit: Visit) -> None:
    """In a transaction of its own, committed when this returns."""
    entries = list(rows)
    if entries:
        with transaction.atomic(durable=True):
            write(entries, visit)


@contextmanager
def working_for(
    viewer: Viewer, *, reason: str, action: Action = Action.READ, route: str = ""
) -> Iterator[Sightings]:
    """A job that sees persons for somebody: the one who asked for it, or nobody at night.

    It sees what that viewer may see. The rows are the last statement of the transaction; of work
    that failed there are none, as it gave nothing.
    """
    with collecting(purpose=reason) as seen, transaction.atomic():
        if viewer.is_signed_in:
            look_as(viewer)
        yield seen
        write(seen.rows(action), Visit(viewer, route=route))


def _entry(row: Sighting, visit: Visit) -> AccessEntry:
    standing = visit.standing(row.agency)
    return AccessEntry(
        user=visit.viewer.user,
        role=standing.role if standing else "",
        unit=standing.unit if standing else None,
        agency=row.agency or (standing.agency if standing else None),
        association=standing.association if standing else None,
        person=row.person,
        action=row.action.value,
        about=row.classes,
        purpose=row.purpose,
        ground=row.ground,
        route=visit.route,
        request=visit.request,
    )
