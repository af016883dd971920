"""What one person prepares and another decides."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF, TEXT
from stegvis.organisations.models.organisations import Association
from stegvis.organisations.values.two_steps import Outcome


class TwoStep(BaseModel):
    """One matter of one `kind` about one `subject`, whatever that is.

    What happens when it is approved is not known here: whoever asks for the decision acts on it
    in the same transaction. Reasons are about the matter, and name no participant.
    """

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    prepared_at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()
    is_on_hold = models.BooleanField(default=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    decided_at = models.DateTimeField(null=True)
    outcome = models.CharField(
        max_length=10, choices=[(one.value, one.value.title()) for one in Outcome], blank=True
    )
    decided_why = models.TextField(blank=True)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        kind = NOBODY, CODE
        subject = NOBODY, KEY
        prepared_by = STAFF, KEY
        prepared_at = STAFF, DATE
        why = STAFF, TEXT
        is_on_hold = NOBODY, CODE
        decided_by = STAFF, KEY
        decided_at = STAFF, DATE
        outcome = NOBODY, CODE
        decided_why = STAFF, TEXT

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("prepared_by")),
                name="nobody_decides_what_they_prepared",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None, outcome="")
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(outcome="")),
                name="a_decision_is_whole",
            ),
            models.UniqueConstraint(
                fields=("kind", "subject"),
                condition=Q(outcome=""),
                name="one_open_matter_a_subject",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.outcome or 'open'}"

    @property
    def is_open(self) -> bool:
        return not self.outcome
