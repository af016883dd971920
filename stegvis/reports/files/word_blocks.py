"""Each kind of block as Word's own elements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.calculations.charts.svg import HALF_WIDTH, WIDTH
from stegvis.reports.calculations.layout import (
    Numbering,
    charts_together,
    is_heading_in_text,
    notice_label,
    text_instead,
)
from stegvis.reports.files import word_xml
from stegvis.reports.files.typesetting import png_of, svg_size
from stegvis.reports.files.word_lists import bullet_number
from stegvis.reports.files.word_notes import Footnotes
from stegvis.reports.files.word_styles import QUIET, Styles
from stegvis.reports.files.word_tables import table_element
from stegvis.reports.files.word_xml import element, paragraph, text_run
from stegvis.reports.values.charts import Chart
from stegvis.reports.values.document import (
    Block,
    Bullets,
    ChartBlock,
    Heading,
    Notice,
    Paragraph,
    Run,
    Signatures,
    Table,
)

EMU_PER_TWIP = 635
_FACT_COLUMN, _AFTER_FACTS = 2400, 240  # twentieths of a point
_FACT_SHARES = (0.15, 0.47, 0.65)  # where columns start on the one page
_PAIR_SHARE = 0.84  # of half the page for each chart on the one page


@dataclass
class Setting:
    """A Word document being written: what the blocks share. `width` in twentieths of a point."""

    word: WordDocument
    styles: Styles
    notes: Footnotes
    width: int
    one_page: bool = False
    numbering: Numbering = field(default_factory=Numbering)
    bullets: int = 0

    def bullet(self) -> int:
        self.bullets = self.bullets or bullet_number(self.word)
        return self.bullets


def elements_of(blocks: Iterable[Block], setting: Setting) -> Iterator[BaseOxmlElement]:
    """Two charts that follow each other on the one page stand side by side."""
    for several in charts_together(blocks, one_page=setting.one_page):
        if len(several) > 1:
            yield from _side_by_side(several, setting)
        else:
            yield from _elements(several[0], setting)


def _elements(block: Block, setting: Setting) -> Iterator[BaseOxmlElement]:
    match block:
        case Heading() | Paragraph() | Notice():
            yield _paragraph(block, setting)
        case Bullets():
            yield from (_bullet(item, setting) for item in block.items)
        case Signatures():
            yield from _signatures(block, setting.styles)
        case Table():
            yield from _table(block, setting)
        case ChartBlock():
            yield from _chart(block, setting)


def _paragraph(block: Heading | Paragraph | Notice, setting: Setting) -> BaseOxmlElement:
    styles = setting.styles
    if isinstance(block, Heading):
        setting.notes.begin_heading()
        return paragraph(styles[f"heading {block.level}"], text_run(block.text))
    if isinstance(block, Notice):
        label = text_run(f"{notice_label(block)}\n", element("b"))
        return paragraph(styles["notice"], label, text_run(block.text))
    role = block.style if block.style in {"help", "quote", "small"} else "body"
    keep = is_heading_in_text(block)
    return paragraph(styles[role], *_runs(block.runs, setting), keep=keep)


def _runs(runs: Iterable[Run], setting: Setting) -> Iterator[BaseOxmlElement]:
    for run in runs:
        yield text_run(run.text, *([element("b")] if run.strong else []))
        if run.footnote:
            yield from setting.notes.add(run.footnote)


def _bullet(item: tuple[Run, ...], setting: Setting) -> BaseOxmlElement:
    made = paragraph(setting.styles["bullet"], *_runs(item, setting))
    number = element("numPr", element("ilvl", val=0), element("numId", val=setting.bullet()))
    made[0].append(number)
    return made


def _signatures(block: Signatures, styles: Styles) -> Iterator[BaseOxmlElement]:
    """A line to sign on after each label; an organisation's lines stay on one page."""
    for organisation in block.organisations:
        heading = text_run(organisation, element("b"))
        yield paragraph(styles["signature"], heading, keep=True)
        for at, label in enumerate(block.labels):
            is_kept = at < len(block.labels) - 1
            yield paragraph(styles["signature"], text_run(f"{label} \t"), keep=is_kept)


def _caption(label: tuple[str, int], title: str, setting: Setting) -> BaseOxmlElement:
    """Numbered by Word itself, so that the numbers are right when tables are moved."""
    style = setting.styles["caption"]
    if setting.one_page:
        return paragraph(style, text_run(title), keep=True)
    name, number = label
    counted = word_xml.field(f"SEQ {name} \\* ARABIC", str(number))
    return paragraph(style, text_run(f"{name} "), *counted, text_run(f". {title}"), keep=True)


def _table(table: Table, setting: Setting) -> Iterator[BaseOxmlElement]:
    yield _caption(setting.numbering.table(), table.title, setting)
    yield table_element(table, setting.styles, setting.width)
    yield paragraph(setting.styles["small"], text_run(table.note))


def _chart(block: ChartBlock, setting: Setting) -> Iterator[BaseOxmlElement]:
    yield _caption(setting.numbering.chart(), block.chart.title, setting)
    picture = _picture(block.chart, setting, setting.width, WIDTH)
    yield paragraph(setting.styles["picture"], picture)
    if block.table:
        yield from _table(block.table, setting)


def _picture(chart: Chart, setting: Setting, width: int, drawn: float) -> BaseOxmlElement:
    svg = draw(chart, drawn)
    wide, high = svg_size(svg)
    size = Emu(width * EMU_PER_TWIP)
    part = setting.word.part
    inline = part.new_pic_inline(BytesIO(png_of(svg)), size, Emu(round(size * high / wide)))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", text_instead(chart))
    inline.docPr.set("title", chart.title)
    return element("r", element("drawing", inline))


def _side_by_side(pair: list[Block], setting: Setting) -> Iterator[BaseOxmlElement]:
    """In a table without lines that only places them."""
    half = setting.width // 2
    charts = [block for block in pair if isinstance(block, ChartBlock)]
    row = element("tr", element("trPr", element("cantSplit")))
    row.extend(_place(block, setting, half) for block in charts)
    properties = element("tblPr", element("tblW", w=setting.width, type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    grid = element("tblGrid", *(element("gridCol", w=half) for _block in charts))
    yield element("tbl", properties, grid, row)
    yield paragraph(setting.styles["gap"])
    for block in charts:
        if block.table:
            yield from _table(block.table, setting)


def _place(block: ChartBlock, setting: Setting, half: int) -> BaseOxmlElement:
    caption = _caption(setting.numbering.chart(), block.chart.title, setting)
    picture = _picture(block.chart, setting, round(half * _PAIR_SHARE), HALF_WIDTH)
    cell = element("tc", element("tcPr", element("tcW", w=half, type="dxa")), caption)
    cell.append(paragraph(setting.styles["picture"], picture))
    return cell


def facts(given: tuple[tuple[str, str], ...], setting: Setting) -> Iterator[BaseOxmlElement]:
    """A name and its words on a line; on the one page two by two."""
    columns = 2 if setting.one_page else 1
    tabs = [round(setting.width * share) for share in _FACT_SHARES]
    tabs = [_FACT_COLUMN] if columns == 1 else tabs
    for at in range(0, len(given), columns):
        made = paragraph(setting.styles["fact"])
        made[0].append(element("tabs", *(element("tab", val="left", pos=one) for one in tabs)))
        if at + columns >= len(given):
            made[0].append(element("spacing", after=_AFTER_FACTS))
        if columns > 1:
            made[0].append(element("ind", left=0, firstLine=0))
        for index, (name, value) in enumerate(given[at : at + columns]):
            before = "\t" if index else ""
            made.append(text_run(f"{before}{name}\t", element("color", val=QUIET)))
            made.append(text_run(value))
        yield made
