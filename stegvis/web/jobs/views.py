"""A job's own page: it survives a closed tab, and is asked by htmx until the job has ended."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.queries.jobs import job_of
from stegvis.core.values.viewers import signed_in
from stegvis.web.jobs.presenters import shown
from stegvis.web.jobs.seen import seen_by


@page(allow=signed_in)
def job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    found = job_of(job_id)
    if not seen_by(viewer_of(request), [found]):
        raise Http404
    fragment = bool(request.htmx)  # type: ignore[attr-defined]
    answer = render(
        request, "jobs/job.html#progress" if fragment else "jobs/job.html", {"job": shown(found)}
    )
    if fragment and found.has_ended:
        answer["HX-Refresh"] = "true"  # the page around it has something new to show
    return answer
