"""A report of twenty pages with six charts as Word and as PDF, and a chart by itself."""

import io
import itertools
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from bench.measure import Measure, milliseconds
from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.files.word import write_word
from stegvis.reports.values.charts import Chart
from stegvis.reports.values.document import Block, ChartBlock, Document, Paragraph, Run, Table
from tests.report_samples import CHARTS, twenty_pages

WORD_LIMIT, PDF_LIMIT, CHART_LIMIT = 500, 300, 5  # milliseconds, issue 2
PAGES = 20


def measures() -> Iterator[Measure]:
    """After a first report that loads fonts; each later one differs in every paragraph."""
    slowest = max(map(_to_draw, CHARTS))
    yield Measure("diagram som SVG, det dyraste", slowest, "ms", CHART_LIMIT)
    editions = map(edition, itertools.count())
    pages = len(PdfReader(io.BytesIO(pdf_bytes(next(editions)))).pages)
    if pages < PAGES:
        message = f"the sample has {pages} pages"
        raise AssertionError(message)
    what = f"{pages} sidor med {len(CHARTS)} diagram"
    taken = milliseconds(lambda: pdf_bytes(next(editions)), times=9)
    yield Measure(f"PDF, {what}", taken, "ms", PDF_LIMIT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        taken = milliseconds(lambda: write_word(next(editions), path), times=9)
    yield Measure(f"Word, {what}", taken, "ms", WORD_LIMIT)


def _to_draw(chart: Chart) -> float:
    return milliseconds(lambda: draw(chart), times=5)


def edition(number: int) -> Document:
    """The same report with other words and other pictures, so that nothing is remembered."""
    document = twenty_pages()
    blocks = tuple(_changed(block, f" ({number})") for block in document.blocks)
    return replace(document, title=f"{document.title} {number}", blocks=blocks)


def _changed(block: Block, mark: str) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, runs=(*block.runs, Run(mark)))
    if isinstance(block, Table):
        return _changed_table(block, mark)
    if isinstance(block, ChartBlock):
        table = block.table and _changed_table(block.table, mark)
        return ChartBlock(replace(block.chart, title=block.chart.title + mark), table)
    return block


def _changed_table(table: Table, mark: str) -> Table:
    rows = tuple((row[0] + mark, *row[1:]) for row in table.rows)
    return replace(table, title=table.title + mark, rows=rows)
