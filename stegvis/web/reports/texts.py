"""A text is sent: saved, kept as a draft, thrown away, or met by what another person wrote."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.programmes.queries.definitions import decided
from stegvis.reports.actions.choosing import report_name
from stegvis.reports.actions.notes import insert_note, remove_note
from stegvis.reports.actions.texts import (
    WrittenMeanwhileError,
    check_place,
    forget_draft,
    keep_draft,
    save_text,
)
from stegvis.reports.forms.texts import TextForm
from stegvis.reports.policies.reports import writes_reports
from stegvis.reports.queries.reports import Report, newer_than
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Typed, Writer
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.reports.addresses import ReportAddresses
from stegvis.web.reports.views import opened_report

SAVE, DRAFT, DISCARD, INSERT, REMOVE = "save", "draft", "discard", "insert", "remove"


@page(allow=writes_reports, methods=("POST",))
def text(
    request: HttpRequest, programme_id: UUID, report_id: UUID, heading: str, part: str = ""
) -> HttpResponse:
    viewer = viewer_of(request)
    report = opened_report(viewer, programme_id, report_id)
    place, addresses = Place(heading, part), ReportAddresses.of(programme_id, report_id)
    check_place(report, place)
    form = TextForm(request.POST)
    if not form.is_valid():
        return _answer(request, report, "reports/text_refused.html", {"form": form}, status=400)
    typed, writer = form.typed(place), addresses.writer(_user_of(viewer.user))
    act = request.POST.get("act", SAVE)
    if act == DRAFT:
        keep_draft(report, typed=typed, by=writer)
        return JsonResponse({"said": _said_of_draft(report, typed)})
    try:
        _done(report, typed, act, writer)
    except WrittenMeanwhileError as meanwhile:
        context = {"meanwhile": meanwhile, "address": request.path}
        return _answer(request, report, "reports/meanwhile.html", context, status=409)
    return redirect(addresses.at(place))


def _user_of(user: UUID | None) -> UUID:
    if user is None:
        raise Http404
    return user


def _done(report: Report, typed: Typed, act: str, writer: Writer) -> None:
    """`act` is what the button said; what was typed is kept whatever it was."""
    kind, _colon, note = act.partition(":")
    if kind == INSERT:
        insert_note(report, _note(note), typed=typed, by=writer)
    elif kind == REMOVE:
        keep_draft(report, typed=typed, by=writer)
        remove_note(report, _note(note))
    elif kind == DISCARD:
        forget_draft(typed.place, by=writer)
    else:
        save_text(report, typed=typed, by=writer)


def _note(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError as error:
        raise Http404 from error


def _said_of_draft(report: Report, typed: Typed) -> str:
    """Told at once, so that nobody writes on for an hour beside somebody else."""
    at = timezone.localtime()
    said = _("Utkastet är sparat {time}.").format(time=f"{at:%H:%M}")
    newer = newer_than(report, typed.place, typed.base)
    if newer is None:
        return said
    told = _("{name} har sparat en nyare text under tiden; när du sparar får du se båda.")
    return f"{said} {told.format(name=newer.written_by.name)}"


def _answer(
    request: HttpRequest, report: Report, template: str, context: dict[str, object], *, status: int
) -> HttpResponse:
    shared = {
        "head": programme_head(report.programme, decided(report.programme), "reports"),
        "report_name": report_name(report),
        "back": ReportAddresses.of(report.programme_id, report.pk).page,
    }
    return render(request, template, {**shared, **context}, status=status)
