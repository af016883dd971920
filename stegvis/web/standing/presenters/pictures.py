"""The picture of one figure: the report's own where it has one, else bars of its groups."""

from collections.abc import Callable

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number
from stegvis.reports.calculations.figure_words import group_name
from stegvis.reports.calculations.illustrations import waiting
from stegvis.reports.calculations.illustrations.calendar import (
    calendar_ticks,
    money_chart,
    seats_chart,
)
from stegvis.reports.calculations.illustrations.flow import flow_chart
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.breakdowns import count_of, largest_first, main_grouping
from stegvis.reports.calculations.wording.outcomes import counted, in_order, shown_group
from stegvis.reports.calculations.wording.scales import Scale, scale_of
from stegvis.reports.calculations.wording.vocabulary import GENDER
from stegvis.reports.values.charts import Bar, BarChart, Line, LineChart
from stegvis.reports.values.document import ChartBlock
from stegvis.results.values.figures import Cell, Figure
from stegvis.web.standing.presenters.blocks import Drawn, drawn

WHOLE = 1.0
FEWEST = 2
OWN: dict[str, Callable[[Subject], ChartBlock | None]] = {
    "attrition": flow_chart,
    "occupancy": seats_chart,
    "money-used": money_chart,
    waiting.FIGURE: waiting.waiting_chart,
}
MOST_BARS = 12


def picture(figure: Figure, subject: Subject) -> Drawn | None:
    if figure.hidden:
        return None
    if figure.id in OWN:
        return drawn(OWN[figure.id](subject.alone()))
    if figure.kind == "distribution":
        return _divided(figure, subject)
    return _beside_target(figure, subject)


def _divided(figure: Figure, subject: Subject) -> Drawn | None:
    grouping, cells = main_grouping(figure)
    shown = [(code, cell) for code, cell in largest_first(cells) if not cell.hidden][:MOST_BARS]
    bars = [
        Bar(group_name(grouping, code, subject.words), count_of(cell), str(count_of(cell)))
        for code, cell in shown
    ]
    return _bars(figure, bars, _("Antal för varje svar, det vanligaste först."))


def _beside_target(figure: Figure, subject: Subject) -> Drawn | None:
    """All first, then women and men, with what is uncertain where it is a share."""
    scale = scale_of(figure, subject.words)
    if figure.value is None or scale not in {Scale.SHARE, Scale.NUMBER, Scale.MEAN}:
        return None
    groups = [(c, o) for c, o in in_order(figure.groups.get(GENDER, {})) if o.value is not None]
    if not groups and scale is not Scale.SHARE:
        return None
    whole = Cell(figure.value, figure.k, figure.n, interval=figure.interval)
    bars = [_bar(_("Alla"), whole, counted(figure, subject.words), figure)]
    bars += [
        _bar(group_name(GENDER, code, subject.words), cell, _shown(cell, figure, subject), figure)
        for code, cell in groups
    ]
    return _bars(figure, bars, _said(bars), as_percent=scale is Scale.SHARE)


def _shown(cell: Cell, figure: Figure, subject: Subject) -> str:
    return shown_group(cell, figure, subject.words)


def _bar(label: str, cell: Cell, shown: str, figure: Figure) -> Bar:
    interval = cell.interval
    return Bar(
        label=label,
        value=cell.value or 0,
        shown=shown,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        target=figure.target.value if figure.target and label == _("Alla") else None,
    )


def _said(bars: list[Bar]) -> str:
    return ". ".join(f"{bar.label}: {bar.shown}" for bar in bars) + "."


def _bars(figure: Figure, bars: list[Bar], text: str, *, as_percent: bool = False) -> Drawn | None:
    if not bars:
        return None
    tops = [one for bar in bars for one in (bar.value, bar.target or 0)]
    chart = BarChart(
        title=figure.goal.rstrip("."),
        description=text,
        bars=tuple(bars),
        highest=WHOLE if as_percent else max(tops),
        as_percent=as_percent,
    )
    return drawn(ChartBlock(chart))


def over_time(figures: list[Figure], subject: Subject) -> Drawn | None:
    """The same figure day after day; None before there are two."""
    known = [one for one in figures if one.value is not None and not one.hidden]
    if len(known) < FEWEST or figures[-1].unit == "krona":
        return None
    is_share = scale_of(figures[-1], subject.words) is Scale.SHARE
    days = [float(day_number(one.cut_off)) for one in known]
    values = [float(one.value or 0) for one in known]
    target = figures[-1].target
    chart = LineChart(
        title=_("Över tid"),
        description=_("Samma siffra vid varje halvårsskifte, räknad på samma sätt."),
        lines=(Line(_("Utfall"), tuple(zip(days, values, strict=True))),),
        x_title=_("Datum"),
        y_title=_("Andel") if is_share else _("Utfall"),
        ticks=calendar_ticks(int(days[0]), int(days[-1])),
        highest=WHOLE if is_share else max(values),
        as_percent=is_share,
        limit=(target.value, _("Mål")) if target else None,
    )
    return drawn(ChartBlock(chart))
