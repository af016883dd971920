"""A role that is asked for, and held by nobody until another person has agreed."""

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF
from stegvis.organisations.models.memberships import Membership
from stegvis.organisations.models.organisations import Association, Unit


class GrantRequest(BaseModel):
    """The subject of a two-step matter; `replaces` is the membership that ends when it begins."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True)
    role = models.CharField(max_length=40)
    starts_on = models.DateField()
    replaces = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", null=True)

    class Privacy:
        id = NOBODY, KEY
        user = STAFF, KEY
        association = STAFF, KEY
        unit = STAFF, KEY
        role = STAFF, CODE
        starts_on = STAFF, DATE
        replaces = STAFF, KEY

    def __str__(self) -> str:
        return f"{self.user} {self.role}"
