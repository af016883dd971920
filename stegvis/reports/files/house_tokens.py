"""Words in double braces on the association's own pages, replaced as plain text.

Nothing else is looked for: no template language ever runs in a file that somebody sends.
"""

import re
from collections.abc import Iterator, Mapping

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.reports.values.document import Document

INSERTION = "rapport"
"""Where the report goes; without it, after what the association wrote."""
ALLOWED = (
    "titel",
    "undertitel",
    "insats",
    "förbund",
    "datum",
    "period",
    "diarienummer",
    "insatsägare",
    INSERTION,
)
_TO_FILL_IN = "________"
_TOKEN = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}|\{%.*?%\}")


def fill_tokens(word: WordDocument, document: Document) -> None:
    """Every token by its words; one that no list has refuses the file."""
    paragraphs = [paragraph for root in _roots(word) for paragraph in root.iter(qn("w:p"))]
    unknown = [
        found
        for paragraph in paragraphs
        for found in _TOKEN.finditer(_text(paragraph))
        if found[1] is None or found[1].casefold() not in ALLOWED
    ]
    if unknown:
        known = ", ".join(f"{{{{{name}}}}}" for name in ALLOWED)
        faults = [
            Fault("", _("Okänt ord."), found, known) for found in sorted({u[0] for u in unknown})
        ]
        raise Refused(_("Ordmallen har ord inom klamrar som inte går att fylla i."), faults)
    values = _values(document)
    for paragraph in paragraphs:
        _fill(paragraph, values)


def insertion_of(word: WordDocument) -> BaseOxmlElement | None:
    """The paragraph that the report stands instead of, where there is one."""
    for paragraph in word.element.body.iter(qn("w:p")):
        found = _TOKEN.search(_text(paragraph))
        if found and found[1].casefold() == INSERTION:
            return paragraph
    return None


def _roots(word: WordDocument) -> Iterator[BaseOxmlElement]:
    yield word.element.body
    for relation in word.part.rels.values():
        if relation.reltype in {RELATION.HEADER, RELATION.FOOTER}:
            yield relation.target_part.element


def _values(document: Document) -> Mapping[str, str]:
    given = {"titel": document.title, "undertitel": document.subtitle}
    if document.created_on:
        given["datum"] = document.created_on.isoformat()
    return dict.fromkeys(ALLOWED, _TO_FILL_IN) | given | dict(document.tokens)


def _texts(paragraph: BaseOxmlElement) -> list[BaseOxmlElement]:
    """The paragraph's own pieces of text, not those of a text box inside it."""
    return [
        text
        for text in paragraph.iter(qn("w:t"))
        if next(text.iterancestors(qn("w:p"))) is paragraph
    ]


def _text(paragraph: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in _texts(paragraph))


def _fill(paragraph: BaseOxmlElement, values: Mapping[str, str]) -> None:
    """From the last token to the first, so that what is put in is never read as a token."""
    for found in reversed(list(_TOKEN.finditer(_text(paragraph)))):
        if found[1].casefold() != INSERTION:
            _replace(paragraph, found.span(), values[found[1].casefold()])


def _replace(paragraph: BaseOxmlElement, span: tuple[int, int], words: str) -> None:
    """A token may be split over several runs: its words go into the first of them."""
    (start, end), before = span, 0
    for piece in _texts(paragraph):
        text = piece.text or ""
        first, last = max(0, start - before), min(len(text), end - before)
        if first < last:
            piece.text = text[:first] + words + text[last:]
            piece.set(qn("xml:space"), "preserve")
            words = ""
        before += len(text)
