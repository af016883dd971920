"""Persons, what they have agreed to, and who is involved with them."""

from stegvis.participants.models.attachments import Attachment
from stegvis.participants.models.consents import (
    Consent,
    ConsentException,
    ConsentRecipient,
    ConsentText,
    Signing,
)
from stegvis.participants.models.contacts import ContactSafety, Representative
from stegvis.participants.models.disclosures import Disclosure, LinkRequest
from stegvis.participants.models.involvements import Involvement
from stegvis.participants.models.persons import Person

__all__ = [
    "Attachment",
    "Consent",
    "ConsentException",
    "ConsentRecipient",
    "ConsentText",
    "ContactSafety",
    "Disclosure",
    "Involvement",
    "LinkRequest",
    "Person",
    "Representative",
    "Signing",
]
