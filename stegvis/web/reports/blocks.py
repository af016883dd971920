"""The blocks of a report as a page shows them: the same that Word and PDF are written from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from stegvis.core.values.language import speaking
from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.calculations.layout import is_heading_in_text, notice_label
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

LOWEST_LEVEL = 6
NOTICE_KINDS = {"preliminary": "warning", "missing": "warning"}
_ID_OF_CHART = re.compile(r"\bc[0-9a-f]{8}(?=-)")
"""A chart drawn twice on a page would have the same ids twice."""

Links = Mapping[str, str]
"""The address of each figure's page, by `programme/figure`."""


@dataclass(frozen=True)
class ShownRun:
    """`mark` is the number of its base under the same heading, 0 where it has none."""

    text: str
    strong: bool = False
    href: str = ""
    mark: int = 0


@dataclass(frozen=True)
class ShownCell:
    text: str
    is_number: bool = False


@dataclass(frozen=True)
class ShownRow:
    cells: tuple[ShownCell, ...]
    href: str = ""
    is_total: bool = False


@dataclass(frozen=True)
class ShownBlock:
    """`kind` says which of the other fields there are; `level` is that of the HTML heading."""

    kind: str
    text: str = ""
    id: str = ""
    level: int = 2
    style: str = ""
    runs: tuple[ShownRun, ...] = ()
    items: tuple[tuple[ShownRun, ...], ...] = ()
    head: tuple[ShownCell, ...] = ()
    body: tuple[ShownRow, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    drawn: str = ""
    href: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """Blocks and the bases that their marks refer to; `key` tells them apart on a page."""

    blocks: tuple[ShownBlock, ...]
    bases: tuple[tuple[int, str], ...] = ()
    key: str = ""


@dataclass
class BlockReader:
    """Reads the blocks of one page, so that every chart and every base has an id of its own."""

    links: Links = field(default_factory=dict)
    language: str = "sv"
    top: int = 2
    """The level of the page's heading that a report's main headings are."""
    charts: Iterable[int] = field(default_factory=lambda: count(1))
    parts: Iterable[int] = field(default_factory=lambda: count(1))
    bases: list[str] = field(default_factory=list)

    def shown(self, blocks: Iterable[Block]) -> Shown:
        """Bases are numbered from one in each."""
        self.bases = []
        with speaking(self.language):
            read = tuple(self._block(block) for block in blocks)
        numbered = tuple(enumerate(self.bases, start=1))
        return Shown(read, numbered, f"p{next(iter(self.parts))}")

    def _block(self, block: Block) -> ShownBlock:  # noqa: PLR0911 - one answer for each kind
        match block:
            case Heading():
                level = min(block.level - 1 + self.top, LOWEST_LEVEL)
                return ShownBlock("heading", block.text, block.id, level)
            case Paragraph():
                style = "over" if is_heading_in_text(block) else block.style
                return ShownBlock("paragraph", style=style, runs=self._runs(block.runs))
            case Bullets():
                return ShownBlock("bullets", items=tuple(map(self._runs, block.items)))
            case Notice():
                kind = NOTICE_KINDS.get(block.kind, "info")
                return ShownBlock("notice", notice_label(block), note=block.text, style=kind)
            case Signatures():
                names = tuple((ShownRun(name),) for name in block.organisations)
                return ShownBlock("signatures", items=names, labels=block.labels)
            case Table():
                return self._table(block)
            case ChartBlock():
                return self._chart(block)

    def _runs(self, runs: Sequence[Run]) -> tuple[ShownRun, ...]:
        return tuple(self._run(run) for run in runs)

    def _run(self, run: Run) -> ShownRun:
        mark = 0
        if run.footnote:
            if run.footnote not in self.bases:
                self.bases.append(run.footnote)
            mark = self.bases.index(run.footnote) + 1
        return ShownRun(run.text, run.strong, self.links.get(run.figure, ""), mark)

    def _table(self, table: Table) -> ShownBlock:
        figures = table.figures or ("",) * len(table.rows)
        return ShownBlock(
            "table",
            table.title,
            head=_cells(table.header, table.numeric),
            body=tuple(
                ShownRow(
                    _cells(row, table.numeric),
                    self.links.get(figure, ""),
                    table.total_row and at == len(table.rows),
                )
                for at, (row, figure) in enumerate(zip(table.rows, figures, strict=True), start=1)
            ),
            note=table.note,
            href=self.links.get(table.figure, ""),
        )

    def _chart(self, block: ChartBlock) -> ShownBlock:
        number = next(iter(self.charts))
        return ShownBlock(
            "chart",
            block.chart.title,
            note=block.chart.description,
            drawn=_ID_OF_CHART.sub(rf"\g<0>n{number}", draw(block.chart)),
            headings=block.table.header if block.table else (),
            rows=block.table.rows if block.table else (),
            href=self.links.get(block.figure, ""),
        )


def _cells(words: Sequence[str], numeric: Sequence[int]) -> tuple[ShownCell, ...]:
    return tuple(ShownCell(one, at in numeric) for at, one in enumerate(words))
