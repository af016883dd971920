"""The report's own charts and tables, ready for a page."""

from dataclasses import dataclass

from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.values.document import ChartBlock, Table

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Tabled:
    title: str
    header: tuple[str, ...]
    rows: Rows
    note: str = ""


@dataclass(frozen=True)
class Drawn:
    """A chart with its text and its table; no picture stands without them."""

    title: str
    text: str
    svg: str
    header: tuple[str, ...] = ()
    rows: Rows = ()
    note: str = ""


def tabled(table: Table | None) -> Tabled | None:
    if table is None:
        return None
    return Tabled(table.title, table.header, table.rows, table.note)


def drawn(block: ChartBlock | None) -> Drawn | None:
    if block is None:
        return None
    chart, table = block.chart, block.table
    found = (table.header, table.rows, table.note) if table else ((), (), "")
    return Drawn(chart.title, chart.description, draw(chart), *found)
