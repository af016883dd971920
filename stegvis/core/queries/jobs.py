"""Jobs, for whoever comes back to see how far they have come."""

from uuid import UUID

from stegvis.core.models import Job, JobState
from stegvis.core.values.viewers import Viewer

__all__ = ["Job", "JobState", "asked_by", "job_of", "latest_job"]


def job_of(job_id: UUID) -> Job:
    """Any job: whoever shows it asks first who may see it."""
    return Job.objects.get(pk=job_id)


def asked_by(job: Job, viewer: Viewer) -> bool:
    return viewer.is_signed_in and job.asked_by == viewer.user


def latest_job(subject: UUID) -> Job | None:
    return Job.objects.filter(subject=subject).order_by("-asked_at").first()
