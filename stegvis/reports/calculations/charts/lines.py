"""Lines and stairs over time: survival with numbers at risk, money, seats."""

from dataclasses import dataclass

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.charts.axis import spread
from stegvis.reports.calculations.charts.legend import Entry, legend
from stegvis.reports.calculations.charts.paths import band_path, line_path
from stegvis.reports.calculations.charts.scales import Scale, round_ticks, tick_text
from stegvis.reports.calculations.charts.svg import (
    ACCENT,
    GRID,
    INK,
    PAPER,
    QUIET,
    SIZE,
    SMALL,
    SOFT,
    frame,
    line,
    tag,
    text,
)
from stegvis.reports.calculations.charts.words import text_width
from stegvis.reports.values.charts import Line, LineChart

_ABOVE_LIMIT = 1.1  # room for the words on the limit
_PLOT, _PLOT_PER_WIDTH = 90.0, 0.22  # the height of the plot
_STROKES = ((ACCENT, "none"), (INK, "7 4"), (QUIET, "2 4"), (ACCENT, "10 4 2 4"))
"""Colour and dash; the dash alone tells the lines apart."""


@dataclass(frozen=True)
class _Plot:
    x: Scale
    y: Scale
    ticks: list[float]


def draw_lines(chart: LineChart, width: float) -> str:
    marks, above = legend(_entries(chart), 22, width) if _needs_legend(chart) else ("", 0.0)
    plot = _plot(chart, 32 + above, width)
    body = [
        text(0, SIZE, chart.y_title, font_size=SMALL, fill=QUIET),
        marks,
        _grid(chart, plot),
        *(_band(one, plot) for one in chart.lines),
        _limit(chart, plot),
        *(_line(one, index, plot) for index, one in enumerate(chart.lines)),
        _axis(chart, plot),
    ]
    below, height = _at_risk(chart, plot)
    return frame(chart.title, chart.description, (width, height), "".join(body) + below)


def _plot(chart: LineChart, top: float, width: float) -> _Plot:
    values = [y for one in chart.lines for _x, y in (*one.points, *one.high)]
    highest = max([chart.highest, *values, chart.limit[0] * _ABOVE_LIMIT if chart.limit else 0.0])
    ticks = round_ticks(highest, as_percent=chart.as_percent)
    words = [tick_text(tick, as_percent=chart.as_percent) for tick in ticks]
    start = max(text_width(one, SMALL) for one in words) + 10
    places = [x for one in chart.lines for x, _y in one.points] + [x for x, _text in chart.ticks]
    across = Scale(min(places), max(places), start + 6, width - 22)
    bottom = top + _PLOT + round(_PLOT_PER_WIDTH * width)
    return _Plot(across, Scale(0, ticks[-1], bottom, top), ticks)


def _grid(chart: LineChart, plot: _Plot) -> str:
    drawn = []
    for tick in plot.ticks:
        y, words = plot.y.at(tick), tick_text(tick, as_percent=chart.as_percent)
        stroke = QUIET if tick == 0 else GRID
        drawn.append(line((plot.x.start - 6, y), (plot.x.end + 6, y), stroke=stroke))
        drawn.append(
            text(
                plot.x.start - 12,
                y + SMALL * 0.36,
                words,
                font_size=SMALL,
                fill=QUIET,
                text_anchor="end",
            )
        )
    return "".join(drawn)


def _band(one: Line, plot: _Plot) -> str:
    if not (one.low and one.high):
        return ""
    path = band_path(one, plot.x, plot.y)
    return tag("path", d=path, fill=SOFT, fill_opacity=0.35)


def _line(one: Line, index: int, plot: _Plot) -> str:
    colour, dash = _STROKES[index % len(_STROKES)]
    if len(one.points) == 1:
        x, y = one.points[0]
        return tag("circle", cx=plot.x.at(x), cy=plot.y.at(y), r=4, fill=colour)
    path = line_path(one, plot.x, plot.y)
    return tag(
        "path",
        d=path,
        fill="none",
        stroke=colour,
        stroke_width=2.5,
        stroke_dasharray=dash,
        stroke_linejoin="round",
    )


def _limit(chart: LineChart, plot: _Plot) -> str:
    if chart.limit is None:
        return ""
    y = plot.y.at(chart.limit[0])
    drawn = line(
        (plot.x.start - 6, y),
        (plot.x.end + 6, y),
        stroke=INK,
        stroke_width=1.5,
        stroke_dasharray="4 3",
    )
    return drawn + text(
        plot.x.start,
        y - 6,
        chart.limit[1],
        font_size=SMALL,
        paint_order="stroke",
        stroke=PAPER,
        stroke_width=3,
    )


def _axis(chart: LineChart, plot: _Plot) -> str:
    bottom = plot.y.start
    drawn = [
        line((plot.x.at(x), bottom), (plot.x.at(x), bottom + 5), stroke=QUIET)
        for x, _words in chart.ticks
    ]
    drawn.append(
        spread([(plot.x.at(x), words) for x, words in chart.ticks], bottom + 20, plot.x.end + 22)
    )
    middle = (plot.x.start + plot.x.end) / 2
    title = text(
        middle, bottom + 40, chart.x_title, font_size=SMALL, fill=QUIET, text_anchor="middle"
    )
    return "".join(drawn) + title


def _at_risk(chart: LineChart, plot: _Plot) -> tuple[str, float]:
    bottom = plot.y.start + 50
    if not chart.at_risk:
        return "", bottom
    head = text(0, bottom + 14, _("Antal som ännu följs"), font_size=SMALL, font_weight=600)
    numbers = [(plot.x.at(x), number(count)) for x, count in chart.at_risk]
    return head + spread(numbers, bottom + 33, plot.x.end + 22), bottom + 42


def _needs_legend(chart: LineChart) -> bool:
    return len(chart.lines) > 1 or any(one.low and one.high for one in chart.lines)


def _entries(chart: LineChart) -> list[Entry]:
    entries = []
    for index, one in enumerate(chart.lines):
        colour, dash = _STROKES[index % len(_STROKES)]
        sample = line((0, 0), (22, 0), stroke=colour, stroke_width=2.5, stroke_dasharray=dash)
        entries.append(Entry(one.label, sample))
    if any(one.low and one.high for one in chart.lines):
        band = tag("rect", x=0, y=-6, width=20, height=12, fill=SOFT, fill_opacity=0.35)
        entries.append(Entry(_("95 % osäkerhetsintervall"), band))
    return entries
