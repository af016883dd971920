"""Who works where, as what, and when."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from stegvis.core.models import DatedModel, DatedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF
from stegvis.organisations.models.organisations import Association, Unit
from stegvis.organisations.values.roles import OF_PARTICIPANTS, ROLE_OF


class MembershipQuerySet(DatedQuerySet):
    def lasting(self, day: date) -> "MembershipQuerySet":
        """Those that hold on this day or some day after it."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day) & Q(ends_on__gt=F("starts_on")))

    def of_staff(self) -> "MembershipQuerySet":
        """Those of colleagues: who administers sees no participants, nor that they exist."""
        return self.exclude(role=OF_PARTICIPANTS)


class Membership(DatedModel):
    """One person in one role for one association, at a unit of one of its agencies.

    One that ends the day it begins never held: so a mistake can be undone the same day. A trigger
    keeps apart the roles that nobody may have together, see `policies.grants`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="memberships"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", null=True)
    role = models.CharField(max_length=40, choices=[(code, code) for code in ROLE_OF])

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

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
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="memberships_do_not_end_before_they_begin",
            ),
            models.UniqueConstraint(
                fields=("user", "association", "role", "unit", "starts_on"),
                nulls_distinct=False,
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="one_membership_a_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.role}"
