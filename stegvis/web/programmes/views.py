"""Programmes as a list and as pages one can read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.viewers import signed_in
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.forms.filters import ProgrammeFilter
from stegvis.programmes.policies.changes import why_not_define
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import parts_of, programme_of, programmes_of
from stegvis.programmes.queries.versions import newest_version
from stegvis.web.programmes.portraits import contents, parts_shown, sections_shown, sees_figures
from stegvis.web.programmes.presenters import programme_head
from stegvis.web.programmes.rows import DEFAULT_SORT, SORTS, narrowed, programme_rows
from stegvis.web.shell.listing import listing


@page(allow=signed_in)
def programmes(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    form = ProgrammeFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {"lage": "", "sok": ""}
    rows = programme_rows(programmes_of(viewer), viewer)
    context = {
        "has_any": bool(rows),
        "form": form,
        "listing": listing(request, narrowed(rows, **wanted), sorts=SORTS, default=DEFAULT_SORT),
        "may_create": viewer.may(Permission.DEFINE_PROGRAMMES),
        "many_associations": len({row.association for row in rows}) > 1,
    }
    return render(request, "programmes/programmes.html", context)


@page(allow=signed_in)
def programme(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = programme_of(viewer, programme_id)
    now, newest = decided(found), newest_version(found)
    linked = found.pk if sees_figures(found.association_id, viewer) else None
    sections = sections_shown(now.definition, linked)
    context = {
        "head": programme_head(found, now, "programme", on=viewer.on),
        "version": now.version,
        "ahead": newest if newest.effective_on > viewer.on else None,
        "sections": sections,
        "contents": contents(sections),
        "parts": parts_shown(parts_of(viewer, found)),
        "refusal": why_not_define(found.association_id, viewer),
    }
    return render(request, "programmes/definition.html", context)
