"""The receipt and the copy of what was told as PDF, for who told it and for who received it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.queries.names import name_of
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.disclosures import copy_of, disclosure_of, received_one
from stegvis.participants.queries.persons import person_of
from stegvis.reports.actions.disclosed import receipt_pdf, told_copy_pdf
from stegvis.web.consents.entrance import DISCLOSES
from stegvis.web.disclosures.presenters import told_facts
from stegvis.web.shell.downloads import download, foreign_download

SEES_PERSONS = MayAnywhere(Permission.SEE_PERSONS)
PDF = "application/pdf"


@page(allow=DISCLOSES, action=Action.EXPORT)
def receipt_file(request: HttpRequest, person_id: UUID, disclosure_id: UUID) -> HttpResponse:
    return _receipt(_told(request, person_id, disclosure_id), with_why=True)


@page(allow=DISCLOSES, action=Action.EXPORT)
def copy_file(request: HttpRequest, person_id: UUID, disclosure_id: UUID) -> HttpResponse:
    return _copy(_told(request, person_id, disclosure_id), with_why=True)


@page(allow=DISCLOSES, action=Action.EXPORT)
def told_file(
    request: HttpRequest, person_id: UUID, disclosure_id: UUID, number: int
) -> HttpResponse:
    return one_file(_told(request, person_id, disclosure_id), number)


@page(allow=SEES_PERSONS, action=Action.EXPORT)
def received_receipt(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    return _receipt(received_one(viewer_of(request), disclosure_id), with_why=False)


@page(allow=SEES_PERSONS, action=Action.EXPORT)
def received_copy_file(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    return _copy(received_one(viewer_of(request), disclosure_id), with_why=False)


@page(allow=SEES_PERSONS, action=Action.EXPORT)
def received_file(request: HttpRequest, disclosure_id: UUID, number: int) -> HttpResponse:
    return one_file(received_one(viewer_of(request), disclosure_id), number)


def one_file(row: Any, number: int) -> HttpResponse:
    """`number` is the place in the copy, from nought."""
    items = copy_of(row).items
    if number >= len(items) or not items[number].content:
        raise Http404
    one = items[number]
    return foreign_download(one.file, one.value, one.media_type)


def _told(request: HttpRequest, person_id: UUID, disclosure_id: UUID) -> Any:
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    row = disclosure_of(viewer, person, disclosure_id)
    row.person = person
    return row


def _receipt(row: Any, *, with_why: bool) -> HttpResponse:
    return download(receipt_pdf(copy_of(row), **_said(row, with_why)), _name("kvitto", row), PDF)


def _copy(row: Any, *, with_why: bool) -> HttpResponse:
    return download(told_copy_pdf(copy_of(row), **_said(row, with_why)), _name("kopia", row), PDF)


def _said(row: Any, with_why: bool) -> dict[str, Any]:  # noqa: FBT001 - named where it is said
    """Why it was necessary is what the sender weighed: it does not follow the copy."""
    names = name_of(row.sent_by), name_of(row.received_by)
    facts = told_facts(row, *names, why=str(row.why) if with_why else "")
    return {"whose": str(row.person), "facts": facts, "on": timezone.localdate()}


def _name(kind: str, row: Any) -> str:
    return f"{kind}-{timezone.localdate(row.sent_at)}.pdf"
