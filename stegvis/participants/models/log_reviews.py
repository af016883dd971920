"""Checks of the access log, and its alarms. They point at rows of the log and hold no content."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF, TEXT
from stegvis.participants.models.personal import codes
from stegvis.participants.values.log_reviews import Verdict


def _by() -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class LogRules(BaseModel):
    """What an association has decided about checks and alarms; `limits` by the code of a risk.

    The latest holds; never changed.
    """

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="+"
    )
    sample_size = models.PositiveSmallIntegerField()
    opens = models.PositiveSmallIntegerField()
    closes = models.PositiveSmallIntegerField()
    limits = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = _by()

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        sample_size = NOBODY, NUMBER
        opens = NOBODY, NUMBER
        closes = NOBODY, NUMBER
        limits = NOBODY, TEXT
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        indexes = (models.Index(fields=("association", "-recorded_at"), name="latest_log_rules"),)
        constraints = (
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="opens_before_closing"),
        )

    def __str__(self) -> str:
        return str(self.association_id)


class LogReview(BaseModel):
    """One check of one unit's readings in a period. `last` is the last day included.

    With `seed`, `until` (the newest row there was) and `rules` the same rows are drawn again.
    `numbers` says how many rows there were, and how many of each risk.
    """

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey("organisations.Agency", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("organisations.Unit", on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    last = models.DateField()
    seed = models.CharField(max_length=32)
    until = models.BigIntegerField()
    rules = models.JSONField()
    numbers = models.JSONField()
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = _by()

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        agency = NOBODY, KEY
        unit = NOBODY, KEY
        first = NOBODY, DATE
        last = NOBODY, DATE
        seed = NOBODY, CODE
        until = NOBODY, NUMBER
        rules = NOBODY, TEXT
        numbers = NOBODY, TEXT
        opened_at = NOBODY, DATE
        opened_by = STAFF, KEY

    class Meta:
        indexes = (models.Index(fields=("unit", "-last"), name="log_reviews_of_unit"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="log_reviews_end_after_they_begin"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.first}–{self.last}"


class DrawnRow(BaseModel):
    """One row of the log that a check looks at; `why` is at random, or the codes of risks."""

    review = models.ForeignKey(LogReview, on_delete=models.PROTECT, related_name="drawn")
    number = models.BigIntegerField()
    why = codes()

    class Privacy:
        id = NOBODY, KEY
        review = NOBODY, KEY
        number = NOBODY, NUMBER
        why = ORDINARY, CODE

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("review", "number"), name="rows_are_drawn_once"),
        )

    def __str__(self) -> str:
        return str(self.number)


class LogJudgement(BaseModel):
    """What a head has said of a drawn row; the latest holds. None after the protocol is signed."""

    row = models.ForeignKey(DrawnRow, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Verdict])
    note = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = _by()

    class Privacy:
        id = NOBODY, KEY
        row = NOBODY, KEY
        verdict = STAFF, CODE
        note = STAFF, TEXT
        at = NOBODY, DATE
        by = STAFF, KEY

    class Meta:
        indexes = (models.Index(fields=("row", "-at"), name="latest_judgement"),)

    def __str__(self) -> str:
        return self.verdict


class LogProtocol(BaseModel):
    """A check that is signed. `digest` is SHA-256 in hex over all that it says."""

    review = models.OneToOneField(LogReview, on_delete=models.PROTECT, related_name="protocol")
    signed_at = models.DateTimeField()
    signed_by = _by()
    outcomes = models.JSONField()
    digest = models.CharField(max_length=64)

    class Privacy:
        id = NOBODY, KEY
        review = NOBODY, KEY
        signed_at = NOBODY, DATE
        signed_by = STAFF, KEY
        outcomes = NOBODY, TEXT
        digest = NOBODY, CODE

    def __str__(self) -> str:
        return self.digest


class LogAlarm(BaseModel):
    """Somebody went past a limit on a day: one for each rule. `rows` are numbers in the log."""

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="+", null=True
    )
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", null=True
    )
    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", null=True
    )
    user = _by()
    risk = models.CharField(max_length=20)
    day = models.DateField()
    happened_at = models.DateTimeField()
    count = models.PositiveIntegerField()
    limit = models.PositiveIntegerField()
    rows: "ArrayField[list[int], list[int]]" = ArrayField(models.BigIntegerField())
    raised_at = models.DateTimeField(auto_now_add=True)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        agency = NOBODY, KEY
        unit = STAFF, KEY
        user = STAFF, KEY
        risk = STAFF, CODE
        day = STAFF, DATE
        happened_at = STAFF, DATE
        count = STAFF, NUMBER
        limit = NOBODY, NUMBER
        rows = NOBODY, NUMBER
        raised_at = NOBODY, DATE

    class Meta:
        indexes: ClassVar = [models.Index(fields=("unit", "-raised_at"), name="alarms_of_unit")]
        constraints = (
            models.UniqueConstraint(fields=("user", "risk", "day"), name="one_alarm_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.risk} {self.day}"


class AlarmAnswer(BaseModel):
    """A head has seen to an alarm, and says how."""

    alarm = models.OneToOneField(LogAlarm, on_delete=models.PROTECT, related_name="answer")
    note = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = _by()

    class Privacy:
        id = NOBODY, KEY
        alarm = NOBODY, KEY
        note = STAFF, TEXT
        at = NOBODY, DATE
        by = STAFF, KEY

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(note=""), name="no_alarm_seen_to_in_silence"),
        )

    def __str__(self) -> str:
        return str(self.alarm_id)
