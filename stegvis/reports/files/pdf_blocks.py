"""Blocks as the plain data that the typst template reads; charts as files beside it."""

from collections.abc import Iterable
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


def lay_out(blocks: Iterable[Block], numbering: Numbering, *, one_page: bool) -> Laid:
    laid = Laid(one_page, numbering)
    for block in blocks:
        if isinstance(block, ChartBlock):
            _add_chart(block, laid)
        else:
            laid.blocks.append(_block(block, laid))
    return laid


def _block(block: Block, laid: Laid) -> dict[str, Any]:
    match block:
        case Heading():
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
    """On one page a base that comes again keeps its number."""
    if not (laid.one_page and run.footnote):
        return vars(run)
    if run.footnote not in laid.bases:
        laid.bases.append(run.footnote)
    return vars(run) | {"number": laid.bases.index(run.footnote) + 1}


def _add_chart(block: ChartBlock, laid: Laid) -> None:
    """On one page two charts stand side by side."""
    label = laid.numbering.chart()
    file = f"chart-{label[1]}.svg"
    svg = draw(block.chart, HALF_WIDTH if laid.one_page else WIDTH)
    laid.charts[file] = with_plain_colours(svg).encode()
    caption = _caption(label, block.chart.title, laid)
    shown = {"caption": caption, "alt": text_instead(block.chart), "file": file}
    latest = laid.blocks[-1] if laid.blocks else {}
    if laid.one_page and latest.get("kind") == "pair" and len(latest["charts"]) == 1:
        latest["charts"].append(shown)
    elif laid.one_page:
        laid.blocks.append({"kind": "pair", "charts": [shown]})
    else:
        laid.blocks.append({"kind": "chart"} | shown)
    if block.table:
        laid.blocks.append(_table(block.table, laid))
