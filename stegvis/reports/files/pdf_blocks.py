"""Blocks as the plain data that the typst template reads; charts as files beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.calculations.charts.svg import HALF_WIDTH, WIDTH, with_plain_colours
from stegvis.reports.calculations.columns import (
    ONE_PAGE,
    PAGE,
    column_shares,
    has_single_lines,
    is_tight,
    stands_whole,
)
from stegvis.reports.calculations.layout import (
    Numbering,
    charts_together,
    is_heading_in_text,
    notice_label,
    text_instead,
)
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


@dataclass
class Laid:
    """Blocks laid out so far, the charts they show, and the bases they refer to by number."""

    one_page: bool
    numbering: Numbering
    blocks: list[dict[str, Any]] = field(default_factory=list)
    charts: dict[str, bytes] = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)
    prefix: str = "base"
    noted: dict[str, str] = field(default_factory=dict)
    notes: int = 0


def lay_out(
    blocks: Iterable[Block], numbering: Numbering, *, one_page: bool, prefix: str = "base"
) -> Laid:
    """`prefix` tells the names of notes apart from those of another part of the report."""
    laid = Laid(one_page, numbering, prefix=prefix)
    for several in charts_together(blocks, one_page=one_page):
        charts = [block for block in several if isinstance(block, ChartBlock)]
        if charts:
            _add_charts(charts, laid)
        else:
            laid.blocks += [_block(block, laid) for block in several]
    return laid


def _block(block: Block, laid: Laid) -> dict[str, Any]:
    match block:
        case Heading():
            laid.noted.clear()
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            runs = _runs(block.runs, laid)
            sticky = is_heading_in_text(block)
            return {"kind": "paragraph", "style": block.style, "runs": runs, "sticky": sticky}
        case Bullets():
            return {"kind": "bullets", "items": [_runs(item, laid) for item in block.items]}
        case Notice():
            urgent = block.kind != "note"
            label = notice_label(block)
            return {"kind": "notice", "label": label, "text": block.text, "urgent": urgent}
        case Signatures():
            return {"kind": "signatures"} | vars(block)
        case Table():
            return _table(block, laid)
        case _:
            message = f"a block of an unknown kind: {type(block).__name__}"
            raise TypeError(message)


def _table(table: Table, laid: Laid) -> dict[str, Any]:
    page = ONE_PAGE if laid.one_page else PAGE
    return vars(table) | {
        "kind": "table",
        "caption": _caption(laid.numbering.table(), table.title, laid),
        "shares": column_shares(table, page),
        "whole": stands_whole(table, page),
        "hyphenate": is_tight(table, page),
        "single_lines": has_single_lines(table, page),
    }


def _caption(label: tuple[str, int], title: str, laid: Laid) -> str:
    """On one page nothing is referred to by number."""
    name, number = label
    return title if laid.one_page else f"{name} {number}. {title}"


def _runs(runs: Iterable[Run], laid: Laid) -> list[dict[str, Any]]:
    return [_run(run, laid) for run in runs]


def _run(run: Run, laid: Laid) -> dict[str, Any]:
    """A base that comes again keeps its number: on one page, else under the same heading."""
    if not run.footnote:
        return vars(run)
    if not laid.one_page:
        return vars(run) | _mark(run.footnote, laid)
    if run.footnote not in laid.bases:
        laid.bases.append(run.footnote)
    return vars(run) | {"number": laid.bases.index(run.footnote) + 1}


def _mark(base: str, laid: Laid) -> dict[str, Any]:
    """`mark` names the note in the PDF; the first that has it carries the words."""
    again = base in laid.noted
    if not again:
        laid.notes += 1
        laid.noted[base] = f"{laid.prefix}-{laid.notes}"
    return {"mark": laid.noted[base], "again": again}


def _add_charts(charts: Sequence[ChartBlock], laid: Laid) -> None:
    if len(charts) > 1:
        laid.blocks.append({"kind": "pair", "charts": _pictures(charts, laid, HALF_WIDTH)})
    else:
        laid.blocks.append({"kind": "chart"} | _pictures(charts, laid, WIDTH)[0])
    laid.blocks += [_table(one.table, laid) for one in charts if one.table]


def _pictures(charts: Sequence[ChartBlock], laid: Laid, width: float) -> list[dict[str, Any]]:
    shown = []
    for block in charts:
        label = laid.numbering.chart()
        file = f"chart-{label[1]}.svg"
        laid.charts[file] = with_plain_colours(draw(block.chart, width)).encode()
        caption = _caption(label, block.chart.title, laid)
        shown.append({"caption": caption, "alt": text_instead(block.chart), "file": file})
    return shown
