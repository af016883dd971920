"""How long it takes to work or studies, with the number who are still waiting."""

from stegvis.core.values.formatting import number, percent
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.values.charts import Line, LineChart
from stegvis.reports.values.document import ChartBlock, Table
from stegvis.results.values.figures import Figure, Point

FIGURE = "time-to-work-or-studies"
DAYS_A_MONTH = 365.25 / 12
MONTHS_BETWEEN_TICKS = 6
FEWEST_POINTS = 2
TELL_AT = (180, 365, 540)
"""Days at which the share is said in words and in the table: 6, 12 and 18 months."""


def waiting_chart(subject: Subject) -> ChartBlock | None:
    figure = subject.figure(FIGURE)
    curve = curve_of(figure)
    if figure is None or len(curve) < FEWEST_POINTS:
        return None
    chart = LineChart(
        title=_("Tid till arbete eller studier, {programme}").format(programme=subject.name),
        description=_description(curve),
        lines=(_line(curve),),
        x_title=_("Månader från inskrivning"),
        y_title=_("Andel som börjat arbeta eller studera"),
        ticks=month_ticks(curve[-1].at),
        highest=1.0,
        as_percent=True,
        at_risk=tuple((day, _at_risk(curve, day)) for day in (0, *TELL_AT) if day <= curve[-1].at),
    )
    return ChartBlock(chart, _table(figure, curve), subject.key(figure))


def curve_of(figure: Figure | None) -> tuple[Point, ...]:
    if figure is None or figure.hidden or not figure.points:
        return ()
    return figure.points.get("all") or next(iter(figure.points.values()))


def _line(curve: tuple[Point, ...]) -> Line:
    start = (0.0, 0.0)
    return Line(
        label=_("Alla"),
        points=(start, *((float(point.at), point.value) for point in curve)),
        low=tuple((float(point.at), point.low) for point in curve if point.low is not None),
        high=tuple((float(point.at), point.high) for point in curve if point.high is not None),
        stairs=True,
    )


def month_ticks(last_day: int) -> tuple[tuple[float, str], ...]:
    months = int(last_day / DAYS_A_MONTH)
    step = MONTHS_BETWEEN_TICKS if months > MONTHS_BETWEEN_TICKS else 1
    return tuple((month * DAYS_A_MONTH, str(month)) for month in range(0, months + 1, step))


def share_at(curve: tuple[Point, ...], day: int) -> Point | None:
    """The stairs' height on a day; None before the first and after the last step."""
    if not curve or day > curve[-1].at:
        return None
    return next((point for point in reversed(curve) if point.at <= day), None)


def _at_risk(curve: tuple[Point, ...], day: int) -> int:
    later = next((point for point in curve if point.at >= day), curve[-1])
    return later.at_risk or 0


def _told(curve: tuple[Point, ...]) -> list[tuple[int, Point]]:
    found = [(day, share_at(curve, day)) for day in TELL_AT]
    return [(day, point) for day, point in found if point is not None]


def _description(curve: tuple[Point, ...]) -> str:
    said = [
        _("Efter {months} månader: {share}.").format(
            months=round(day / DAYS_A_MONTH), share=percent(point.value)
        )
        for day, point in _told(curve)
    ]
    return " ".join([_("Trappa som stiger när någon börjar arbeta eller studera."), *said])


def _table(figure: Figure, curve: tuple[Point, ...]) -> Table | None:
    rows = [
        (
            _("{months} månader").format(months=round(day / DAYS_A_MONTH)),
            percent(point.value),
            _span(point),
            number(_at_risk(curve, day)),
        )
        for day, point in _told(curve)
    ]
    if not rows:
        return None
    return Table(
        title=_("Andel som börjat arbeta eller studera"),
        header=(_("Efter"), _("Andel"), _("Osäkerhet (95 %)"), _("Följs fortfarande")),
        rows=tuple(rows),
        numeric=(1, 2, 3),
        description=_("Andelen efter sex, tolv och arton månader, och hur många som följs då."),
        note=base_note(figure),
    )


def _span(point: Point) -> str:
    if point.low is None or point.high is None:
        return "–"
    return _("{low} – {high}").format(low=percent(point.low), high=percent(point.high))
