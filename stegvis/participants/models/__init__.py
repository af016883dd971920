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
from stegvis.participants.models.decisions import Merge, ProtectionDecision
from stegvis.participants.models.disclosures import Disclosure, LinkRequest
from stegvis.participants.models.involvements import Involvement
from stegvis.participants.models.log_reviews import (
    AlarmAnswer,
    DrawnRow,
    LogAlarm,
    LogJudgement,
    LogProtocol,
    LogReview,
    LogRules,
)
from stegvis.participants.models.persons import Person
from stegvis.participants.models.rules import ConsentRules
from stegvis.participants.models.wishes import Wish

__all__ = [
    "AlarmAnswer",
    "Attachment",
    "Consent",
    "ConsentException",
    "ConsentRecipient",
    "ConsentRules",
    "ConsentText",
    "ContactSafety",
    "Disclosure",
    "DrawnRow",
    "Involvement",
    "LinkRequest",
    "LogAlarm",
    "LogJudgement",
    "LogProtocol",
    "LogReview",
    "LogRules",
    "Merge",
    "Person",
    "ProtectionDecision",
    "Representative",
    "Signing",
    "Wish",
]
