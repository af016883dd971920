"""A receipt of what was told on purpose, and the copy of it, as PDF."""

from collections.abc import Iterable
from datetime import date

from stegvis.core.values.language import current_language
from stegvis.participants.values.disclosures import Copy
from stegvis.reports.calculations.disclosed import Telling, copy_document, receipt_document
from stegvis.reports.files.pdf import pdf_bytes

Pairs = Iterable[tuple[str, str]]


def receipt_pdf(copy: Copy, *, whose: str, facts: Pairs, on: date) -> bytes:
    return pdf_bytes(receipt_document(_telling(copy, whose, facts, on)))


def told_copy_pdf(copy: Copy, *, whose: str, facts: Pairs, on: date) -> bytes:
    return pdf_bytes(copy_document(_telling(copy, whose, facts, on)))


def _telling(copy: Copy, whose: str, facts: Pairs, on: date) -> Telling:
    return Telling(whose, tuple(facts), copy, on, current_language())
