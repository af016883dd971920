"""Who works in which programme, and when."""

from django.conf import settings
from django.db import models

from stegvis.core.models import DatedModel, ends_after_it_begins
from stegvis.core.values.privacy import DATE, KEY, NOBODY, STAFF


class Assignment(DatedModel):
    """One person in one programme, from `starts_on` up to, not including, `ends_on`.

    What the person may do there is said by the membership; this says only where.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="assignments"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )

    class Privacy:
        id = NOBODY, KEY
        programme = STAFF, KEY
        user = STAFF, KEY
        starts_on = STAFF, DATE
        ends_on = STAFF, DATE

    class Meta:
        constraints = (
            ends_after_it_begins("assignments_end_after_they_begin"),
            models.UniqueConstraint(
                fields=("programme", "user", "starts_on"), name="one_assignment_a_start"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.programme_id}"
