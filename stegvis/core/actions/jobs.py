"""Work that takes longer than a page: asked for with the transaction, told about as it goes.

The queue runs a task by name with the id of its Job; what the task says about its progress is
committed at once, on a connection of its own transaction, so that others see it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import (
    DEFAULT_DB_ALIAS,
    InterfaceError,
    OperationalError,
    connection,
    connections,
    transaction,
)
from django.db.backends.utils import CursorWrapper
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from stegvis.core.models import Job, JobState
from stegvis.core.values.language import current_language, speaking
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

LOST = (OperationalError, InterfaceError)
"""The database went away: what was not committed is not there, and the work can be done anew."""

AGAIN = RetryStrategy(max_attempts=20, wait=3, retry_exceptions=LOST)
"""For every task, `@app.task(retry=AGAIN)`: a minute for a database to come back."""


def ask_for(
    task: str,
    *,
    subject: UUID | None = None,
    lock: str = "",
    by: UUID | None = None,
    place: str = "",
) -> Job:
    """Defer the task `task` (its full name); it runs if and when this transaction commits.

    Tasks with the same `lock` run one at a time, in the order they were asked for. `place` is
    the address where the result is to be seen; what the job says is in the asker's language.
    """
    job = Job.objects.create(
        kind=task,
        subject=subject,
        lock=lock,
        asked_by=by,
        place=place,
        language=current_language(),
    )
    deferrer = app.configure_task(task, lock=lock or None)
    deferrer.defer(job_id=str(job.id))
    return job


TELL = "UPDATE core_job SET step = %s, done = %s, total = %s WHERE id = %s"


class Progress:
    """What a running task says of itself; others see it at once, whatever the task is doing."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def step(self, words: str, *, done: int = 0, total: int = 0) -> None:
        with _beside_the_transaction() as cursor:
            cursor.execute(TELL, [words, done, total, self.job.pk])


@contextmanager
def _beside_the_transaction() -> Iterator[CursorWrapper]:
    """A connection of its own while the task has a transaction open: some milliseconds."""
    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            yield cursor
        return
    beside = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with beside.cursor() as cursor:
            yield cursor
    finally:
        beside.close()


def run(job_id: str, work: Callable[[Job, Progress], str | None]) -> None:
    """Do the work of a job: all of it or nothing, and a sentence about how it went.

    `work` opens its own transaction around what must be whole. Refused ends the job with its
    sentence, without the faults: they quote what was written. Anything else fails it and goes
    on to the queue, which knows whether to try again.
    """
    job = _begun(job_id)
    if job is None:
        return
    try:
        with speaking(job.language):
            sentence = work(job, Progress(job)) or ""
    except Refused as refused:
        _ended(job, JobState.REFUSED, refused.sentence)
    except LOST:
        connection.close()  # the queue tries again, on a new one
        raise
    except Exception:
        with speaking(job.language):
            sentence = _("Något gick fel. Försök igen; händer det igen, säg till.")
        _ended(job, JobState.FAILED, sentence)
        raise
    else:
        _ended(job, JobState.DONE, sentence)


def _begun(job_id: str) -> Job | None:
    """None when it was done already: a job that was killed on its last line is not redone."""
    with transaction.atomic():
        job: Job = Job.objects.select_for_update().get(pk=job_id)
        if job.state in {JobState.DONE, JobState.REFUSED}:
            return None
        job.state, job.began_at, job.attempts = JobState.RUNNING, timezone.now(), job.attempts + 1
        job.save(update_fields=["state", "began_at", "attempts"])
    return job


def _ended(job: Job, state: JobState, sentence: str) -> None:
    fields: dict[str, Any] = {"state": state, "sentence": sentence, "ended_at": timezone.now()}
    Job.objects.filter(pk=job.pk).update(**fields)
