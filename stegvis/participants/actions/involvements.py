"""Who is involved with whom, from when and until when. All rooms write it through here.

Each is logged of its person; who does it need not see the person, as the reason is another's.
"""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Involvement, Person
from stegvis.participants.policies.involvements import check_can_end
from stegvis.participants.queries.involvements import (
    agencies_to_end_for,
    involvement_of,
    others_beside,
)
from stegvis.participants.values.involving import Because, NewInvolvement

if TYPE_CHECKING:
    from stegvis.participants.models.involvements import DecidingQuerySet

INVOLVED, ENDED = "involved", "involvement_ended"
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
        ends_on=new.ends_on,
        recorded_by=by,
    )
    did(Action.CHANGE, person, about=IDENTITY, ground=INVOLVED, agency=new.agency)
    return made


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
        end_rows(rows, viewer.on)
    return one


def end_rows(rows: "DecidingQuerySet", on: date) -> int:
    """From that day on nobody sees by them. A row that never held says nothing, and goes."""
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
