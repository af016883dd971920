"""Which jobs somebody may see: what a job says is said of its subject."""

from collections.abc import Sequence

from stegvis.core.queries.jobs import Job, asked_by
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.queries.programmes import programmes_seen
from stegvis.results.queries.deliveries import deliveries_seen


def seen_by(viewer: Viewer, jobs: Sequence[Job]) -> list[Job]:
    """Those about something the viewer sees today; about nothing, those they asked for."""
    subjects = {job.subject for job in jobs if job.subject}
    if subjects:
        subjects = programmes_seen(viewer, subjects) | deliveries_seen(viewer, subjects)
    return [
        job
        for job in jobs
        if job.subject in subjects or (job.subject is None and asked_by(job, viewer))
    ]
