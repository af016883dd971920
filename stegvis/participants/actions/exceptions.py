"""An exception is made and ended; it waits for what is being told just now."""

from datetime import date
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency
from stegvis.participants.actions.locks import lock_person
from stegvis.participants.models import ConsentException, Person
from stegvis.participants.policies.exceptions import (
    check_can_end,
    check_can_except,
    check_exception,
)
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.recipients import colleagues_of
from stegvis.participants.values.exceptions import NewException


def make_exception(person: Person, new: NewException, *, viewer: Viewer) -> ConsentException:
    acting = {one.pk for one in acting_for(viewer, person)}
    check_can_except(viewer, person, acting)
    check_exception(new, acting)
    _check_known(person, new, viewer)
    lock_person(person.pk)
    made: ConsentException = ConsentException.objects.create(
        person=person,
        owner_id=new.owner,
        against_agency_id=new.against_agency,
        against_user_id=new.against_user,
        classes=sorted(new.classes),
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        why=new.why,
        recorded_by=viewer.user,
    )
    return made


def end_exception(person: Person, exception_id: UUID, *, viewer: Viewer) -> None:
    """From today on. One that began today or later never held, and is taken away."""
    one = ConsentException.objects.visible_to(viewer).get(pk=exception_id, person=person)
    check_can_end(viewer, one, person, {each.pk for each in acting_for(viewer, person)})
    lock_person(person.pk)
    if one.starts_on >= viewer.on:
        one.delete()
    elif one.ends_on is None or one.ends_on > viewer.on:
        _shorten(one, viewer.on)


def _shorten(one: ConsentException, on: date) -> None:
    one.ends_on = on
    one.save(update_fields=["ends_on"])


def _check_known(person: Person, new: NewException, viewer: Viewer) -> None:
    """Of the same association; who is shut out may well have left it."""
    agencies = Agency.objects.filter(association=person.association_id)
    named = {one for one in (new.owner, new.against_agency) if one is not None}
    users = {one.user for one in colleagues_of(person, viewer)} | {viewer.user}
    if agencies.filter(pk__in=named).count() != len(named) or (
        new.against_user is not None and new.against_user not in users
    ):
        raise Refused(_("Det du valde finns inte i förbundet. Välj igen."))
