"""How long an association has decided to keep what it has, and what is to be erased."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, STAFF, TEXT
from stegvis.organisations.models.organisations import Association


class RetentionRule(BaseModel):
    """One decision about one kind of record; the latest of a kind holds. Never changed.

    Without `months` it says that the kind is not erased any more.
    """

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    event = models.CharField(max_length=40, blank=True)
    months = models.PositiveSmallIntegerField(null=True)
    spares_births = models.BooleanField(default=True)
    decision = models.TextField()
    decided_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        kind = NOBODY, CODE
        event = NOBODY, CODE
        months = NOBODY, NUMBER
        spares_births = NOBODY, CODE
        decision = NOBODY, TEXT
        decided_on = NOBODY, DATE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(months=None, event="") | (Q(months__gt=0) & ~Q(event="")),
                name="a_rule_has_an_event_and_a_time",
            ),
            models.CheckConstraint(condition=~Q(decision=""), name="no_rule_without_a_decision"),
        )
        indexes = (
            models.Index(fields=("association", "kind", "-recorded_at"), name="retention_rules"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.months or '–'}"


class ErasurePlan(BaseModel):
    """What was due on one day, shown before it is erased: the subject of a two-step matter.

    `digest` is SHA-256 in hex over everything in it: what is decided is what was shown. `spared`
    are those whose records are kept for research. `left` are those that were due no more when it
    was done.
    """

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField()
    digest = models.CharField(max_length=64)
    spared = models.PositiveIntegerField(default=0)
    job = models.UUIDField(null=True)
    done_at = models.DateTimeField(null=True)
    erased = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        as_of = NOBODY, DATE
        digest = NOBODY, CODE
        spared = NOBODY, NUMBER
        job = NOBODY, KEY
        done_at = NOBODY, DATE
        erased = NOBODY, NUMBER
        left = NOBODY, NUMBER

    def __str__(self) -> str:
        return f"{self.association_id} {self.as_of}"


class PlannedErasure(BaseModel):
    """One thing that is to be erased by one rule; keys only. Its own key is its pseudonym.

    `person` is whose it is, without a foreign key: the line stays when the person is gone.
    """

    plan = models.ForeignKey(ErasurePlan, on_delete=models.PROTECT, related_name="planned")
    rule = models.ForeignKey(RetentionRule, on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    person = models.UUIDField(null=True)
    since = models.DateField()

    class Privacy:
        id = NOBODY, KEY
        plan = NOBODY, KEY
        rule = NOBODY, KEY
        subject = NOBODY, KEY
        person = NOBODY, KEY
        since = NOBODY, DATE

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "rule", "subject"), name="each_is_planned_once_a_rule"
            ),
        )

    def __str__(self) -> str:
        return str(self.subject)
