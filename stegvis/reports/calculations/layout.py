"""What Word and PDF share when they set a document: levels, bases, texts of charts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.calculations.charts.words import text_width
from stegvis.reports.values.charts import Chart
from stegvis.reports.values.document import (
    Block,
    ChartBlock,
    Document,
    Heading,
    Notice,
    Paragraph,
)

LOWEST_LEVEL = 3
ENOUGH_FOR_CONTENTS = 8  # headings; a shorter report is read without a list of contents
_LEVELS_LISTED = 2
_FIRST_PAGE_LINES, _LINES_OF_A_NOTICE = 38, 3
_LISTED_SIZE, _LISTED_WIDTH = 10, 420.0  # points

NOTICE_LABELS = {"preliminary": N_("Preliminärt"), "missing": N_("Saknas")}
OTHER_NOTICE = N_("Att veta")


def notice_label(notice: Notice) -> str:
    return _(NOTICE_LABELS.get(notice.kind, OTHER_NOTICE))


def without_gaps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """No heading more than one level under the one before it: PDF/UA refuses a gap."""
    level = 0
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1, LOWEST_LEVEL)
            kept.append(replace(block, level=level))
        else:
            kept.append(block)
    return tuple(kept)


def charts_together(blocks: Iterable[Block], *, one_page: bool) -> Iterator[list[Block]]:
    """Every block by itself; on one page, charts that follow each other two and two."""
    waiting: list[Block] = []
    for block in blocks:
        if one_page and isinstance(block, ChartBlock):
            waiting.append(block)
            if len(waiting) > 1:
                yield waiting
                waiting = []
            continue
        if waiting:
            yield waiting
            waiting = []
        yield [block]
    if waiting:
        yield waiting


@dataclass
class Numbering:
    """The number of the latest table and chart, through the whole report with its appendix."""

    tables: int = 0
    charts: int = 0

    def table(self) -> tuple[str, int]:
        self.tables += 1
        return _("Tabell"), self.tables

    def chart(self) -> tuple[str, int]:
        self.charts += 1
        return _("Figur"), self.charts


def appendix_of(document: Document) -> tuple[Block, ...]:
    """The appendix under a heading of its own."""
    blocks = document.appendix
    if not blocks:
        return ()
    first = blocks[0]
    if not (isinstance(first, Heading) and first.level == 1):
        blocks = (Heading(1, _("Bilaga")), *blocks)
    return without_gaps(blocks)


def contents_of(document: Document) -> tuple[Heading, ...]:
    """The headings to list: two levels where they have room on the first page, else one."""
    blocks = (*without_gaps(document.blocks), *appendix_of(document))
    headings = [block for block in blocks if isinstance(block, Heading)]
    if document.one_page or len(headings) < ENOUGH_FOR_CONTENTS:
        return ()
    notices = [block for block in document.blocks if isinstance(block, Notice)]
    room = _FIRST_PAGE_LINES - len(document.facts) - _LINES_OF_A_NOTICE * len(notices)
    two_levels = tuple(heading for heading in headings if heading.level <= _LEVELS_LISTED)
    if sum(map(_lines_listed, two_levels)) <= room:
        return two_levels
    return tuple(heading for heading in two_levels if heading.level == 1)


def _lines_listed(heading: Heading) -> int:
    return ceil(text_width(heading.text, _LISTED_SIZE) / _LISTED_WIDTH)


def is_heading_in_text(paragraph: Paragraph) -> bool:
    """Whether the words stand over what follows, such as the name of a part: all in bold."""
    runs = paragraph.runs
    return bool(runs) and all(run.strong and not run.footnote for run in runs)


def text_instead(chart: Chart) -> str:
    """What is read aloud in place of the picture."""
    return f"{chart.title}. {chart.description}".strip()
