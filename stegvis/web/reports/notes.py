"""A note is saved from any page to a heading of a report."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import programme_of
from stegvis.reports.actions.choosing import reports_to_choose
from stegvis.reports.actions.notes import save_note
from stegvis.reports.forms.notes import NoteForm
from stegvis.reports.policies.reports import writes_reports
from stegvis.reports.queries.reports import report_of
from stegvis.reports.values.headings_to_choose import ReportToChoose
from stegvis.web.programmes.presenters import programme_head


@page(allow=writes_reports, methods=("POST",))
def note(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Back to the page that it was saved from; a form that is not whole is shown again."""
    viewer = viewer_of(request)
    programme = programme_of(viewer, programme_id)
    now = decided(programme)
    reports = reports_to_choose(viewer, programme, now.definition)
    if not reports or viewer.user is None:
        raise Http404
    form = NoteForm(request.POST, reports=reports)
    if form.is_valid():
        report = report_of(viewer, programme, form.report_id())
        save_note(report, new=form.new_note(), by=viewer.user)
        messages.success(request, _("Sparat till rapporten. Du hittar det under rubriken."))
        return redirect(form.cleaned_data["address"] or reverse("reports", args=[programme_id]))
    head = programme_head(programme, now, "reports")
    return render(request, "reports/note.html", {"head": head, "form": form}, status=400)


def note_form(
    reports: list[ReportToChoose], *, source: str, address: str, **figure: object
) -> NoteForm | None:
    """For templates/reports/save_note.html; none where there is no report to save to.

    `figure`: what the page says of one figure, as `figure` (its name in a text), `said` and
    `cut_off`.
    """
    if not reports:
        return None
    return NoteForm(reports=reports, initial={"source": source, "address": address, **figure})
