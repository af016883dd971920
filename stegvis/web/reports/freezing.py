"""A report is frozen, and read as it was: with what the figures say today beside it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.refusals import Refused
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import programme_of
from stegvis.reports.actions.freezing import check_freezing, freeze_report, media_type_of, since
from stegvis.reports.actions.making import made
from stegvis.reports.calculations.canonical import document_of
from stegvis.reports.policies.reports import reads_reports, refusal_of, writes_reports
from stegvis.reports.queries.frozen import content_of, frozen_file, frozen_report
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.reports.addresses import ReportAddresses
from stegvis.web.reports.blocks import BlockReader
from stegvis.web.reports.frozen_presenters import frozen_page
from stegvis.web.reports.presenters import left_to_do
from stegvis.web.reports.views import head_of, opened_report
from stegvis.web.shell.downloads import download

CANONICAL = "report.json"


@page(allow=writes_reports, methods=("GET", "POST"))
def freeze(request: HttpRequest, programme_id: UUID, report_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    report = opened_report(viewer, programme_id, report_id)
    told: Refused | None = None
    if request.method == "POST" and viewer.user:
        try:
            seen = request.POST.get("seen", "")
            frozen = freeze_report(report, seen=seen, viewer=viewer, by=viewer.user)
        except Refused as refused:
            told = refused
        else:
            return redirect("frozen_report", programme_id, frozen.pk)
    final, addresses = made(report, final=True), ReportAddresses.of(programme_id, report_id)
    context = {
        "head": head_of(final),
        "addresses": addresses,
        "left": left_to_do(final, addresses),
        "seen": final.fingerprint,
        "refusal": refusal_of(lambda: check_freezing(final, viewer)),
        "told": told.sentence if told else "",
    }
    return render(request, "reports/freeze.html", context, status=409 if told else 200)


@page(allow=reads_reports)
def frozen(request: HttpRequest, programme_id: UUID, frozen_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = programme_of(viewer, programme_id)
    found = frozen_report(viewer, programme, frozen_id)
    context: dict[str, object] = {
        "head": programme_head(programme, decided(programme), "reports"),
        "back": reverse("reports", args=[programme_id]),
    }
    try:
        content = content_of(found)
    except Refused as refused:
        context["sentence"] = refused.sentence
        return render(request, "reports/not_as_frozen.html", context, status=409)
    document = document_of(content["document"])
    reader = BlockReader(language=document.language)
    context |= {
        "document": document,
        "shown": reader.shown(document.blocks),
        "appendix": reader.shown(document.appendix),
        "page": frozen_page(found, since(found)),
    }
    return render(request, "reports/frozen.html", context)


@page(allow=reads_reports)
def file(request: HttpRequest, programme_id: UUID, frozen_id: UUID, name: str) -> HttpResponse:
    """Byte for byte as it was frozen, or a page that says that it is not."""
    viewer = viewer_of(request)
    programme = programme_of(viewer, programme_id)
    found = frozen_report(viewer, programme, frozen_id)
    try:
        if name == CANONICAL:
            content_of(found)
            content = found.canonical.encode()
        else:
            content = bytes(frozen_file(found, name).content)
    except Refused as refused:
        context = {
            "head": programme_head(programme, decided(programme), "reports"),
            "back": reverse("frozen_report", args=[programme_id, frozen_id]),
            "sentence": refused.sentence,
        }
        return render(request, "reports/not_as_frozen.html", context, status=409)
    shown = f"{programme.slug}-{found.as_of}-version-{found.number}-{name}"
    return download(content, shown, media_type_of(name))
