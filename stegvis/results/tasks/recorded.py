"""What is recorded on screen laid flat without names, in the background."""

from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.core.actions.jobs import AGAIN, Progress, run
from stegvis.core.models import Job
from stegvis.journeys.actions.counting import COUNT_RECORDED
from stegvis.participants.actions.counting import COUNT_ANEW
from stegvis.programmes.models import Programme
from stegvis.results.actions.recorded import ask_for_each, make_facts

EACH_HOUR = "35 * * * *"
"""Also at night and at each start: consents run out, and are withdrawn, without a journey."""


@app.periodic(cron=EACH_HOUR)
@app.task(queueing_lock="keep_recorded_current")
def keep_recorded_current(timestamp: int) -> None:
    del timestamp
    ask_for_each()


@app.task(name=COUNT_RECORDED, retry=AGAIN)
def count_recorded(*, job_id: str) -> None:
    run(job_id, _count)


@app.task(name=COUNT_ANEW, retry=AGAIN)
def count_anew(*, job_id: str) -> None:
    run(job_id, _count_anew)


def _count_anew(job: Job, _progress: Progress) -> str:
    ask_for_each(association=job.subject)
    return ""


def _count(job: Job, _progress: Progress) -> str:
    found = Programme.objects.unscoped(reason="a job for everyone who sees the programme")
    return make_facts(found.get(pk=job.subject), on=timezone.localdate())
