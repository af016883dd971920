"""Rows that hold from one day to another."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from stegvis.core.models.base import BaseModel


class DatedQuerySet(models.QuerySet[Any]):
    def current_on(self, day: date) -> "DatedQuerySet":
        return self.filter(Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gt=day))


class DatedModel(BaseModel):
    """From `starts_on` up to, not including, `ends_on`; an open end is None."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name=name
    )
