"""Who works where, as what, and when."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF
from stegvis.organisations.models.organisations import Association, Unit
from stegvis.organisations.values.roles import ROLE_OF


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current_on(self, day: date) -> "MembershipQuerySet":
        return self.filter(Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gt=day))


class Membership(BaseModel):
    """One person in one role for one association, at a unit of one of its agencies.

    From `starts_on` up to, not including, `ends_on`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="memberships"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", null=True)
    role = models.CharField(max_length=40, choices=[(code, code) for code in ROLE_OF])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        user = STAFF, KEY
        association = STAFF, KEY
        unit = STAFF, KEY
        role = STAFF, CODE
        starts_on = STAFF, DATE
        ends_on = STAFF, DATE

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="memberships_end_after_they_begin",
            ),
            models.UniqueConstraint(
                fields=("user", "association", "role", "starts_on"), name="one_membership_a_start"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.role}"
