"""Deliveries checked and read in, in the background."""

from collections.abc import Callable

from procrastinate.contrib.django import app

from stegvis.core.actions.jobs import AGAIN, LOST, Progress, run
from stegvis.core.models import Job
from stegvis.results.actions import checking
from stegvis.results.actions.deliveries import APPLY, CHECK
from stegvis.results.models import Delivery

Work = Callable[[Delivery, Progress], str]


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
