"""The record of processing of an association, as a page and as a file."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.forms.organisations import KINDS, RECORDS
from stegvis.organisations.queries.administration import association_of
from stegvis.reports.actions.processing import processing_pdf, processing_record
from stegvis.reports.values.document import Document
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.sections import links_for
from stegvis.web.reports.blocks import BlockReader
from stegvis.web.shell.downloads import download


@page(allow=ADMINISTERS)
def processing(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    document = _document(viewer, association_id)
    context = {
        "links": links_for(viewer, "administration"),
        "association_id": association_id,
        "document": document,
        "shown": BlockReader(language=document.language).shown(document.blocks),
    }
    return render(request, "administration/processing.html", context)


@page(allow=ADMINISTERS)
def processing_file(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    content = processing_pdf(_document(viewer, association_id))
    return download(content, f"registerforteckning-{viewer.on}.pdf", "application/pdf")


def _document(viewer: Viewer, association_id: UUID) -> Document:
    association = association_of(viewer, association_id)
    return processing_record(association, on=viewer.on, kinds=dict(KINDS), records=dict(RECORDS))
