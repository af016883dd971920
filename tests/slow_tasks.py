"""Tasks that the tests of the queue run in real workers."""

import time

from django.db import transaction
from procrastinate.contrib.django import app

from stegvis.core.actions.jobs import AGAIN, run
from stegvis.core.models import Job

NAME, QUICK_NAME = "tests.slow_tasks.slow", "tests.slow_tasks.quick"
LOSING_NAME = "tests.slow_tasks.losing"
WRITTEN = "written by a test"
LONG_ENOUGH_TO_BE_KILLED = 8


@app.task(name=NAME)
def slow(*, job_id):
    run(job_id, half_and_half)


@app.task(name=QUICK_NAME)
def quick(*, job_id):
    run(job_id, lambda _job, _progress: time.sleep(0.05) or "Klart.")


def half_and_half(job, progress):
    """Two rows in one transaction, with a long rest between them the first time."""
    progress.step("Börjar")
    with transaction.atomic():
        Job.objects.create(kind=WRITTEN)
        if Job.objects.get(pk=job.pk).attempts == 1:
            progress.step("Halvvägs")
            time.sleep(LONG_ENOUGH_TO_BE_KILLED)
        Job.objects.create(kind=WRITTEN)
    return "Allt är skrivet."


@app.task(name=LOSING_NAME, retry=AGAIN)
def losing(*, job_id):
    run(job_id, half_and_half)
