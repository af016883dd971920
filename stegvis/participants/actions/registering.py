"""Somebody is registered: after a search that nobody can leave out.

A number that is held by a person whom the viewer may not see gives the same as one that nobody
has: a person of their own, at once. The unit responsible is asked; it alone sees the question.
See docs/decisions/0017.
"""

from typing import cast
from uuid import UUID, uuid4

from django.db import connection

from stegvis.core.actions import row_security
from stegvis.core.actions.versions import change_versioned
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.involvements import involve
from stegvis.participants.models import LinkRequest, Person
from stegvis.participants.policies.registering import check_can_have, check_can_register
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.changing import check_can_act
from stegvis.participants.queries.numbers import holder_of, indexes_of, numbered
from stegvis.participants.queries.responsible import responsible_unit
from stegvis.participants.queries.seats import seats_of
from stegvis.participants.values.involving import NewInvolvement
from stegvis.participants.values.numbers import Number
from stegvis.participants.values.persons import NumberKind
from stegvis.participants.values.reasons import Reason
from stegvis.participants.values.registering import NewPerson, Seat

REGISTERED, ASKED_FOR = "registered", "asked_for"
"""Grounds in the log."""
LOCK_BYTES = 8


def register(new: NewPerson, seat: Seat, *, viewer: Viewer) -> tuple[UUID, bool]:
    """Who it is, and whether they are new: somebody that the viewer sees already is not."""
    check_can_register(new, seat, seats_of(viewer), on=viewer.on)
    if new.number is None:
        return _made(new, seat, viewer=viewer, index=None), True
    index = indexes_of(seat.association, new.number.digits)[0]
    _one_at_a_time(index)
    known = numbered(viewer, new.number, seat.association)
    if known is not None:
        return known.pk, False
    holder = holder_of(seat.association, new.number)
    made = _made(new, seat, viewer=viewer, index=None if holder else index)
    _ask_to_be_let_in(seat, new.why, viewer=viewer, holder=holder, registered=made)
    return made, True


def give_number(person: Person, number: Number, *, why: str, version: int, viewer: Viewer) -> None:
    """To somebody who was registered without; as when one is registered, nothing is told."""
    check_can_act(viewer, person)
    check_can_have(person, number)
    agency = acting_for(viewer, person)[0]
    seat = Seat(person.association_id, agency.pk, agency.name)
    index = indexes_of(seat.association, number.digits)[0]
    _one_at_a_time(index)
    if numbered(viewer, number, seat.association):
        raise Refused(_("Numret hör till någon som du redan ser. För ihop de två i stället."))
    holder = holder_of(seat.association, number)
    values = {
        "personal_number": number.digits,
        "number_index": None if holder else index,
        "number_kind": number.kind,
        "birth_year": number.birth_year,
        "gender": number.gender,
    }
    rows = Person.objects.unscoped(reason="the wall of the database decides")
    change_versioned(rows, person.pk, values, version=version)
    _ask_to_be_let_in(seat, why, viewer=viewer, holder=holder, registered=person.pk)
    did(Action.CHANGE, person.pk, about=IDENTITY)


def _made(new: NewPerson, seat: Seat, *, viewer: Viewer, index: bytes | None) -> UUID:
    """The involvement first: the database takes no row that its writer would not see."""
    key, number = uuid4(), new.number
    involvement = NewInvolvement(
        Reason.REGISTERED, seat.agency, user=viewer.user, starts_on=viewer.on
    )
    involve(key, involvement, by=viewer.user)
    Person.objects.create(
        id=key,
        association_id=seat.association,
        owner_id=seat.agency,
        given_name=new.given_name,
        family_name=new.family_name,
        personal_number=number.digits if number else None,
        number_index=index,
        number_kind=number.kind if number else NumberKind.NONE,
        birth_year=number.birth_year if number else new.birth_year,
        gender=number.gender if number else new.gender,
        municipality=new.municipality,
        ground=new.ground,
        ground_on=new.ground_on,
        registered_by=viewer.user,
    )
    did(Action.CREATE, key, about=IDENTITY, ground=REGISTERED, agency=seat.agency)
    return key


def _ask_to_be_let_in(
    seat: Seat, why: str, *, viewer: Viewer, holder: UUID | None, registered: UUID
) -> None:
    """A row also where nobody has the number, so that neither the time nor the table tells."""
    with row_security.unscoped(reason="the unit responsible is asked"):
        LinkRequest.objects.create(
            association_id=seat.association,
            person_id=holder,
            registered_id=registered,
            to_unit_id=responsible_unit(holder, viewer.on),
            asked_by=cast("UUID", viewer.user),
            asked_for_id=seat.agency,
            why=why,
        )
    if holder:
        did(Action.SEARCH, holder, about=IDENTITY, ground=ASKED_FOR, agency=seat.agency)


def _one_at_a_time(index: bytes) -> None:
    """Two who register the same number at once: the second finds what the first made."""
    key = int.from_bytes(index[:LOCK_BYTES], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
