"""What a participant asks of those who work with them."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Case, CharField, Q, Value, When

from stegvis.core.models import EncryptedText
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.participants.calculations.grants import Grants
from stegvis.participants.models.personal import PersonalModel, PersonalQuerySet
from stegvis.participants.models.seeing import because_of_row, sees_row
from stegvis.participants.values.reasons import Reason
from stegvis.participants.values.wishes import WishKind


class WishQuerySet(PersonalQuerySet):
    """Seen by the owner's involved staff, and by the one who asked."""

    def narrowed_to(self, viewer: Viewer) -> Self:
        own = Q(person__account=viewer.user) if viewer.user else Q(pk__in=[])
        because = Case(
            When(own, then=Value(Reason.OWN.value)),
            default=because_of_row(viewer),
            output_field=CharField(),
        )
        return self.filter(own | sees_row(viewer)).annotate(seen_because=because)

    def seen_with(self, granted: Grants) -> Q:
        return Q() if granted.is_own else super().seen_with(granted)

    def because(self, granted: Grants, row: Any) -> str:
        return Reason.OWN if granted.is_own else super().because(granted, row)


class Wish(PersonalModel):
    """One note to the agency responsible, such as to shut something; answered or not yet."""

    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in WishKind])
    text = EncryptedText()
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.UUIDField()
    answer = EncryptedText(default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)

    objects: ClassVar[Any] = WishQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        kind = ORDINARY, CODE
        text = ORDINARY, TEXT
        asked_at = ORDINARY, DATE
        asked_by = STAFF, KEY
        answer = ORDINARY, TEXT
        answered_at = ORDINARY, DATE
        answered_by = STAFF, KEY

    def __str__(self) -> str:
        return str(self.asked_at)
