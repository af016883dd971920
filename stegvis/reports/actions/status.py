"""The one page for the steering group, as a file to take along."""

import tempfile
from pathlib import Path

from stegvis.reports.actions.making import as_internal
from stegvis.reports.calculations.assembly.assembled import assemble
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.files.templates import load_template
from stegvis.reports.files.word import write_word
from stegvis.reports.values.document import Document
from stegvis.reports.values.texts import ReportTexts
from stegvis.results.policies.levels import may_leave_the_house
from stegvis.results.queries.standing import Standing, standing_of
from stegvis.results.values.figures import DisclosureLevel

TEMPLATE = "status"
PDF, WORD = "pdf", "word"
MEDIA_TYPES = {
    PDF: ("pdf", "application/pdf"),
    WORD: ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
"""The end of the file's name, and what a browser is told that it is."""


def status_document(standing: Standing) -> Document:
    """At level report, since it is taken along; of a day that nobody else may see, marked so."""
    day, since, known = standing.as_of, standing.since, standing.decided
    leaves = may_leave_the_house(standing.usual_day, day, since)
    if leaves and standing.level is not DisclosureLevel.REPORT:
        report = DisclosureLevel.REPORT
        standing = standing_of(standing.programme, level=report, as_of=day, known=known)
    template, follow_up = load_template(TEMPLATE), standing.follow_up
    made = assemble(known.definition, known.parts, follow_up, template, ReportTexts())
    return made.document if leaves else as_internal(made.document)


def status_file(standing: Standing, kind: str) -> bytes:
    """`kind` is PDF or WORD. Takes a third of a second."""
    document = status_document(standing)
    if kind == PDF:
        return pdf_bytes(document)
    with tempfile.TemporaryDirectory(prefix="stegvis-") as folder:
        path = Path(folder) / "status.docx"
        write_word(document, path)
        return path.read_bytes()
