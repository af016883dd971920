"""Reports: those of a programme, a new one, the page where one writes, and the whole as a page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import programme_of
from stegvis.reports.actions.freezing import FILES, check_freezing, files_of, media_type_of
from stegvis.reports.actions.making import Made, made
from stegvis.reports.actions.reports import start_report, usual_day_of
from stegvis.reports.actions.writing import opened
from stegvis.reports.forms.new_report import NewReportForm
from stegvis.reports.policies.reports import (
    check_can_write,
    reads_reports,
    refusal_of,
    writes_reports,
)
from stegvis.reports.queries.frozen import frozen_of
from stegvis.reports.queries.reports import Report, report_of, reports_of
from stegvis.results.values.figures import DisclosureLevel
from stegvis.web.programmes.presenters import ProgrammeHead, programme_head
from stegvis.web.reports.addresses import INTERNAL, ReportAddresses, figure_links
from stegvis.web.reports.blocks import BlockReader
from stegvis.web.reports.presenters import frozen_rows, report_rows, writing_page
from stegvis.web.shell.downloads import download

FILE_WORDS = (("report.docx", N_("Ladda ner Word")), ("report.pdf", N_("Ladda ner PDF")))


@page(allow=reads_reports)
def reports(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = programme_of(viewer, programme_id)
    refusal = refusal_of(lambda: check_can_write(viewer, programme.association_id))
    context = {
        "head": programme_head(programme, decided(programme), "reports"),
        "reports": report_rows(programme.pk, reports_of(viewer, programme)),
        "frozen": frozen_rows(programme.pk, frozen_of(viewer, programme)),
        "refusal": refusal,
    }
    return render(request, "reports/reports.html", context)


@page(allow=writes_reports, methods=("GET", "POST"))
def start(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    programme = programme_of(viewer, programme_id)
    if refusal_of(lambda: check_can_write(viewer, programme.association_id)):
        raise Http404
    usual = usual_day_of(programme)
    form = NewReportForm(request.POST or None, initial={"as_of": usual, "template": "half-year"})
    if request.method == "POST" and form.is_valid() and viewer.user:
        try:
            report = start_report(programme, new=form.new_report(), by=viewer.user)
        except Refused as refused:
            form.add_error("as_of", refused.sentence)
        else:
            return redirect("report", programme.pk, report.pk)
    head = programme_head(programme, decided(programme), "reports")
    return render(request, "reports/start.html", {"head": head, "form": form})


def opened_report(viewer: Viewer, programme_id: UUID, report_id: UUID) -> Report:
    """Hidden and missing are alike."""
    return report_of(viewer, programme_of(viewer, programme_id), report_id)


def head_of(made: Made) -> ProgrammeHead:
    return programme_head(made.report.programme, made.decided, "reports")


@page(allow=writes_reports)
def report(request: HttpRequest, programme_id: UUID, report_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = made(opened_report(viewer, programme_id, report_id))
    addresses = ReportAddresses.of(programme_id, report_id)
    headings = opened(found, addresses.writer(viewer.user)) if viewer.user else []
    context = {
        "head": head_of(found),
        "report": found.report,
        "page": writing_page(found, headings, addresses),
        "freeze_refusal": refusal_of(lambda: check_freezing(found, viewer)),
    }
    return render(request, "reports/report.html", context)


def level_asked(request: HttpRequest, report: Report) -> DisclosureLevel:
    """What leaves the house, unless somebody who sees exact figures asks for a working copy."""
    association = report.programme.association_id
    exact = viewer_of(request).may(Permission.SEE_FIGURES, association)
    if request.GET.get("niva") == "intern" and exact:
        return DisclosureLevel.INTERNAL
    return DisclosureLevel.REPORT


@page(allow=writes_reports)
def preview(request: HttpRequest, programme_id: UUID, report_id: UUID) -> HttpResponse:
    found = opened_report(viewer_of(request), programme_id, report_id)
    level = level_asked(request, found)
    now = made(found, level=level)
    reader = BlockReader(figure_links(now), found.language)
    is_internal = level is DisclosureLevel.INTERNAL
    addresses, kept = ReportAddresses.of(programme_id, report_id), INTERNAL if is_internal else ""
    context = {
        "head": head_of(now),
        "addresses": addresses,
        "document": now.document,
        "shown": reader.shown(now.document.blocks),
        "appendix": reader.shown(now.document.appendix),
        "is_internal": is_internal,
        "faults": now.assembled.faults,
        "files": [(_(words), f"{addresses.files[name]}{kept}") for name, words in FILE_WORDS],
    }
    return render(request, "reports/preview.html", context)


@page(allow=writes_reports)
def file(request: HttpRequest, programme_id: UUID, report_id: UUID, name: str) -> HttpResponse:
    if name not in FILES:
        raise Http404
    found = opened_report(viewer_of(request), programme_id, report_id)
    now = made(found, level=level_asked(request, found))
    content = files_of(now, names=(name,))[name]
    return download(content, file_name(now, name), media_type_of(name))


def file_name(made: Made, name: str) -> str:
    return f"{made.template.id}-{made.follow_up.programme}-{made.report.as_of}-{name}"
