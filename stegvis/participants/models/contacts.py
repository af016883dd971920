"""How a person may be reached without harm, and who may act for them."""

from django.db import models

from stegvis.core.models import EncryptedText, ends_after_it_begins
from stegvis.core.values.privacy import CODE, DATE, IDENTITY, KEY, NOBODY, NUMBER, TEXT
from stegvis.participants.models.personal import PersonalModel, codes
from stegvis.participants.values.persons import RepresentativeKind


class ContactSafety(PersonalModel):
    """What one agency knows of how to reach a person; nothing is sent that it does not allow."""

    phone = EncryptedText(default="")
    email = EncryptedText(default="")
    address = EncryptedText(default="")
    may_call = models.BooleanField(default=False)
    may_leave_message = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    may_email = models.BooleanField(default=False)
    may_post = models.BooleanField(default=False)
    neutral_sender = models.BooleanField(default=True)
    note = EncryptedText(default="")

    class Privacy:
        id = NOBODY, KEY
        person = IDENTITY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        phone = IDENTITY, TEXT
        email = IDENTITY, TEXT
        address = IDENTITY, TEXT
        may_call = IDENTITY, CODE
        may_leave_message = IDENTITY, CODE
        may_text = IDENTITY, CODE
        may_email = IDENTITY, CODE
        may_post = IDENTITY, CODE
        neutral_sender = IDENTITY, CODE
        note = IDENTITY, TEXT

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "owner"), name="one_contact_an_agency"),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Representative(PersonalModel):
    """Somebody who may act for the person, in what, and during which time."""

    kind = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in RepresentativeKind]
    )
    name = EncryptedText()
    phone = EncryptedText(default="")
    may_sign = codes()
    evidence = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Privacy:
        id = NOBODY, KEY
        person = IDENTITY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        kind = IDENTITY, CODE
        name = IDENTITY, TEXT
        phone = IDENTITY, TEXT
        may_sign = IDENTITY, CODE
        evidence = IDENTITY, TEXT
        starts_on = IDENTITY, DATE
        ends_on = IDENTITY, DATE

    class Meta:
        constraints = (ends_after_it_begins("representatives_end_after_they_begin"),)

    def __str__(self) -> str:
        return str(self.pk)
