"""What stands on every page: the running text, the title, the page numbers."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header

from stegvis.core.values.language import gettext as _
from stegvis.reports.files.word_styles import INK, Styles
from stegvis.reports.files.word_xml import element, field, paragraph, text_run
from stegvis.reports.values.document import Document

_EMU_PER_TWIP = 635


def frame_pages(document: Document, word: WordDocument, styles: Styles) -> None:
    """Our own pages: the title and the running text above, the page number below."""
    section = word.sections[0]
    width = _width(section)
    above = text_run(f"{document.title}\t")
    header = _line(styles["header"], width, above, _running(document.running))
    footer = _line(styles["footer"], width, text_run(f"{document.subtitle}\t"), *_page_of_pages())
    _replace(section.header, header)
    _replace(section.footer, footer)


def frame_house_pages(document: Document, word: WordDocument, styles: Styles) -> None:
    """The association's own pages stay; the running text is added under each header."""
    if not document.running:
        return
    for header in _headers(word):
        header._element.append(  # noqa: SLF001 - python-docx adds only plain paragraphs
            paragraph(styles["header"], _running(document.running))
        )


def _headers(word: WordDocument) -> Iterator[_Header]:
    """Every header that some page shows; a linked one is that of the section before."""
    even = word.settings.odd_and_even_pages_header_footer
    for at, section in enumerate(word.sections):
        shown = [section.header]
        if section.different_first_page_header_footer:
            shown.append(section.first_page_header)
        if even:
            shown.append(section.even_page_header)
        yield from (header for header in shown if at == 0 or not header.is_linked_to_previous)


def _running(words: str) -> BaseOxmlElement:
    return text_run(words, element("b"), element("color", val=INK))


def _line(style: str, width: int, *content: BaseOxmlElement) -> BaseOxmlElement:
    """Words to the left and, after a tab, to the right."""
    made = paragraph(style, *content)
    clear = [element("tab", val="clear", pos=at) for at in (4320, 4680, 8640, 9360)]
    made[0].append(element("tabs", *clear, element("tab", val="right", pos=width)))
    return made


def _page_of_pages() -> Iterator[BaseOxmlElement]:
    before, between, after = _split(_("Sida {page} av {pages}"))
    yield text_run(before)
    yield from field("PAGE", "1")
    yield text_run(between)
    yield from field("NUMPAGES", "1")
    yield text_run(after)


def _split(sentence: str) -> tuple[str, str, str]:
    before, _page, rest = sentence.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    return before, between, after


def _replace(place: _Header | _Footer, line: BaseOxmlElement) -> None:
    place.is_linked_to_previous = False
    for old in place._element.findall(qn("w:p")):  # noqa: SLF001 - the same
        place._element.remove(old)  # noqa: SLF001 - the same
    place._element.append(line)  # noqa: SLF001 - the same


def _width(section: Section) -> int:
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return int(((page or 0) - (left or 0) - (right or 0)) / _EMU_PER_TWIP)
