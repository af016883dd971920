"""What has been told to others, and questions to be let in."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from stegvis.core.models import BaseModel, EncryptedText
from stegvis.core.models.scoped import ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, SENSITIVE, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.participants.calculations.grants import Grants
from stegvis.participants.models.personal import PersonalModel, PersonalQuerySet, codes
from stegvis.participants.models.seeing import because_of_row, involvements, sees_person, sees_row
from stegvis.participants.values.reasons import DISCLOSED


class DisclosureQuerySet(PersonalQuerySet):
    """Seen by the sender's involved staff as their own rows, and by the recipient's."""

    otherwise = DISCLOSED

    def narrowed_to(self, viewer: Viewer) -> Self:
        received = involvements(viewer, "person").filter(agency=OuterRef("recipient"))
        seen = sees_person(viewer, "person", "person__protection") & Q(Exists(received))
        because = because_of_row(viewer, otherwise=self.otherwise)
        return self.filter(seen | sees_row(viewer)).annotate(seen_because=because)

    def seen_with(self, granted: Grants) -> Q:
        return super().seen_with(granted) | Q(recipient__in=granted.agencies)


class Disclosure(PersonalModel):
    """One purposeful telling: what, to whom, on which ground; the copy is what was told.

    `what` are codes of fields or documents, `content` the copy as JSON. A recipient who is not
    here (`recipient` None) stands in `outside` as text. `why` is what the sender weighed where
    neither a consent nor a paragraph decides. Never changed but for its receipt.
    """

    recipient = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", null=True
    )
    to_user = models.UUIDField(null=True)
    outside = EncryptedText(default="")
    ground = models.CharField(max_length=20)
    consent = models.ForeignKey(
        "participants.Consent", on_delete=models.PROTECT, related_name="+", null=True
    )
    legal_text = models.CharField(max_length=300, blank=True)
    why = EncryptedText(default="")
    purpose = models.CharField(max_length=300)
    what = codes()
    content = EncryptedText()
    sent_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.UUIDField()
    received_at = models.DateTimeField(null=True)
    received_by = models.UUIDField(null=True)

    objects: ClassVar[Any] = DisclosureQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        person = SENSITIVE, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        recipient = SENSITIVE, KEY
        to_user = STAFF, KEY
        outside = SENSITIVE, TEXT
        ground = SENSITIVE, CODE
        consent = SENSITIVE, KEY
        legal_text = NOBODY, TEXT
        why = SENSITIVE, TEXT
        purpose = SENSITIVE, TEXT
        what = SENSITIVE, CODE
        content = SENSITIVE, TEXT
        sent_at = SENSITIVE, DATE
        sent_by = STAFF, KEY
        received_at = SENSITIVE, DATE
        received_by = STAFF, KEY

    def __str__(self) -> str:
        return str(self.pk)


class LinkRequestQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        """The unit that is asked, and there those who see the person; never who asked."""
        return self.filter(
            sees_person(viewer, "person", "person__protection"), to_unit__in=viewer.units
        )


class LinkRequest(BaseModel):
    """A number that is held but not visible: the unit responsible is asked, the asker told nothing.

    `registered` is what the asker got, a person of their own. `person` is None where nobody held
    the number: all that was done is the same.
    """

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        "participants.Person", on_delete=models.PROTECT, related_name="+", null=True
    )
    registered = models.ForeignKey(
        "participants.Person", on_delete=models.PROTECT, related_name="+", null=True
    )
    to_unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", null=True
    )
    asked_by = models.UUIDField()
    asked_for = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    why = EncryptedText()
    answer = models.CharField(max_length=20, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)

    objects: ClassVar[Any] = LinkRequestQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        person = SENSITIVE, KEY
        registered = SENSITIVE, KEY
        to_unit = NOBODY, KEY
        asked_by = STAFF, KEY
        asked_for = NOBODY, KEY
        asked_at = NOBODY, DATE
        why = SENSITIVE, TEXT
        answer = SENSITIVE, CODE
        answered_at = NOBODY, DATE
        answered_by = STAFF, KEY

    def __str__(self) -> str:
        return str(self.asked_at)
