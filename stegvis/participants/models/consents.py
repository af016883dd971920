"""What a person has agreed to, and what is shut whatever they have agreed to."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from stegvis.core.models import BaseModel, DatedModel, EncryptedText, ends_after_it_begins
from stegvis.core.values.privacy import (
    CODE,
    DATE,
    KEY,
    NOBODY,
    NUMBER,
    ORDINARY,
    STAFF,
    TEXT,
    About,
)
from stegvis.participants.models.involvements import DecidingQuerySet
from stegvis.participants.models.personal import PersonalModel, codes
from stegvis.participants.values.consents import Form, Purpose

PURPOSES = [(one.value, one.value) for one in Purpose]


class ConsentText(DatedModel):
    """One version of the words that a person agrees to, for one purpose in one language."""

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.CharField(max_length=20, choices=PURPOSES)
    language = models.CharField(max_length=10, default="sv")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    months_valid = models.PositiveSmallIntegerField(null=True, blank=True)
    decided_by = models.UUIDField(null=True)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        purpose = NOBODY, CODE
        language = NOBODY, CODE
        number = NOBODY, NUMBER
        title = NOBODY, TEXT
        body = NOBODY, TEXT
        months_valid = NOBODY, NUMBER
        decided_by = STAFF, KEY
        starts_on = NOBODY, DATE
        ends_on = NOBODY, DATE

    class Meta:
        constraints = (
            ends_after_it_begins("consent_texts_end_after_they_begin"),
            models.UniqueConstraint(
                fields=("association", "purpose", "language", "number"),
                name="consent_texts_are_numbered",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Signing(PersonalModel):
    """One occasion on which a person agreed: one signature, with a tick for every consent."""

    form = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Form])
    signed_on = models.DateField()
    taken_by = models.UUIDField()
    note = EncryptedText(default="")
    paper = models.ForeignKey(
        "participants.Attachment", on_delete=models.PROTECT, related_name="+", null=True
    )
    signed_for_by = models.ForeignKey(
        "participants.Representative", on_delete=models.PROTECT, related_name="+", null=True
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        form = ORDINARY, CODE
        signed_on = ORDINARY, DATE
        taken_by = STAFF, KEY
        note = ORDINARY, TEXT
        paper = ORDINARY, KEY
        signed_for_by = ORDINARY, KEY
        recorded_at = NOBODY, DATE

    def __str__(self) -> str:
        return str(self.signed_on)


class Consent(DatedModel):
    """One tick: `sender` may tell its recipients what is in `classes`, for one purpose.

    A consent to `team` opens reading; any other only lets somebody disclose. Withdrawn, it stops
    at once and stays to be seen.
    """

    person = models.ForeignKey(
        "participants.Person", on_delete=models.PROTECT, related_name="consents"
    )
    signing = models.ForeignKey(Signing, on_delete=models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=PURPOSES)
    sender = models.ForeignKey("organisations.Agency", on_delete=models.PROTECT, related_name="+")
    classes = codes()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)
    withdrawn_by_participant = models.BooleanField(default=False)

    objects: ClassVar[Any] = DecidingQuerySet.as_manager()  # type: ignore[assignment]

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        signing = ORDINARY, KEY
        text = ORDINARY, KEY
        purpose = ORDINARY, CODE
        sender = ORDINARY, KEY
        classes = ORDINARY, CODE
        starts_on = ORDINARY, DATE
        ends_on = ORDINARY, DATE
        withdrawn_at = ORDINARY, DATE
        withdrawn_by = STAFF, KEY
        withdrawn_by_participant = ORDINARY, CODE

    class Meta:
        constraints = (
            ends_after_it_begins("consents_end_after_they_begin"),
            models.CheckConstraint(
                condition=~Q(classes__contains=[About.CLOSED.value]),
                name="no_consent_to_what_is_closed",
            ),
        )
        indexes = (models.Index(fields=("person", "sender"), name="consents_of_person"),)

    def __str__(self) -> str:
        return f"{self.purpose} {self.starts_on}"


class ConsentRecipient(BaseModel):
    """One agency that may be told what a consent is about."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="recipients")
    agency = models.ForeignKey("organisations.Agency", on_delete=models.PROTECT, related_name="+")

    class Privacy:
        id = NOBODY, KEY
        consent = ORDINARY, KEY
        agency = ORDINARY, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("consent", "agency"), name="recipients_stand_once"),
        )

    def __str__(self) -> str:
        return str(self.agency_id)


class ConsentException(DatedModel):
    """Undantag: what is shut for an agency or for one user, whatever has been agreed to.

    Without `owner` it shuts every agency's rows, without `against_agency` for all others; no
    classes are all of them. Against a user, the person is hidden from that user altogether.
    """

    person = models.ForeignKey(
        "participants.Person", on_delete=models.PROTECT, related_name="exceptions"
    )
    owner = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", null=True
    )
    against_agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", null=True
    )
    against_user = models.ForeignKey(
        "organisations.User", on_delete=models.PROTECT, related_name="+", null=True
    )
    classes = codes()
    why = EncryptedText(default="")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.UUIDField(null=True)

    objects: ClassVar[Any] = DecidingQuerySet.as_manager()  # type: ignore[assignment]

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = ORDINARY, KEY
        against_agency = ORDINARY, KEY
        against_user = STAFF, KEY
        classes = ORDINARY, CODE
        why = ORDINARY, TEXT
        starts_on = ORDINARY, DATE
        ends_on = ORDINARY, DATE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            ends_after_it_begins("exceptions_end_after_they_begin"),
            models.CheckConstraint(
                condition=Q(against_agency=None) | Q(against_user=None),
                name="exceptions_are_against_one",
            ),
        )
        indexes = (models.Index(fields=("person",), name="exceptions_of_person"),)

    def __str__(self) -> str:
        return str(self.starts_on)
