"""Deliveries checked and read in, in the background."""

from collections.abc import Callable

from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.core.actions.jobs import AGAIN, LOST, Progress, run
from stegvis.core.models import Job
from stegvis.results.actions import checking, deliveries
from stegvis.results.actions.deliveries import APPLY, CHECK
from stegvis.results.models import Delivery

EACH_NIGHT = "40 1 * * *"
"""Of UTC, after the house has been kept."""

Work = Callable[[Delivery, Progress], str]


@app.periodic(cron=EACH_NIGHT)
@app.task(queueing_lock="dismiss_forgotten")
def dismiss_forgotten(timestamp: int) -> None:
    """Also at every start of a worker."""
    del timestamp
    deliveries.dismiss_forgotten(timezone.now())


@app.task(name=CHECK, retry=AGAIN)
def check(*, job_id: str) -> None:
    run(job_id, _of(checking.check))


@app.task(name=APPLY, retry=AGAIN)
def apply(*, job_id: str) -> None:
    run(job_id, _of(checking.apply))


def _of(work: Work) -> Callable[[Job, Progress], str]:
    def done(job: Job, progress: Progress) -> str:
        try:
            return work(checking.delivery_for(job.subject), progress)
        except LOST:
            raise
        except Exception:
            checking.give_up(checking.delivery_for(job.subject))
            raise

    return done
