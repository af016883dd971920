"""Follow-ups computed in the background."""

from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.core.actions.jobs import AGAIN, Progress, run
from stegvis.core.models import Job
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.programmes.models import Programme
from stegvis.results.actions.standing import ask_for_what_is_not_current, compute_usual_days

EACH_HOUR = "5 * * * *"
"""Of UTC; so also shortly after midnight here, in summer and winter. It costs some queries."""

AFTER_THE_REST = -10
"""Figures that are not there yet are counted when somebody opens them; a delivery is waited for."""


@app.periodic(cron=EACH_HOUR)
@app.task(queueing_lock="keep_figures_current")
def keep_figures_current(timestamp: int) -> None:
    """Also at every start of a worker: the day moves, and a new release counts anew."""
    del timestamp
    ask_for_what_is_not_current(on=timezone.localdate())


@app.task(retry=AGAIN, priority=AFTER_THE_REST)
def compute_standing(*, job_id: str) -> None:
    run(job_id, _compute)


def _compute(job: Job, progress: Progress) -> str:
    found = Programme.objects.unscoped(reason="a job for everyone who sees the programme")
    programme = found.select_related("whole").get(pk=job.subject)
    usual = compute_usual_days(
        programme,
        told=lambda done, total: progress.step(_("Räknar siffrorna"), done=done, total=total),
    )
    return _("Siffrorna är räknade till och med {day}.").format(day=day(usual))
