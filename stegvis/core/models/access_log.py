"""The access log: who has seen whom, chained in sealed segments, never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from stegvis.core.models.base import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF, TEXT
from stegvis.core.values.sightings import Action


class AccessEntry(models.Model):
    """One person, one action, one request. Never holds what was seen, only of which class.

    No foreign keys: it outlives whom and what it tells of. `about` and `ground` are codes with
    commas between, in order; `route` is the name of the view, without what stands in the address.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now())
    user = models.UUIDField(null=True)
    role = models.CharField(max_length=40, blank=True)
    unit = models.UUIDField(null=True)
    agency = models.UUIDField(null=True)
    association = models.UUIDField(null=True)
    person = models.UUIDField()
    action = models.CharField(max_length=10)
    about = models.CharField(max_length=60, blank=True)
    purpose = models.TextField(blank=True)
    ground = models.TextField(blank=True)
    route = models.CharField(max_length=100, blank=True)
    request = models.UUIDField()

    class Privacy:
        id = NOBODY, KEY
        at = ORDINARY, DATE
        user = STAFF, KEY
        role = STAFF, CODE
        unit = STAFF, KEY
        agency = STAFF, KEY
        association = NOBODY, KEY
        person = ORDINARY, KEY
        action = ORDINARY, CODE
        about = ORDINARY, CODE
        purpose = NOBODY, TEXT
        ground = ORDINARY, CODE
        route = NOBODY, CODE
        request = NOBODY, KEY

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=("person", "at"), name="log_of_person"),
            models.Index(fields=("user", "at"), name="log_of_user"),
        ]
        constraints = (
            models.CheckConstraint(
                condition=~Q(ground="") | Q(action=Action.REFUSED.value),
                name="nobody_seen_for_nothing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.action}"


class LogSegment(models.Model):
    """The rows from `first_id` to `last_id`, and everything before them, as they were when sealed.

    `digest` is SHA-256 over the rows, this row and `previous`, which is the same of the digest and
    seal before it; `seal` is HMAC of the digest under a key outside the database, of which `key`
    is the name. `marks` has the id and a short digest of every row, to point at the one that is
    wrong. A segment without rows says that the key was changed, or that those up to `dropped`
    were removed when their time was over.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    rows = models.PositiveIntegerField()
    dropped = models.PositiveBigIntegerField(default=0)
    marks = models.BinaryField()
    previous = models.BinaryField()
    digest = models.BinaryField()
    seal = models.BinaryField()
    key = models.CharField(max_length=16)
    sealed_at = models.DateTimeField()

    class Privacy:
        number = NOBODY, KEY
        first_id = NOBODY, NUMBER
        last_id = NOBODY, NUMBER
        rows = NOBODY, NUMBER
        dropped = NOBODY, NUMBER
        marks = NOBODY, CODE
        previous = NOBODY, CODE
        digest = NOBODY, CODE
        seal = NOBODY, CODE
        key = NOBODY, CODE
        sealed_at = NOBODY, DATE

    def __str__(self) -> str:
        return str(self.number)


class LogCheck(BaseModel):
    """One time that the whole log was gone through; `fault` is the first that was found."""

    at = models.DateTimeField(db_default=Now())
    segments = models.PositiveBigIntegerField()
    rows = models.PositiveBigIntegerField()
    fault = models.CharField(max_length=20, blank=True)
    segment = models.PositiveBigIntegerField(null=True)
    row = models.BigIntegerField(null=True)

    class Privacy:
        id = NOBODY, KEY
        at = NOBODY, DATE
        segments = NOBODY, NUMBER
        rows = NOBODY, NUMBER
        fault = NOBODY, CODE
        segment = NOBODY, NUMBER
        row = NOBODY, NUMBER

    class Meta:
        indexes: ClassVar = [models.Index(fields=("-at",), name="latest_log_check")]

    def __str__(self) -> str:
        return f"{self.at} {self.fault or 'whole'}"
