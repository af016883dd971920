"""The ground of every model: own keys, refused unscoped reading, and what all rooms store."""

from stegvis.core.models.access_log import AccessEntry, LogCheck, LogSegment
from stegvis.core.models.base import BaseModel
from stegvis.core.models.dated import DatedModel, DatedQuerySet, ends_after_it_begins
from stegvis.core.models.drafts import Draft
from stegvis.core.models.encrypted import EncryptedBytes, EncryptedText
from stegvis.core.models.erasures import Erasure
from stegvis.core.models.jobs import Job, JobState
from stegvis.core.models.scoped import ScopedQuerySet, UnscopedError, forget_questions
from stegvis.core.models.sent_forms import SentForm
from stegvis.core.models.stored_files import StoredFile

__all__ = [
    "AccessEntry",
    "BaseModel",
    "DatedModel",
    "DatedQuerySet",
    "Draft",
    "EncryptedBytes",
    "EncryptedText",
    "Erasure",
    "Job",
    "JobState",
    "LogCheck",
    "LogSegment",
    "ScopedQuerySet",
    "SentForm",
    "StoredFile",
    "UnscopedError",
    "ends_after_it_begins",
    "forget_questions",
]
