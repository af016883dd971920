"""Facts as they are kept: nameless rows that are never changed, only voided."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, SENSITIVE
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme


class FactQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        return self.filter(programme__in=Programme.objects.visible_to(viewer))

    def standing(self) -> Self:
        return self.filter(voided_at=None)


class Fact(models.Model):
    """One row of one fact table. A row that was wrong is voided and another put in its place.

    `values` has the columns of the dictionary of facts, days as day numbers and money as öre;
    `digest` is of the same. `key` is the table's key columns, or the digest where it has none,
    with a number after it when two rows share it. Its own key is a number: nobody sees it, and
    it keeps the order of the rows. Never holds a name or a personal number.
    """

    id = models.BigAutoField(primary_key=True)
    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="facts", db_index=False
    )
    table = models.CharField(max_length=40)
    key = models.CharField(max_length=300)
    values = models.JSONField()
    digest = models.CharField(max_length=32)
    effective_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    delivery = models.ForeignKey("Delivery", on_delete=models.PROTECT, related_name="facts")
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(
        "Delivery", on_delete=models.PROTECT, related_name="voided", null=True, db_index=False
    )

    objects = FactQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        table = NOBODY, CODE
        key = ORDINARY, KEY
        values = SENSITIVE, CODE
        digest = NOBODY, CODE
        effective_on = ORDINARY, DATE
        recorded_at = NOBODY, DATE
        delivery = NOBODY, KEY
        voided_at = NOBODY, DATE
        voided_by = NOBODY, KEY

    class Meta:
        indexes: ClassVar = [  # few, and of few rows: every index is paid for by each row put in
            models.Index(
                fields=("programme",),
                condition=Q(voided_at__isnull=False),
                name="voided_facts_of_programme",
            ),
            models.Index(
                fields=("voided_by",),
                condition=Q(voided_by__isnull=False),
                name="facts_voided_by_delivery",
            ),
        ]
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "table", "key"),
                condition=Q(voided_at=None),
                name="a_standing_fact_has_its_own_key",
            ),
            models.CheckConstraint(
                condition=Q(voided_at=None, voided_by=None)
                | Q(voided_at__gte=F("recorded_at"), voided_by__isnull=False),
                name="a_voided_fact_says_by_what",
            ),
        )

    def __str__(self) -> str:
        return f"{self.table} {self.key}"


class DeliveredTable(BaseModel):
    """That a table was delivered, with or without rows: no row here is "we were never told"."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT)
    table = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    delivery = models.ForeignKey("Delivery", on_delete=models.PROTECT, related_name="tables")
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(
        "Delivery", on_delete=models.PROTECT, related_name="voided_tables", null=True
    )

    objects = FactQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        table = NOBODY, CODE
        position = NOBODY, NUMBER
        delivery = NOBODY, KEY
        recorded_at = NOBODY, DATE
        voided_at = NOBODY, DATE
        voided_by = NOBODY, KEY

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("programme", "table"),
                condition=Q(voided_at=None),
                name="a_table_stands_delivered_once",
            )
        ]

    def __str__(self) -> str:
        return self.table
