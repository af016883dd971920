"""A consent is taken, and withdrawn; both hold from the next time that anybody asks."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.counting import count_anew
from stegvis.participants.actions.locks import lock_person
from stegvis.participants.models import (
    Attachment,
    Consent,
    ConsentRecipient,
    Person,
    Representative,
    Signing,
)
from stegvis.participants.policies.consents import (
    Around,
    check_can_take_consent,
    check_may_sign,
    check_signing,
)
from stegvis.participants.queries.acting import acting_for, agencies_of
from stegvis.participants.queries.consent_texts import texts_in_force
from stegvis.participants.values.signing import NewSigning, Tick

if TYPE_CHECKING:
    from stegvis.participants.models import ConsentText

Row = TypeVar("Row", Representative, Attachment)


def take_consents(person: Person, new: NewSigning, *, sender: UUID, viewer: Viewer) -> Signing:
    """One signature, with a consent for every tick, from the sender to its recipients."""
    acting = {one.pk for one in acting_for(viewer, person)}
    check_can_take_consent(viewer, person, sender, acting)
    texts = texts_in_force(person.association_id, new.signed_on, new.language)
    agencies = {one.pk for one in agencies_of(person.association_id, viewer)}
    check_signing(new, Around(viewer.on, sender, agencies, texts.keys()))
    signing = _signing(person, new, sender, viewer)
    for tick in new.ticks:
        _consent(signing, tick, texts[tick.purpose])
    count_anew(person.association_id)
    return signing


def withdraw(
    person: UUID, *, viewer: Viewer, only: Collection[UUID] | None = None, by_own: bool = False
) -> int:
    """How many stopped to hold; all of them unless it is said which.

    Waits for what is being told just now, and stops what has not been told yet.
    """
    lock_person(person)
    held = Consent.objects.visible_to(viewer).filter(person=person, withdrawn_at=None)
    if only is not None:
        held = held.filter(pk__in=list(only))
    stopped: int = held.update(
        withdrawn_at=timezone.now(), withdrawn_by=viewer.user, withdrawn_by_participant=by_own
    )
    for association in {one.association for one in viewer.standings}:
        count_anew(association)
    return stopped


def _signing(person: Person, new: NewSigning, sender: UUID, viewer: Viewer) -> Signing:
    signing: Signing = Signing.objects.create(
        person=person,
        owner_id=sender,
        form=new.form,
        signed_on=new.signed_on,
        taken_by=cast("UUID", viewer.user),
        note=new.note,
        paper=_paper(person, new, viewer),
        signed_for_by=_representative(person, new, viewer),
    )
    return signing


def _representative(person: Person, new: NewSigning, viewer: Viewer) -> Representative | None:
    if new.signed_for_by is None:
        return None
    found = _chosen(Representative, person, new.signed_for_by, viewer)
    check_may_sign(found, [tick.purpose for tick in new.ticks], new.signed_on)
    return found


def _paper(person: Person, new: NewSigning, viewer: Viewer) -> Attachment | None:
    return None if new.paper is None else _chosen(Attachment, person, new.paper, viewer)


def _chosen(kind: type[Row], person: Person, key: UUID, viewer: Viewer) -> Row:
    rows: Any = kind.objects
    found: Row | None = rows.visible_to(viewer).filter(person=person, pk=key).first()
    if found is None:
        raise Refused(_("Det som du valde finns inte längre hos personen. Välj igen."))
    return found


def _consent(signing: Signing, tick: Tick, text: "ConsentText") -> None:
    consent = Consent.objects.create(
        person=signing.person,
        signing=signing,
        text=text,
        purpose=tick.purpose,
        sender_id=signing.owner_id,
        classes=sorted(tick.classes),
        starts_on=signing.signed_on,
        ends_on=tick.ends_on,
    )
    ConsentRecipient.objects.bulk_create(
        ConsentRecipient(consent=consent, agency_id=agency) for agency in sorted(tick.recipients)
    )
