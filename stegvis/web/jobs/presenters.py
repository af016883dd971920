"""A job in words."""

from dataclasses import dataclass

from django.urls import reverse

from stegvis.core.queries.jobs import Job, JobState
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_

WORDS = {
    JobState.WAITING: N_("Väntar på sin tur"),
    JobState.RUNNING: N_("Arbetar"),
    JobState.DONE: N_("Klart."),
    JobState.REFUSED: N_("Det gick inte."),
    JobState.FAILED: N_("Det gick inte."),
}
KINDS = {JobState.DONE: "success", JobState.REFUSED: "warning", JobState.FAILED: "danger"}


@dataclass(frozen=True)
class JobShown:
    words: str
    done: int
    total: int
    ended: bool
    kind: str
    href: str
    place: str


def shown(job: Job) -> JobShown:
    state = JobState(job.state)
    return JobShown(
        words=job.sentence or (job.step if state is JobState.RUNNING else "") or _(WORDS[state]),
        done=job.done,
        total=job.total,
        ended=job.has_ended,
        kind=KINDS.get(state, "info"),
        href=reverse("job", args=[job.pk]),
        place=job.place,
    )
