"""What stays in the figures when a person has been erased."""

from typing import Self

from django.db import models

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, SENSITIVE
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme


class KeptFactQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        return self.filter(programme__in=Programme.objects.visible_to(viewer))


class KeptFact(BaseModel):
    """One row of a fact table about somebody who has been erased: codes, days and a random key.

    `values` are as in Fact. Nothing leads back: the key was made when the person was erased, and
    is known nowhere else.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="+"
    )
    table = models.CharField(max_length=40)
    values = models.JSONField()
    kept_on = models.DateField()

    objects = KeptFactQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        table = NOBODY, CODE
        values = SENSITIVE, CODE
        kept_on = NOBODY, DATE

    def __str__(self) -> str:
        return self.table
