"""Who works in which programme, and when."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import DATE, KEY, NOBODY, STAFF


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def current_on(self, day: date) -> "AssignmentQuerySet":
        return self.filter(Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gt=day))


class Assignment(BaseModel):
    """One person in one programme, from `starts_on` up to, not including, `ends_on`.

    What the person may do there is said by the membership; this says only where.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="assignments"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = STAFF, KEY
        user = STAFF, KEY
        starts_on = STAFF, DATE
        ends_on = STAFF, DATE

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="assignments_end_after_they_begin",
            ),
            models.UniqueConstraint(
                fields=("programme", "user", "starts_on"), name="one_assignment_a_start"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.programme_id}"
