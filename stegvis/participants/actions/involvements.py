"""Who is involved with whom, from when and until when. All rooms write it through here.

Each is logged of its person; who does it need not see the person, as the reason is another's.
"""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Involvement, Person
from stegvis.participants.policies.involvements import check_can_end, check_can_take_over
from stegvis.participants.queries.involvements import (
    agencies_to_end_for,
    involvement_of,
    others_beside,
)
from stegvis.participants.values.involving import Because, NewInvolvement

if TYPE_CHECKING:
    from stegvis.participants.models.involvements import DecidingQuerySet

INVOLVED, ENDED, HANDED_OVER = "involved", "involvement_ended", "handed_over"
"""Grounds in the log."""


def involve(person: UUID, new: NewInvolvement, *, by: UUID | None) -> Involvement:
    """May be written before the person: the database lets nobody insert what they will not see."""
    made: Involvement = Involvement.objects.create(
        person_id=person,
        user_id=new.user,
        unit_id=new.unit,
        agency_id=new.agency,
        programme_id=new.programme,
        classes=[one.value for one in new.classes],
        reason=new.reason,
        named=new.named,
        consent_id=new.consent,
        source=new.source,
        starts_on=new.starts_on or timezone.localdate(),
        recorded_by=by,
    )
    did(Action.CHANGE, person, about=IDENTITY, ground=INVOLVED, agency=new.agency)
    return made


def end_involvement(involvement: UUID, *, on: date) -> None:
    """From that day on nobody sees by it; one that had not begun is as if it never was."""
    _end(_all().filter(pk=involvement), on)


def end_by_hand(
    person: Person, involvement: UUID, *, because: Because, viewer: Viewer
) -> Involvement:
    """From the next click on; why stands beside it for those who see the person."""
    with transaction.atomic():
        one = involvement_of(viewer, person, involvement)
        check_can_end(
            one,
            person,
            viewer=viewer,
            mine=agencies_to_end_for(viewer, person),
            others=others_beside(viewer, person, one),
        )
        rows = _all().filter(pk=one.pk)
        rows.update(ended_because=because, ended_by=viewer.user)
        _end(rows, viewer.on)
    return one


def end_of_source(source: UUID, *, on: date) -> int:
    """All that came of one row, such as an enrolment that has ended."""
    return _end(_all().filter(source=source), on)


def hand_over(user: UUID, to: UUID | None, *, association: UUID, on: date, by: UUID | None) -> int:
    """How many persons go to a colleague, or to nobody: what `user` has in one association ends.

    The colleague gets the same on behalf of the same agency, and must work there that day. Done
    by somebody who administers and sees no persons.
    """
    with row_security.unscoped(reason="a colleague leaves, and somebody takes over"):
        theirs = lasting_of(user, association, on)
        moved = list(theirs.select_for_update(of=("self",)))
        if to is not None:
            check_can_take_over(to, {one.agency_id for one in moved}, on=on)
            for one in moved:
                _take_over(one, to, on=on, by=by)
        _end(theirs.filter(pk__in=[one.pk for one in moved]), on)
    return len({one.person_id for one in moved})


def lasting_of(user: UUID, association: UUID, on: date) -> "DecidingQuerySet":
    """What somebody has by name that day or later; what is a unit's stays with the unit."""
    theirs = _all().filter(user=user, agency__association=association)
    return theirs.exclude(ends_on__lte=on)


def _take_over(one: Involvement, to: UUID, *, on: date, by: UUID | None) -> None:
    begins = max(one.starts_on, on)
    has = lasting_of(to, one.agency.association_id, on).filter(
        person=one.person_id, agency=one.agency_id, reason=one.reason, programme=one.programme_id
    )
    if has.exists():
        return
    new = Involvement(
        person_id=one.person_id,
        user_id=to,
        agency_id=one.agency_id,
        programme_id=one.programme_id,
        classes=one.classes,
        reason=one.reason,
        named=one.named,
        consent_id=one.consent_id,
        source=one.source,
        starts_on=begins,
        ends_on=one.ends_on,
        recorded_by=by,
    )
    new.save(force_insert=True)
    did(Action.CHANGE, one.person_id, about=IDENTITY, ground=HANDED_OVER, agency=one.agency_id)


def _end(rows: "DecidingQuerySet", on: date) -> int:
    """The log keeps who could see; a row that never held says nothing."""
    ended = list(rows.exclude(ends_on__lte=on))
    keys = [one.pk for one in ended]
    _all().filter(pk__in=keys, starts_on__gte=on).delete()
    _all().filter(pk__in=keys, starts_on__lt=on).update(ends_on=on)
    for one in ended:
        did(Action.CHANGE, one.person_id, about=IDENTITY, ground=ENDED, agency=one.agency_id)
    return len(ended)


def _all() -> "DecidingQuerySet":
    found: DecidingQuerySet = Involvement.objects.unscoped(reason="the rows themselves are ended")
    return found
