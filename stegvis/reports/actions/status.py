"""The one page for the steering group, as a file to take along."""

import tempfile
from pathlib import Path

from stegvis.programmes.queries.definitions import Decided
from stegvis.reports.calculations.assembly.assembled import assemble
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.files.templates import load_template
from stegvis.reports.files.word import write_word
from stegvis.reports.values.document import Document
from stegvis.reports.values.texts import ReportTexts
from stegvis.results.values.figures import FollowUp

TEMPLATE = "status"
PDF, WORD = "pdf", "word"
MEDIA_TYPES = {
    PDF: ("pdf", "application/pdf"),
    WORD: ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
"""The end of the file's name, and what a browser is told that it is."""


def status_document(known: Decided, follow_up: FollowUp) -> Document:
    template = load_template(TEMPLATE)
    return assemble(known.definition, known.parts, follow_up, template, ReportTexts()).document


def status_file(known: Decided, follow_up: FollowUp, kind: str) -> bytes:
    """`kind` is PDF or WORD. Takes a third of a second."""
    document = status_document(known, follow_up)
    if kind == PDF:
        return pdf_bytes(document)
    with tempfile.TemporaryDirectory(prefix="stegvis-") as folder:
        path = Path(folder) / "status.docx"
        write_word(document, path)
        return path.read_bytes()
