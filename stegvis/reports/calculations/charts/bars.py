"""Bars with their interval and target."""

from dataclasses import dataclass
from itertools import groupby

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.charts.axis import spread
from stegvis.reports.calculations.charts.legend import Entry, legend
from stegvis.reports.calculations.charts.scales import Scale, round_ticks, tick_text
from stegvis.reports.calculations.charts.svg import (
    ACCENT,
    FILLS,
    GRID,
    INK,
    LINE,
    PAPER,
    SIZE,
    TRACK,
    frame,
    line,
    rectangle,
    tag,
    text,
    text_lines,
)
from stegvis.reports.calculations.charts.words import shortened, text_width, wrapped
from stegvis.reports.values.charts import Bar, BarChart

_WIDEST_LABEL, _WIDEST_SHOWN = 0.36, 0.24  # of the width
_BOLD_SIZE = SIZE * 1.05  # bold letters are that much wider
_MOST_LABEL_LINES = 4
_THICK = 16.0
_ROW_GAP = 14.0
_GROUP_HEAD = 30.0
_REACH = 4.0  # how far a target mark stands out above and below its bar


@dataclass(frozen=True)
class _Layout:
    labels: float
    scale: Scale
    shown: float
    fills: dict[str, str]


def draw_bars(chart: BarChart, width: float) -> str:
    layout = _layout(chart, width)
    drawn, y = [], 4.0
    for group, bars in groupby(chart.bars, key=lambda bar: bar.group):
        if group:
            head = shortened(group, SIZE, width)
            drawn.append(text(0, y + _GROUP_HEAD - 6, head, font_weight=600))
            y += _GROUP_HEAD
        for bar in bars:
            row, height = _row(bar, y, layout)
            drawn.append(row)
            y += height
    axis = _axis(chart, layout.scale, y, width)
    entries = _entries(chart, layout.fills)
    marks, height = legend(entries, y + 28, width)
    return frame(
        chart.title, chart.description, (width, y + 30 + height), axis + "".join(drawn) + marks
    )


def _layout(chart: BarChart, width: float) -> _Layout:
    widest = max(text_width(bar.label, SIZE) for bar in chart.bars)
    labels = min(widest, _WIDEST_LABEL * width)
    shown = min(
        _WIDEST_SHOWN * width, max(text_width(bar.shown, SIZE, bold=True) for bar in chart.bars)
    )
    highest = max([chart.highest, *(_highest(bar) for bar in chart.bars)])
    ticks = round_ticks(highest, as_percent=chart.as_percent)
    end = width - shown - 16
    return _Layout(labels, Scale(0, ticks[-1], labels + 16, end), shown, _fills(chart))


def _highest(bar: Bar) -> float:
    return max(bar.value, bar.high or 0.0, bar.target or 0.0)


def _fills(chart: BarChart) -> dict[str, str]:
    """A fill by label where the same labels come back in several groups, such as women and men."""
    labels = list(dict.fromkeys(bar.label for bar in chart.bars))
    groups = {bar.group for bar in chart.bars}
    if len(groups) > 1 and len(labels) < len(chart.bars) and len(labels) <= len(FILLS):
        return dict(zip(labels, FILLS, strict=False))
    return dict.fromkeys(labels, ACCENT)


def _row(bar: Bar, y: float, layout: _Layout) -> tuple[str, float]:
    label = wrapped(bar.label, SIZE, layout.labels + 1, _MOST_LABEL_LINES)
    shown = wrapped(bar.shown, _BOLD_SIZE, layout.shown + 1)
    height = max(len(label), len(shown)) * LINE + _ROW_GAP
    middle = y + height / 2
    base = SIZE * 0.36 + middle
    drawn = [
        text_lines(0, base - (len(label) - 1) * LINE / 2, label),
        _bar(bar, middle, layout),
        text_lines(
            layout.scale.end + 12, base - (len(shown) - 1) * LINE / 2, shown, font_weight=600
        ),
    ]
    return "".join(drawn), height


def _bar(bar: Bar, middle: float, layout: _Layout) -> str:
    scale, top = layout.scale, middle - _THICK / 2
    start, end = scale.start, scale.at(bar.value)
    drawn = rectangle(start, top, scale.end - start, _THICK, TRACK)
    drawn += tag(
        "rect",
        x=start,
        y=top,
        width=end - start,
        height=_THICK,
        fill=layout.fills[bar.label],
        stroke=ACCENT,
    )
    if bar.low is not None and bar.high is not None:
        drawn += _interval(scale.at(bar.low), scale.at(bar.high), middle)
    return drawn if bar.target is None else drawn + _target(scale.at(bar.target), middle)


def _interval(low: float, high: float, middle: float) -> str:
    """Dark on a pale edge, so that it is seen on the bar and beside it."""
    path = f"M{low:.1f} {middle - 4:.1f}v8m0-4H{high:.1f}m0-4v8"
    edge = tag("path", d=path, fill="none", stroke=PAPER, stroke_width=4)
    return edge + tag("path", d=path, fill="none", stroke=INK, stroke_width=1.5)


def _target(x: float, middle: float) -> str:
    top, bottom = middle - _THICK / 2 - _REACH, middle + _THICK / 2 + _REACH
    edge = line((x, top), (x, bottom), stroke=PAPER, stroke_width=5)
    mark = line((x, top), (x, bottom), stroke=INK, stroke_width=2.5)
    head = tag("path", d=f"M{x - 4:.1f} {top - 3:.1f}h8l-4 6z", fill=INK)
    return edge + mark + head


def _axis(chart: BarChart, scale: Scale, bottom: float, width: float) -> str:
    ticks = round_ticks(scale.highest, as_percent=chart.as_percent)
    labels = [(scale.at(tick), tick_text(tick, as_percent=chart.as_percent)) for tick in ticks]
    grid = [line((x, 2), (x, bottom), stroke=GRID) for x, _words in labels]
    return "".join(grid) + spread(labels, bottom + 16, width)


def _entries(chart: BarChart, fills: dict[str, str]) -> list[Entry]:
    entries = []
    if len(set(fills.values())) > 1:
        entries = [Entry(label, _sample(fill)) for label, fill in fills.items()]
    if any(bar.low is not None and bar.high is not None for bar in chart.bars):
        entries.append(Entry(_("95 % osäkerhetsintervall"), _interval(1, 19, 0)))
    if any(bar.target is not None for bar in chart.bars):
        mark = line((10, -8), (10, 8), stroke=INK, stroke_width=2.5)
        head = tag("path", d="M6 -10h8l-4 6z", fill=INK)
        entries.append(Entry(_("Mål"), mark + head))
    return entries


def _sample(fill: str) -> str:
    return tag("rect", x=0, y=-6, width=20, height=12, fill=fill, stroke=ACCENT)
