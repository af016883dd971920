"""When something may be told on purpose: to whom, what, and on which ground."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.values.consents import MAY_BE_TOLD, PERMITS_TELLING
from stegvis.participants.values.disclosures import Ground, NewDisclosure

if TYPE_CHECKING:
    from stegvis.participants.models import Consent, ConsentException, Person


class PreviewOutdatedError(Refused):
    """What would be told is not what was shown."""


@dataclass(frozen=True)
class Telling:
    """What is judged: from whom, of which classes, to whom who is there to receive it."""

    sender: UUID
    classes: frozenset[About]
    receivers: Collection[UUID]


def check_can_disclose(
    viewer: Viewer, person: "Person", sender: UUID, acting_for: Collection[UUID]
) -> None:
    """Only what one's own agency answers for."""
    may = viewer.may(Permission.DISCLOSE, person.association_id)
    if not may or sender not in acting_for:
        raise Refused(_("Den som arbetar med personen hos ansvarig myndighet lämnar ut uppgifter."))


def check_said(new: NewDisclosure) -> None:
    if not new.what:
        raise Refused(_("Välj vad som ska lämnas ut."))
    if new.recipient is None and not new.outside:
        raise Refused(_("Välj vem som ska få uppgifterna."))
    if not new.purpose:
        raise Refused(_("Skriv varför uppgifterna lämnas ut."))
    if new.ground is Ground.LAW and not new.legal_text:
        raise Refused(_("Skriv vilken paragraf som säger att uppgifterna ska eller får lämnas."))
    if new.ground is Ground.NECESSITY and not new.why:
        raise Refused(_("Skriv varför det är nödvändigt att lämna uppgifterna."))


def check_classes(classes: Iterable[About]) -> None:
    if not set(classes) <= set(MAY_BE_TOLD):
        raise Refused(_("Något av det du valde lämnas inte ut på det här sättet."))


def check_preview(new: NewDisclosure, fingerprint: str) -> None:
    if new.seen != fingerprint:
        raise PreviewOutdatedError(
            _("Uppgifterna har ändrats sedan du såg dem. Läs igenom dem igen innan du skickar.")
        )


def check_receiver(new: NewDisclosure, telling: Telling, *, is_protected: bool) -> None:
    """Somebody at the recipient must be there to open it."""
    if new.recipient is None or new.to_user in telling.receivers:
        return
    if is_protected:
        raise Refused(
            _(
                "Personen har skyddad identitet. Mottagaren måste först stå på listan över dem "
                "som får veta att personen finns här."
            )
        )
    if new.to_user is None and not telling.receivers:
        raise Refused(_("Ingen hos mottagaren arbetar med personen än. Välj vem som ska ta emot."))


def check_exceptions(
    new: NewDisclosure, telling: Telling, exceptions: Iterable["ConsentException"]
) -> None:
    """They bind every ground but the law's own, and one against a user binds that too."""
    for one in exceptions:
        if one.against_user_id is not None:
            shuts = one.against_user_id == new.to_user
        else:
            shuts = new.ground is not Ground.LAW and _is_shut(one, new, telling)
        if shuts:
            raise Refused(
                _("Personen har ett undantag mot att mottagaren får uppgifterna. Det går före.")
            )


def _is_shut(one: "ConsentException", new: NewDisclosure, telling: Telling) -> bool:
    of_sender = one.owner_id in {None, telling.sender}
    against = one.against_agency_id in {None, new.recipient}
    return of_sender and against and (not one.classes or bool(set(one.classes) & telling.classes))


def permitting(
    new: NewDisclosure, telling: Telling, consents: Iterable["Consent"]
) -> "Consent | None":
    """The consent that the telling rests on: in force, to this recipient, of all its classes."""
    if new.ground is not Ground.CONSENT:
        return None
    asked = telling.classes - {About.IDENTITY}
    for one in consents:
        named = {recipient.agency_id for recipient in one.recipients.all()}
        if (
            one.purpose in PERMITS_TELLING
            and one.sender_id == telling.sender
            and new.recipient in named
            and asked <= set(one.classes)
        ):
            return one
    raise Refused(
        _(
            "Inget samtycke som gäller i dag räcker till det här. Kontrollera mottagaren och vilka "
            "uppgifter samtycket omfattar, eller välj en annan grund."
        )
    )
