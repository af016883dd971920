"""What has been erased, so that a backup that is read back does not bring it back."""

from django.db import models
from django.db.models.functions import Now

from stegvis.core.models.base import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY


class Erasure(BaseModel):
    """One thing that was erased by one rule: its table and key, never what it said.

    Added to, never changed; the same lines stand in a file outside the database.
    """

    kind = models.CharField(max_length=60)
    table = models.CharField(max_length=100)
    key = models.UUIDField()
    rule = models.UUIDField(null=True)
    erased_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Privacy:
        id = NOBODY, KEY
        kind = NOBODY, CODE
        table = NOBODY, CODE
        key = NOBODY, KEY
        rule = NOBODY, KEY
        erased_on = NOBODY, DATE
        recorded_at = NOBODY, DATE

    def __str__(self) -> str:
        return f"{self.table} {self.key}"
