"""Protected identity: set, changed and lifted with a reason; and who is on the list."""

from typing import Any
from uuid import UUID

from stegvis.core.actions import row_security
from stegvis.core.actions.versions import change_versioned
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.counting import count_anew
from stegvis.participants.actions.involvements import involve
from stegvis.participants.models import ContactSafety, Involvement, Person, ProtectionDecision
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.changing import check_can_act
from stegvis.participants.queries.contacts import NOT_OF_PROTECTED
from stegvis.participants.queries.protection import nameable, named_of
from stegvis.participants.values.involving import NewInvolvement
from stegvis.participants.values.persons import Protection
from stegvis.participants.values.reasons import Reason

NAMED, NO_LONGER_NAMED = "named", "no_longer_named"
"""Grounds in the log."""


def protect(
    person: Person, protection: Protection, *, why: str, version: int, viewer: Viewer
) -> None:
    """Whoever sets it is the first on the list. Lifted, where the person lives is written anew."""
    check_can_act(viewer, person)
    if person.protection == protection:
        raise Refused(_("Personen har redan det skyddet."))
    if not person.is_protected:
        _put_on_list(person, _user(viewer), acting_for(viewer, person)[0].pk, viewer)
        _forget_address(person)
    values = {"protection": protection, "municipality": ""}
    rows = Person.objects.unscoped(reason="the wall of the database decides")
    change_versioned(rows, person.pk, values, version=version)
    count_anew(person.association_id)
    ProtectionDecision.objects.create(
        person=person,
        owner=acting_for(viewer, person)[0],
        about=IDENTITY,
        protection=protection,
        why=why,
        decided_by=_user(viewer),
    )
    did(Action.CHANGE, person.pk, about=IDENTITY)


def put_on_list(person: Person, user: UUID, *, viewer: Viewer) -> None:
    """By somebody who is on it: nobody else sees the person."""
    check_can_act(viewer, person)
    chosen = {one.user: one for one in nameable(viewer, person)}.get(user)
    if chosen is None:
        raise Refused(_("Den som du valde kan inte stå på listan. Ladda om sidan och välj igen."))
    _put_on_list(person, user, chosen.agency, viewer)


def take_off_list(person: Person, user: UUID, *, viewer: Viewer) -> None:
    """Never the last: then nobody would see the person at all."""
    check_can_act(viewer, person)
    on_list = {one.user for one in named_of(viewer, person)}
    if user not in on_list:
        raise Refused(_("Den som du valde står inte på listan."))
    if on_list == {user}:
        raise Refused(_("Någon måste stå på listan. Lägg till en annan först."))
    _rows(person, user).update(named=False)
    did(Action.CHANGE, person.pk, about=IDENTITY, ground=NO_LONGER_NAMED)


def _put_on_list(person: Person, user: UUID, agency: UUID, viewer: Viewer) -> None:
    """What they have already, or else with the name only what the task gives."""
    current = _rows(person, user).current(viewer)
    if not current.update(named=True):
        new = NewInvolvement(Reason.SPECIALIST, agency, user=user, named=True)
        involve(person.pk, new, by=viewer.user)
    did(Action.CHANGE, person.pk, about=IDENTITY, ground=NAMED)


def _rows(person: Person, user: UUID) -> Any:
    rows = Involvement.objects.unscoped(reason="who is on the list")
    return rows.filter(person=person, user=user)


def _forget_address(person: Person) -> None:
    with row_security.unscoped(reason="where a protected person lives is kept by nobody here"):
        cards = ContactSafety.objects.unscoped(reason="of every agency")
        cards.filter(person=person).update(**NOT_OF_PROTECTED)


def _user(viewer: Viewer) -> UUID:
    if viewer.user is None:
        raise Refused(_("Logga in först."))
    return viewer.user
