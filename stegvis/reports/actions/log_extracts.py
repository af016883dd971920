"""Who has looked, as PDF."""

from collections.abc import Iterable
from datetime import date

from stegvis.core.values.language import current_language
from stegvis.reports.calculations.log_extract import Line, extract_document
from stegvis.reports.files.pdf import pdf_bytes


def log_extract_pdf(lines: Iterable[Line], *, whose: str, on: date, about: str) -> bytes:
    language = current_language()
    return pdf_bytes(extract_document(lines, whose=whose, on=on, language=language, about=about))
