"""A report as tagged PDF (PDF/UA-1 and PDF/A-2a), set by typst."""

import json
import re
from pathlib import Path
from typing import Any

import typst

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import speaking
from stegvis.core.values.refusals import Refused
from stegvis.reports.calculations.layout import Numbering, appendix_of, contents_of, without_gaps
from stegvis.reports.files.fonts import font_families
from stegvis.reports.files.pdf_blocks import Laid, lay_out
from stegvis.reports.files.typesetting import pdf_of
from stegvis.reports.values.document import Document

_TEMPLATES = Path(__file__).parent / "typst"
_PARTS = ("house.typ", "look.typ", "blocks.typ")
_NO_LETTER = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_REGIONS = {"sv": "SE", "en": "GB"}


def write_pdf(document: Document, path: Path) -> None:
    path.write_bytes(pdf_bytes(document))


def pdf_bytes(document: Document) -> bytes:
    with speaking(document.language):
        numbering = Numbering()
        laid = lay_out(without_gaps(document.blocks), numbering, one_page=document.one_page)
        appendix = lay_out(appendix_of(document), numbering, one_page=False, prefix="appendix")
        files = {
            "main": (_TEMPLATES / "report.typ").read_bytes(),
            **{part: (_TEMPLATES / part).read_bytes() for part in _PARTS},
            "report.json": json.dumps(_report(document, laid, appendix)).encode(),
            **laid.charts,
            **appendix.charts,
        }
        try:
            return pdf_of(files)
        except typst.TypstError as fault:
            raise Refused(_why_not(str(fault))) from fault


def _why_not(said: str) -> str:
    """A PDF that is to be read in a hundred years has only signs that its own letters show."""
    if found := _NO_LETTER.search(said):
        sentence = _(
            "Texten {words} har ett tecken som inte går att visa i en PDF. Ta bort det, "
            "till exempel om det är en bildsymbol."
        )
        return sentence.format(words=found[1])
    return _("Rapporten gick inte att sätta som PDF: {why}").format(why=said)


def _report(document: Document, laid: Laid, appendix: Laid) -> dict[str, Any]:
    created = document.created_on
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "authors": [],
        "lang": document.language,
        "region": _REGIONS.get(document.language),
        "created": created and {"year": created.year, "month": created.month, "day": created.day},
        "fonts": font_families(),
        "running": document.running,
        "one_page": document.one_page,
        "contents": max((one.level for one in contents_of(document)), default=0),
        "facts": document.facts,
        "blocks": laid.blocks,
        "bases": laid.bases,
        "appendix": appendix.blocks,
        "words": {"contents": _("Innehåll"), "page_of": _("Sida {page} av {pages}")},
    }
