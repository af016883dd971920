"""What Word and PDF share when they set a document: levels, bases, texts of charts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.values.charts import Chart
from stegvis.reports.values.document import Block, Document, Heading, Notice

LOWEST_LEVEL = 3
ENOUGH_FOR_CONTENTS = 8  # headings; a shorter report is read without a list of contents

NOTICE_LABELS = {
    "preliminary": N_("Preliminärt"),
    "missing": N_("Saknas"),
    "note": N_("Att veta"),
}


def notice_label(notice: Notice) -> str:
    return _(NOTICE_LABELS.get(notice.kind, NOTICE_LABELS["note"]))


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


def has_contents(document: Document) -> bool:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    return not document.one_page and len(headings) >= ENOUGH_FOR_CONTENTS


def text_instead(chart: Chart) -> str:
    """What is read aloud in place of the picture."""
    return f"{chart.title}. {chart.description}".strip()
