"""What is kept of who a person is, how they are reached and who acts for them, changed.

Each from the version that was read: see core.actions.versions.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from stegvis.core.actions.versions import ChangedMeanwhileError, change_versioned
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.counting import count_anew
from stegvis.participants.models import ContactSafety, Person, Representative
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.changing import check_can_act
from stegvis.participants.queries.contacts import NOT_OF_PROTECTED, own_contact

Values = Mapping[str, Any]
WHY = "a change of what was seen; the wall of the database decides"


def change_person(person: Person, values: Values, *, version: int, viewer: Viewer) -> None:
    check_can_act(viewer, person)
    rows = Person.objects.unscoped(reason=WHY)
    change_versioned(rows, person.pk, values, version=version)
    did(Action.CHANGE, person.pk, about=IDENTITY)
    count_anew(person.association_id)


def save_contact(person: Person, values: Values, *, version: int, viewer: Viewer) -> None:
    """That of the viewer's own agency. Where a protected person lives is not kept."""
    check_can_act(viewer, person)
    kept = {**values, **({} if not person.is_protected else NOT_OF_PROTECTED)}
    contact = own_contact(viewer, person)
    if contact is None:
        _put_in(ContactSafety(person=person, owner=acting_for(viewer, person)[0], **kept))
    else:
        rows = ContactSafety.objects.unscoped(reason=WHY)
        change_versioned(rows, contact.pk, kept, version=version)
    did(Action.CHANGE, person.pk, about=IDENTITY)


def add_representative(person: Person, values: Values, *, viewer: Viewer) -> None:
    check_can_act(viewer, person)
    _put_in(Representative(person=person, owner=acting_for(viewer, person)[0], **values))
    did(Action.CHANGE, person.pk, about=IDENTITY)


def change_representative(
    person: Person, key: UUID, values: Values, *, version: int, viewer: Viewer
) -> None:
    """By those who work for the agency that wrote it."""
    check_can_act(viewer, person)
    rows = Representative.objects.unscoped(reason=WHY)
    own = rows.filter(person=person, owner__in=acting_for(viewer, person))
    change_versioned(own, key, values, version=version)
    did(Action.CHANGE, person.pk, about=IDENTITY)


def _put_in(row: Any) -> None:
    """Two who write the first at once: the second is shown what the first wrote."""
    row.about = IDENTITY
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise ChangedMeanwhileError from error
