"""The flow from interest to destination: who went on, and who left at each stage."""

from stegvis.core.values.formatting import NO_BREAK_SPACE, number
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.charts.legend import Entry, legend
from stegvis.reports.calculations.charts.scales import Scale
from stegvis.reports.calculations.charts.svg import (
    ACCENT,
    FAINT,
    LINE,
    QUIET,
    SIZE,
    SMALL,
    TRACK,
    frame,
    rectangle,
    tag,
    text,
    text_lines,
)
from stegvis.reports.calculations.charts.words import text_width, wrapped
from stegvis.reports.values.charts import FlowChart, FlowStage

_WIDEST_LABEL = 0.3  # of the width
_THICK = 26.0
_BETWEEN = 20.0


def draw_flow(chart: FlowChart, width: float) -> str:
    labels = min(
        _WIDEST_LABEL * width, max(text_width(stage.label, SIZE) for stage in chart.stages)
    )
    room = max(text_width(number(stage.count), SIZE, bold=True) for stage in chart.stages)
    highest = max(1, *(stage.count for stage in chart.stages))
    scale = Scale(0, highest, labels + 18, width - room - 14)
    drawn, y = [], 4.0
    for index, stage in enumerate(chart.stages):
        following = chart.stages[index + 1] if index + 1 < len(chart.stages) else None
        row, height = _row((stage, following), y, scale, width)
        drawn.append(row)
        y += height
    marks, height = legend(_entries(chart), y, width)
    return frame(chart.title, chart.description, (width, y + height + 4), "".join(drawn) + marks)


def _row(
    stages: tuple[FlowStage, FlowStage | None], y: float, scale: Scale, width: float
) -> tuple[str, float]:
    stage, following = stages
    left = min(stage.count, sum(count for _why, count in stage.leaving))
    reasons = wrapped(_leaving(stage), SMALL, width - scale.start - 8, 4) if stage.leaving else []
    height = _THICK + len(reasons) * LINE + (8 if reasons else 0)
    stays, end = scale.at(stage.count - left), scale.at(stage.count)
    middle = y + _THICK / 2
    label = wrapped(stage.label, SIZE, scale.start - 17)
    drawn = [
        _bridge(stays, scale, following, (y + _THICK, y + height + _BETWEEN)),
        text_lines(0, middle + SIZE * 0.36 - (len(label) - 1) * LINE / 2, label),
        rectangle(scale.start, y, stays - scale.start, _THICK, ACCENT),
        _leavers(stays, end, y) if left else "",
        text(end + 8, middle + SIZE * 0.36, number(stage.count), font_weight=600),
        text_lines(scale.start + 8, y + _THICK + LINE + 1, reasons, font_size=SMALL, fill=QUIET),
    ]
    return "".join(drawn), height + _BETWEEN


def _leavers(start: float, end: float, y: float) -> str:
    return tag("rect", x=start, y=y, width=end - start, height=_THICK, fill=FAINT, stroke=ACCENT)


def _bridge(
    stays: float, scale: Scale, following: FlowStage | None, between: tuple[float, float]
) -> str:
    """The pale way down to the next stage, as wide as those who took it."""
    if following is None:
        return ""
    (top, bottom), arrive = between, scale.at(following.count)
    points = f"{scale.start:.1f},{top:.1f} {stays:.1f},{top:.1f}"
    points += f" {arrive:.1f},{bottom:.1f} {scale.start:.1f},{bottom:.1f}"
    return tag("polygon", points=points, fill=TRACK)


def _leaving(stage: FlowStage) -> str:
    parts = [f"{why}{NO_BREAK_SPACE}{number(count)}" for why, count in stage.leaving]
    return _("Lämnade: {reasons}").format(reasons=", ".join(parts))


def _entries(chart: FlowChart) -> list[Entry]:
    if not any(stage.leaving for stage in chart.stages):
        return []
    solid = rectangle(0, -6, 20, 12, ACCENT)
    faint = tag("rect", x=0, y=-6, width=20, height=12, fill=FAINT, stroke=ACCENT)
    return [Entry(_("Gick vidare eller är kvar"), solid), Entry(_("Lämnade"), faint)]
