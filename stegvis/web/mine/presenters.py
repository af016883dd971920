"""Consents in words for the one who gave them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.participants.values.consents import Purpose
from stegvis.web.consents.presenters import consent_row

SAID = {
    Purpose.TEAM: N_("{sender} får dela {classes} om dig med {recipients}."),
    Purpose.STATISTICS: N_("{sender} får räkna med dig i sin statistik."),
    Purpose.FORWARD: N_("{sender} får skicka en handling om dig till {recipients}: {classes}."),
    Purpose.PERSON_DATA: N_("{sender} får lämna uppgifter om dig till {recipients}: {classes}."),
}


@dataclass(frozen=True)
class OwnConsent:
    id: UUID
    title: str
    sentence: str
    period: str
    state: str
    kind: str
    is_held: bool
    words: str


def own_consent(consent: Any, on: date) -> OwnConsent:
    row = consent_row(consent, on)
    sentence = _(SAID[Purpose(consent.purpose)]).format(
        sender=row.sender, recipients=row.recipients, classes=row.classes
    )
    return OwnConsent(
        id=row.id,
        title=sentence,
        sentence=sentence,
        period=row.period,
        state=row.state,
        kind=row.kind,
        is_held=row.is_held,
        words=consent.text.body,
    )


def own_words(*, names: bool) -> str:
    """What is in the extract, and what is not."""
    first = _(
        "Här står varje gång någon har läst, ändrat, skrivit ut eller lämnat ut något om dig i "
        "Stegvis, och när någon har nekats. Fråga den myndighet som står på raden om du undrar "
        "varför."
    )
    nameless = _("Medarbetarnas namn är inte med.")
    return first if names else f"{first} {nameless}"
