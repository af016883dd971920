"""Data in: what has been delivered to a programme, and a delivery of one's own."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.queries.jobs import latest_job
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import Programme
from stegvis.results.actions.deliveries import receive
from stegvis.results.files.templates import PLANS, empty_workbook, workbook_name
from stegvis.results.forms.uploads import UploadForm
from stegvis.results.queries.deliveries import (
    Delivery,
    deliverable,
    deliveries_of,
    delivery_of,
    open_deliveries_of,
    rows_kept,
)
from stegvis.web.data.excerpts import excerpt_shown
from stegvis.web.data.presenters import (
    delivery_shown,
    history_row,
    receive_refusal,
    tables_kept,
)
from stegvis.web.data.receiving import size_not_received
from stegvis.web.data.wording import about_rows
from stegvis.web.jobs.presenters import shown as job_shown
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.shell.downloads import download
from stegvis.web.shell.listing import Listing, listing

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DELIVERS = MayAnywhere(Permission.DELIVER_FACTS)
SORTS = {"nar": "delivered_at"}
ROW_SORTS = {"rad": lambda row: row.number}


@page(allow=DELIVERS, methods=("GET", "POST"))
def data(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = deliverable(viewer, programme_id)
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES, too_large=size_not_received(request))
        if received := _received(programme, form, viewer.user):
            return HttpResponseRedirect(reverse("delivery", args=[programme.pk, received.pk]))
    history: Listing[Delivery] = listing(
        request, deliveries_of(viewer, programme), sorts=SORTS, default="-nar"
    )
    context = {
        "head": programme_head(programme, decided(programme), active="data"),
        "programme": programme,
        "form": form,
        "refusal": receive_refusal(programme),
        "waiting": [history_row(one) for one in open_deliveries_of(viewer, programme)],
        "history": history,
        "rows": [history_row(one) for one in history.rows],
        "kept": tables_kept(rows_kept(programme)),
    }
    return render(request, "data/data.html", context)


def _received(programme: Programme, form: UploadForm, by: UUID | None) -> Delivery | None:
    """The delivery, or nothing and the reason in the form."""
    if not form.is_valid():
        return None
    encoding = form.cleaned_data["encoding"]
    try:
        return receive(programme, form.received(), by=by, encoding=encoding)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return None


@page(allow=DELIVERS)
def template(request: HttpRequest, programme_id: UUID, kind: str) -> HttpResponse:
    programme = deliverable(viewer_of(request), programme_id)
    if kind not in PLANS:
        raise Http404
    definition = decided(programme).definition
    name = workbook_name(definition, kind)
    return download(empty_workbook(definition, kind), name, WORKBOOK)


@page(allow=DELIVERS)
def delivery(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = deliverable(viewer, programme_id)
    found = delivery_of(viewer, delivery_id, programme)
    job = latest_job(found.pk)
    context = {
        "head": programme_head(programme, decided(programme), active="data"),
        "programme": programme,
        "delivery": delivery_shown(found),
        "about": about_rows(found),
        "job": job_shown(job) if job else None,
    }
    return render(request, "data/delivery.html", context)


@page(allow=DELIVERS)
def rows(request: HttpRequest, programme_id: UUID, delivery_id: UUID) -> HttpResponse:
    """The faulty rows of one sheet as they were written; the sheet stands in the address."""
    viewer = viewer_of(request)
    programme = deliverable(viewer, programme_id)
    found = delivery_of(viewer, delivery_id, programme)
    excerpt = excerpt_shown(found, request.GET.get("blad", ""))
    if excerpt is None:
        messages.info(request, _("Raderna finns inte kvar att visa."))
        return HttpResponseRedirect(reverse("delivery", args=[programme.pk, found.pk]))
    listed = listing(request, excerpt.rows, sorts=ROW_SORTS, default="rad")
    context = {
        "head": programme_head(programme, decided(programme), active="data"),
        "delivery": delivery_shown(found),
        "excerpt": excerpt,
        "listing": listed,
    }
    return render(request, "data/rows.html", context)
