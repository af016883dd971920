"""A report as Word: on the association's own document, or on a good one of ours."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import speaking
from stegvis.reports.calculations.layout import appendix_of, contents_of, without_gaps
from stegvis.reports.files.house_style import open_house_style
from stegvis.reports.files.house_tokens import fill_tokens, insertion_of
from stegvis.reports.files.word_blocks import EMU_PER_TWIP, Setting, elements_of, facts
from stegvis.reports.files.word_frame import frame_house_pages, frame_pages
from stegvis.reports.files.word_notes import Footnotes
from stegvis.reports.files.word_styles import set_defaults, styles_for
from stegvis.reports.files.word_xml import element, paragraph, printable, text_run
from stegvis.reports.values.document import Document, Heading

_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_MARGIN, _ONE_PAGE_MARGIN = Mm(25), Mm(15)
_ONE_PAGE_SCALE = 0.8
_WORD_2013 = "15"  # and every version after it


def write_word(document: Document, path: Path, *, house_style: Path | None = None) -> None:
    with speaking(document.language):
        word = open_house_style(house_style) if house_style else _own(document)
        if house_style:
            fill_tokens(word, document)
        setting = _setting(word, document, is_house_style=house_style is not None)
        _place(list(_report(document, setting)), word)
        frame = frame_house_pages if house_style else frame_pages
        frame(document, word, setting.styles)
        setting.notes.save()
        _describe(word, document)
        word.save(str(path))


def _own(document: Document) -> WordDocument:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.PORTRAIT
    margin = _ONE_PAGE_MARGIN if document.one_page else _MARGIN
    section.left_margin = section.right_margin = margin
    section.top_margin = section.bottom_margin = margin
    section.header_distance = section.footer_distance = Mm(10)
    _tidy(word)
    return word


def _tidy(word: WordDocument) -> None:
    """What the empty document of python-docx carries and a Swedish report should not."""
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
    settings = word.settings.element
    compatible = settings.find(qn("w:compat"))
    for old in compatible.findall(qn("w:useFELayout")):
        compatible.remove(old)
    for setting in compatible:
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)


def _setting(word: WordDocument, document: Document, *, is_house_style: bool) -> Setting:
    scale = _ONE_PAGE_SCALE if document.one_page and not is_house_style else 1.0
    styles = styles_for(word, is_house_style=is_house_style, scale=scale)
    language = _LANGUAGES.get(document.language, document.language)
    set_defaults(word, language, is_house_style=is_house_style)
    width = _text_width(word.sections[-1])
    return Setting(word, styles, Footnotes(word, styles), width, document.one_page)


def _text_width(section: Section) -> int:
    page, left, right = section.page_width, section.left_margin, section.right_margin
    width = (page or Mm(210)) - (left or _MARGIN) - (right or _MARGIN)
    return int(width / EMU_PER_TWIP)


def _report(document: Document, setting: Setting) -> Iterator[BaseOxmlElement]:
    styles = setting.styles
    yield paragraph(styles["title"], text_run(document.title))
    if document.subtitle:
        yield paragraph(styles["subtitle"], text_run(document.subtitle))
    yield from facts(document.facts, setting)
    blocks = without_gaps(document.blocks)
    first = next((at for at, one in enumerate(blocks) if isinstance(one, Heading)), 0)
    yield from elements_of(blocks[:first], setting)
    contents = contents_of(document)
    if contents:
        yield from _contents(contents, setting)
        yield from _on_new_page(elements_of(blocks[first:], setting))
    else:
        yield from elements_of(blocks[first:], setting)
    setting.one_page = False
    yield from _on_new_page(elements_of(appendix_of(document), setting))


def _on_new_page(content: Iterator[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """Broken by the first paragraph itself, so that no empty line is left above it."""
    for at, one in enumerate(content):
        if at == 0:
            one[0].insert(1, element("pageBreakBefore"))
        yield one


def _contents(shown: tuple[Heading, ...], setting: Setting) -> Iterator[BaseOxmlElement]:
    """A list of contents that Word keeps; it puts the page numbers in when it updates it."""
    styles = setting.styles
    deepest = max(heading.level for heading in shown)
    begin = element("r", element("fldChar", fldCharType="begin"))
    code = element("instrText")
    code.text = f'TOC \\o "1-{deepest}" \\h \\z \\u'
    separate = element("r", element("fldChar", fldCharType="separate"))
    opening = [begin, element("r", code), separate]
    yield paragraph(styles["caption"], text_run(_("Innehåll")), keep=True)
    for heading in shown:
        line = text_run(heading.text)
        yield paragraph(styles[f"contents {heading.level}"], *opening, line)
        opening = []
    end = element("r", element("fldChar", fldCharType="end"))
    yield paragraph(styles["body"], end)


def _place(content: list[BaseOxmlElement], word: WordDocument) -> None:
    """Where the association says, or after its own pages."""
    body = word.element.body
    mark = insertion_of(word)
    if mark is not None and mark.getparent() is body:
        for one in content:
            mark.addprevious(one)
        body.remove(mark)
        return
    last = body.find(qn("w:sectPr"))
    if any(child.tag != qn("w:sectPr") for child in body):
        content = list(_on_new_page(iter(content)))
    for one in content:
        if last is None:
            body.append(one)
        else:
            last.addprevious(one)


def _describe(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    about.title = printable(document.title)[:255]
    about.subject = printable(document.subtitle)[:255]
    about.author = printable(document.tokens.get("förbund", ""))[:255]
    about.last_modified_by = about.comments = about.keywords = ""
    about.language = _LANGUAGES.get(document.language, document.language)
    about.revision = 1
    if document.created_on:
        moment = datetime.combine(document.created_on, time(), UTC)
        about.created = about.modified = moment
