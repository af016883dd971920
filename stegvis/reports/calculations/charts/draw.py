"""A chart as SVG, whatever its kind; a chart without data says so."""

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.charts.bars import draw_bars
from stegvis.reports.calculations.charts.flow import draw_flow
from stegvis.reports.calculations.charts.lines import draw_lines
from stegvis.reports.calculations.charts.svg import QUIET, TRACK, WIDTH, frame, rectangle, text
from stegvis.reports.values.charts import BarChart, Chart, FlowChart

_EMPTY_HEIGHT = 72.0


def draw(chart: Chart, width: float = WIDTH) -> str:
    if is_empty(chart):
        return _empty(chart, width)
    if isinstance(chart, BarChart):
        return draw_bars(chart, width)
    if isinstance(chart, FlowChart):
        return draw_flow(chart, width)
    return draw_lines(chart, width)


def is_empty(chart: Chart) -> bool:
    if isinstance(chart, BarChart):
        return not chart.bars
    if isinstance(chart, FlowChart):
        return not any(stage.count for stage in chart.stages)
    return not any(line.points for line in chart.lines)


def _empty(chart: Chart, width: float) -> str:
    box = rectangle(0, 0, width, _EMPTY_HEIGHT, TRACK)
    words = text(
        width / 2, _EMPTY_HEIGHT / 2 + 5, _("Inga uppgifter"), fill=QUIET, text_anchor="middle"
    )
    return frame(chart.title, chart.description, (width, _EMPTY_HEIGHT), box + words)
