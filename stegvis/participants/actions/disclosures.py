"""Something is told on purpose, once, with a copy of what it was; and is received."""

from typing import cast
from uuid import UUID

from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency
from stegvis.participants.actions.locks import lock_person
from stegvis.participants.models import Consent, Disclosure, Involvement, Person
from stegvis.participants.models.seeing import consent_holds
from stegvis.participants.policies.disclosures import (
    Telling,
    check_can_disclose,
    check_classes,
    check_exceptions,
    check_preview,
    check_receiver,
    check_said,
    permitting,
)
from stegvis.participants.queries.acting import acting_for, agencies_of
from stegvis.participants.queries.consents import exceptions_in_force
from stegvis.participants.queries.disclosable import chosen
from stegvis.participants.queries.recipients import colleagues_of, receivers_of
from stegvis.participants.values.disclosures import Copy, NewDisclosure
from stegvis.participants.values.reasons import Reason


def disclose(person_id: UUID, new: NewDisclosure, *, sender: UUID, viewer: Viewer) -> Disclosure:
    """Everything it rests on is asked again here, where nobody else can shut the person."""
    lock_person(person_id)
    person: Person = Person.objects.visible_to(viewer).get(pk=person_id)
    check_can_disclose(viewer, person, sender, {one.pk for one in acting_for(viewer, person)})
    check_said(new)
    copy = Copy.of(chosen(viewer, person, sender, new.what))
    check_classes(copy.classes)
    check_preview(new, copy.fingerprint)
    consent = _checked(person, new, copy, sender=sender, viewer=viewer)
    row = _kept(person, new, copy, sender, consent, viewer)
    _let_in(row, viewer)
    did(
        Action.DISCLOSE,
        person.pk,
        about=copy.classes,
        ground=new.ground.value,
        purpose=_purpose(new),
        agency=sender,
    )
    return row


def receive(disclosure: Disclosure, *, viewer: Viewer) -> None:
    """The first who says so, once."""
    if disclosure.received_at is None:
        disclosure.received_at, disclosure.received_by = timezone.now(), viewer.user
        disclosure.save(update_fields=["received_at", "received_by"])


def _checked(
    person: Person, new: NewDisclosure, copy: Copy, *, sender: UUID, viewer: Viewer
) -> Consent | None:
    receivers = receivers_of(viewer, person, new.recipient) if new.recipient else frozenset()
    telling = Telling(sender, copy.classes, receivers)
    _check_known(person, new, sender, viewer)
    check_receiver(new, telling, is_protected=person.is_protected)
    check_exceptions(new, telling, exceptions_in_force(viewer, person.pk))
    held = Consent.objects.visible_to(viewer).filter(consent_holds(viewer), person=person)
    return permitting(new, telling, held.prefetch_related("recipients").order_by("starts_on"))


def _check_known(person: Person, new: NewDisclosure, sender: UUID, viewer: Viewer) -> None:
    """An agency of the same association, and somebody who works there."""
    if new.recipient is None:
        return
    known = {(one.agency.pk, one.user) for one in colleagues_of(person, viewer)}
    agencies = {one.pk for one in agencies_of(person.association_id, viewer)}
    is_there = new.recipient in agencies - {sender}
    is_known = new.to_user is None or (new.recipient, new.to_user) in known
    if not is_there or not is_known:
        raise Refused(_("Mottagaren finns inte bland förbundets andra myndigheter. Välj igen."))


def _kept(
    person: Person,
    new: NewDisclosure,
    copy: Copy,
    sender: UUID,
    consent: Consent | None,
    viewer: Viewer,
) -> Disclosure:
    row: Disclosure = Disclosure.objects.create(
        person=person,
        owner_id=sender,
        about=copy.guarded_as,
        recipient_id=new.recipient,
        to_user=new.to_user,
        outside=new.outside,
        ground=new.ground,
        consent=consent,
        legal_text=new.legal_text,
        why=new.why,
        purpose=new.purpose,
        what=[one.code for one in copy.items],
        content=copy.model_dump_json(),
        sent_by=cast("UUID", viewer.user),
    )
    return row


def _let_in(row: Disclosure, viewer: Viewer) -> None:
    """The one it is sent to is told who it is about, and sees the copy; no more than that."""
    if row.recipient_id is None or row.to_user is None:
        return
    if row.to_user in receivers_of(viewer, row.person, row.recipient_id):
        return
    Involvement.objects.create(
        person=row.person,
        user_id=row.to_user,
        agency_id=row.recipient_id,
        reason=Reason.RECEIVED,
        starts_on=viewer.on,
        source=row.pk,
        recorded_by=viewer.user,
    )


def _purpose(new: NewDisclosure) -> str:
    """What the log says: to whom, and never why, as that is about the person."""
    agency = Agency.objects.filter(pk=new.recipient).first() if new.recipient else None
    if agency is None:
        return _("utlämnande till någon utanför förbundet")
    return _("utlämnande till {agency}").format(agency=agency.name)
