"""A job's own page: it survives a closed tab, and is asked by htmx until the job has ended."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.queries.jobs import Job, asked_by, job_of
from stegvis.core.values.viewers import Viewer, signed_in
from stegvis.programmes.queries.programmes import programme_of
from stegvis.results.queries.deliveries import delivery_of
from stegvis.web.jobs.presenters import shown

SUBJECTS = (delivery_of, programme_of)


@page(allow=signed_in)
def job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    found = job_of(job_id)
    if not _may_see(found, viewer_of(request)):
        raise Http404
    fragment = bool(request.htmx)  # type: ignore[attr-defined]
    answer = render(
        request, "jobs/job.html#progress" if fragment else "jobs/job.html", {"job": shown(found)}
    )
    if fragment and found.has_ended:
        answer["HX-Refresh"] = "true"  # the page around it has something new to show
    return answer


def _may_see(job: Job, viewer: Viewer) -> bool:
    """Who asked for it, or who may see what it is about."""
    return asked_by(job, viewer) or any(_sees(of, job.subject, viewer) for of in SUBJECTS)


def _sees(subject_of: object, subject: UUID | None, viewer: Viewer) -> bool:
    if subject is None or not callable(subject_of):
        return False
    try:
        subject_of(viewer, subject)
    except ObjectDoesNotExist:
        return False
    return True
