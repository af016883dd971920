"""The record of processing, as a document to read, print and hand over."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from stegvis.core.queries.stored_fields import stored_fields
from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.organisations.models import Agency, Association
from stegvis.reports.calculations.processing import (
    Controller,
    Processing,
    Said,
    processing_document,
)
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.values.document import Document
from stegvis.reports.values.record_names import FIELDS, TABLES


def processing_record(
    association: Association, *, on: date, kinds: Mapping[str, Any], records: Mapping[str, Any]
) -> Document:
    """`kinds` and `records` are the words for the codes of an agency."""
    there = Agency.objects.filter(association=association).order_by("name")
    known = Processing(
        association.name,
        tuple(
            Controller(one.name, str(kinds[one.kind]), str(records[one.records]))
            for one in there
            if one.is_there_on(on)
        ),
        _agreements(association),
        tuple(_fields()),
    )
    return processing_document(known, on=on, language=current_language())


def processing_pdf(document: Document) -> bytes:
    return pdf_bytes(document)


def _agreements(association: Association) -> tuple[tuple[str, date | None], ...]:
    return (
        (_("Personuppgiftsbiträdesavtal (artikel 28)"), association.processor_agreement_on),
        (_("Överenskommelse om gemensamt ansvar (artikel 26)"), association.joint_controllers_on),
        (_("Konsekvensbedömning (artikel 35)"), association.impact_assessment_on),
    )


def _fields() -> list[Said]:
    return [
        (_(TABLES[table]), _(FIELDS[one.name]), *one.said)
        for one in stored_fields()
        if one.said and one.said[0] != About.NOBODY
        for table in (one.model._meta.label,)  # noqa: SLF001 - Django's own name for it
    ]
