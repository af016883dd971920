"""Läget: where a programme stands, each figure by itself, and the page to take along."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.calculations.remembering import Remembered
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import programme_of
from stegvis.reports.actions.choosing import reports_to_choose
from stegvis.reports.actions.status import MEDIA_TYPES, status_file
from stegvis.reports.calculations.figures_json import figure_text
from stegvis.reports.calculations.wording.outcomes import outcome
from stegvis.reports.forms.notes import NoteForm
from stegvis.reports.policies.reports import writes_reports
from stegvis.results.forms.days import DaysForm
from stegvis.results.policies.levels import level_of, sees_figures
from stegvis.results.queries.standing import Standing, earlier_figures, standing_of
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.reports.notes import note_form
from stegvis.web.shell.downloads import download
from stegvis.web.standing.addresses import Addresses
from stegvis.web.standing.presenters.figure import Found, figure_page, found_figure
from stegvis.web.standing.presenters.page import may_deliver, standing_page, subject_at, until

MOST_REMEMBERED = 64
"""Pages of some 100 kB that a process remembers."""


@dataclass(frozen=True)
class Body:
    """What the page says of the figures; the same for all who see them at the same level."""

    summary: str
    html: SafeString


bodies: Remembered[Body] = Remembered(MOST_REMEMBERED)


def _opened(request: HttpRequest, programme_id: UUID) -> tuple[Standing, DaysForm]:
    """What the viewer may see of it, on the day in the address; hidden and missing are alike."""
    viewer = viewer_of(request)
    programme = programme_of(viewer, programme_id)
    level = level_of(viewer, programme.association_id)
    if level is None:
        raise Http404
    usual = standing_of(programme, level=level, known=decided(programme))
    form = DaysForm(request.GET, usual)
    return form.chosen(), form


def _addresses(standing: Standing) -> Addresses:
    programme, whole = standing.programme, standing.decided.definition.id
    return Addresses.of(programme.pk, whole, as_of=standing.asked, since=standing.since)


@page(allow=sees_figures)
def standing(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    found, form = _opened(request, programme_id)
    addresses = _addresses(found)
    delivers = may_deliver(viewer_of(request), found)
    data = reverse("data", args=[programme_id]) if delivers else ""
    context = {
        "head": programme_head(found.programme, found.decided, "standing"),
        "form": form,
        "until": until(found),
        "body": bodies.get((found.name, addresses, data), lambda: _body(found, addresses, data)),
        "has_facts": bool(found.state.data_state),
        "pdf": addresses.page("pa-en-sida/pdf/"),
        "word": addresses.page("pa-en-sida/word/"),
    }
    return render(request, "standing/standing.html", context)


def _body(found: Standing, addresses: Addresses, data: str) -> Body:
    shown = standing_page(found, subject_at(found), addresses, data)
    html = render_to_string("standing/body.html", {"page": shown, "data": data})
    return Body(shown.summary, html)


@page(allow=sees_figures)
def status(request: HttpRequest, programme_id: UUID, kind: str) -> HttpResponse:
    if kind not in MEDIA_TYPES:
        raise Http404
    found, _form = _opened(request, programme_id)
    ending, media_type = MEDIA_TYPES[kind]
    name = f"laget-{found.programme.slug}-{found.as_of}.{ending}"
    content = status_file(found, kind)
    return download(content, name, media_type)


@page(allow=sees_figures)
def figure(request: HttpRequest, programme_id: UUID, figure_id: str) -> HttpResponse:
    found, form = _opened(request, programme_id)
    one = _figure(request, found, figure_id)
    addresses = _addresses(found)
    earlier = earlier_figures(found, figure_id, one.programme) if found.since is None else []
    delivers = may_deliver(viewer_of(request), found)
    context = {
        "head": programme_head(found.programme, found.decided, "standing"),
        "page": figure_page(one, earlier, addresses),
        "form": form,
        "until": until(found),
        "back": addresses.page(),
        "note_form": _note_form(request, found, one),
        "data": reverse("data", args=[programme_id]) if delivers else "",
    }
    return render(request, "standing/figure.html", context)


@page(allow=sees_figures)
def figure_json(request: HttpRequest, programme_id: UUID, figure_id: str) -> HttpResponse:
    found, _form = _opened(request, programme_id)
    one = _figure(request, found, figure_id)
    text = figure_text(one.figure, one.subject.follow_up)
    name = f"{figure_id}-{found.programme.slug}-{found.as_of}.json"
    return download(text, name, "application/json")


def _note_form(request: HttpRequest, standing: Standing, found: Found) -> NoteForm | None:
    """To save the figure under a heading of a report; none where there is none to write in."""
    viewer, programme = viewer_of(request), standing.programme
    if not writes_reports(viewer):
        return None
    return note_form(
        reports_to_choose(viewer, programme, standing.decided.definition),
        source=found.figure.goal,
        address=request.get_full_path(),
        figure=found.name_in_a_text(standing.decided.definition.id),
        said=outcome(found.figure, found.subject.words),
        cut_off=found.figure.cut_off,
    )


def _figure(request: HttpRequest, standing: Standing, figure_id: str) -> Found:
    found = found_figure(subject_at(standing), figure_id, request.GET.get("delinsats", ""))
    if found is None:
        raise Http404
    return found
