"""What two people have decided to erase is erased in the background."""

from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.core.actions.jobs import AGAIN, Progress, run
from stegvis.core.models import Job
from stegvis.organisations.actions.retention import ERASE, carry_out
from stegvis.organisations.models import ErasurePlan
from stegvis.organisations.queries.viewers import viewer_for


@app.task(name=ERASE, retry=AGAIN)
def erase_planned(*, job_id: str) -> None:
    run(job_id, _erase)


def _erase(job: Job, progress: Progress) -> str:
    """In the log stands who decided it."""
    plan = ErasurePlan.objects.get(job=job.pk)
    viewer = viewer_for(job.asked_by, on=timezone.localdate())  # type: ignore[arg-type] # asked by somebody
    return carry_out(plan, progress, viewer=viewer)
