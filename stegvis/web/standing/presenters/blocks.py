"""The report's own charts and tables, ready for a page."""

import re
from dataclasses import dataclass

from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.values.document import ChartBlock, Table

Rows = tuple[tuple[str, ...], ...]
ONLY_A_DAY = re.compile(r"\D*\d{4}-\d{2}-\d{2}\.")


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
    return Tabled(table.title, table.header, table.rows, _note(table))


def drawn(block: ChartBlock | None) -> Drawn | None:
    if block is None:
        return None
    chart, table = block.chart, block.table
    found = (table.header, table.rows, _note(table)) if table else ((), (), "")
    return Drawn(chart.title, chart.description, draw(chart), *found)


def _note(table: Table) -> str:
    """Not when it only repeats the day, which stands on top of the page."""
    return "" if ONLY_A_DAY.fullmatch(table.note) else table.note
