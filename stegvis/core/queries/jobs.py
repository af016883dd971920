"""Jobs, for whoever comes back to see how far they have come."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from stegvis.core.models import Job, JobState
from stegvis.core.values.viewers import Viewer

__all__ = ["Job", "JobState", "asked_by", "job_of", "latest_job", "recent_jobs"]

RECENT, MOST_RECENT = timedelta(days=1), 5


def job_of(job_id: UUID) -> Job:
    """Any job: whoever shows it asks first who may see it."""
    return Job.objects.get(pk=job_id)


def asked_by(job: Job, viewer: Viewer) -> bool:
    return viewer.is_signed_in and job.asked_by == viewer.user


def recent_jobs(viewer: Viewer) -> list[Job]:
    """Those that somebody asked for and that run, or came to nothing within a day; newest first.

    What went well is told where it shows: a figure, a delivery.
    """
    if not viewer.is_signed_in:
        return []
    mine = Job.objects.filter(asked_by=viewer.user)
    failed = ~Q(state=JobState.DONE) & Q(ended_at__gte=timezone.now() - RECENT)
    return list(mine.filter(Q(ended_at=None) | failed).order_by("-asked_at")[:MOST_RECENT])


def latest_job(subject: UUID) -> Job | None:
    return Job.objects.filter(subject=subject).order_by("-asked_at").first()
