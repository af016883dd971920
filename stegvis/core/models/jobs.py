"""Work that takes longer than a page: how far it has come, for whoever comes back to look."""

from typing import ClassVar

from django.db import models

from stegvis.core.models.base import BaseModel
from stegvis.core.values.language import SOURCE_LANGUAGE
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, STAFF, TEXT


class JobState(models.TextChoices):
    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    REFUSED = "REFUSED"
    FAILED = "FAILED"


class Job(BaseModel):
    """One piece of work, told about in a sentence; the queue itself is elsewhere.

    `subject` is the thing it is about (a programme, an upload); one job a `lock` at a time.
    `place` is the address where its result is to be seen, `language` the asker's.
    """

    kind = models.CharField(max_length=120)
    subject = models.UUIDField(null=True)
    lock = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, default=SOURCE_LANGUAGE)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    step = models.CharField(max_length=300, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    sentence = models.TextField(blank=True)
    asked_by = models.UUIDField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Privacy:
        id = NOBODY, KEY
        kind = NOBODY, CODE
        subject = NOBODY, KEY
        lock = NOBODY, CODE
        place = NOBODY, CODE
        language = NOBODY, CODE
        state = NOBODY, CODE
        step = NOBODY, TEXT
        done = NOBODY, NUMBER
        total = NOBODY, NUMBER
        sentence = NOBODY, TEXT
        asked_by = STAFF, KEY
        asked_at = NOBODY, DATE
        began_at = NOBODY, DATE
        ended_at = NOBODY, DATE
        attempts = NOBODY, NUMBER

    class Meta:
        indexes: ClassVar = [models.Index(fields=("subject", "-asked_at"), name="jobs_of_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def has_ended(self) -> bool:
        return self.state in {JobState.DONE, JobState.REFUSED, JobState.FAILED}
