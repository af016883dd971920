"""The pages that belong to no area."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.queries.jobs import recent_jobs
from stegvis.core.values.viewers import signed_in
from stegvis.programmes.queries.programmes import programmes_of
from stegvis.results.policies.levels import level_of
from stegvis.results.queries.standing import standings_of
from stegvis.results.queries.waiting import waiting_deliveries
from stegvis.results.values.figures import DisclosureLevel
from stegvis.web.jobs.presenters import shown
from stegvis.web.jobs.seen import seen_by
from stegvis.web.shell.own_pages import has_own_page_only
from stegvis.web.shell.portfolio import portfolio
from stegvis.web.shell.worklist import worklist


@page(allow=signed_in)
def home(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    if has_own_page_only(viewer):
        return redirect("my_page")
    seen = list(programmes_of(viewer))
    standings = standings_of(seen, lambda one: level_of(viewer, one.association_id))
    work = worklist(standings, waiting_deliveries(viewer), viewer)
    is_inside = any(one.level is DisclosureLevel.INTERNAL for one in standings)
    context = {
        "works": is_inside or bool(work.lines),
        "work": work,
        "jobs": [shown(job) for job in seen_by(viewer, recent_jobs(viewer))],
        "programmes": portfolio(standings, viewer),
        "others": [one for one in seen if level_of(viewer, one.association_id) is None],
    }
    return render(request, "shell/home.html", context)
