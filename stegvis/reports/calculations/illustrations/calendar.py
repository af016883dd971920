"""What happens along the calendar: seats taken, and money used."""

from collections.abc import Callable
from datetime import date

from stegvis.core.values.formatting import kronor, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number, day_of
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.money import ceiling_of, money_figure
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.values.charts import Line, LineChart
from stegvis.reports.values.document import ChartBlock, Table
from stegvis.results.values.figures import Figure, Point

FEWEST_POINTS = 2
ORE_PER_THOUSAND = 100_000
MOST_TICKS = 8


def seats_chart(subject: Subject) -> ChartBlock | None:
    figure = subject.figure("occupancy")
    curve = figure.points.get("enrolled", ()) if figure and not figure.hidden else ()
    if figure is None or len(curve) < FEWEST_POINTS or not any(point.value for point in curve):
        return None
    seats = seats_decided(subject)
    chart = LineChart(
        title=_("Inskrivna samtidigt, {programme}").format(programme=subject.name),
        description=_seats_description(curve, seats),
        lines=(Line(_("Inskrivna"), _points(curve, 1)),),
        x_title=_("Datum"),
        y_title=_("Inskrivna"),
        ticks=calendar_ticks(curve[0].at, curve[-1].at),
        highest=max([point.value for point in curve] + [seats or 0]),
        limit=(float(seats), _("{n} platser").format(n=number(seats))) if seats else None,
    )
    table = _year_ends(figure, curve, _("Inskrivna"), number)
    return ChartBlock(chart, table, subject.key(figure))


def seats_decided(subject: Subject) -> int | None:
    """The seats on the cut-off, or on the last decided day; None where no number is decided."""
    day = min(subject.follow_up.as_of, subject.definition.last_day or date.max)
    return (
        sum(
            one.number
            for one in subject.definition.seats
            if (one.first is None or one.first <= day) and (one.last is None or day <= one.last)
        )
        or None
    )


def _seats_description(curve: tuple[Point, ...], seats: int | None) -> str:
    most = max(curve, key=lambda point: point.value)
    said = _("Som mest {most} inskrivna samtidigt, {day}.").format(
        most=number(most.value), day=day_of(most.at).isoformat()
    )
    if seats is None:
        return said
    wanted = _("Antal platser: {n}.").format(n=number(seats))
    return f"{said} {wanted}"


def money_chart(subject: Subject) -> ChartBlock | None:
    """Used money adds up over time; the limit is what has been granted."""
    figure = money_figure(subject)
    curve = figure.points.get("used", ()) if figure else ()
    if figure is None or len(curve) < FEWEST_POINTS:
        return None
    limit = ceiling_of(figure)
    chart = LineChart(
        title=_("Rekvirerade medel, {programme}").format(programme=subject.name),
        description=_money_description(curve, limit),
        lines=(Line(_("Rekvirerat"), _points(curve, ORE_PER_THOUSAND), stairs=True),),
        x_title=_("Datum"),
        y_title=_("Tusen kronor"),
        ticks=calendar_ticks(curve[0].at, curve[-1].at),
        highest=max([point.value for point in curve] + [limit]) / ORE_PER_THOUSAND,
        limit=(limit / ORE_PER_THOUSAND, _("Beviljat")) if limit else None,
    )
    table = _year_ends(figure, curve, _("Rekvirerat"), _kronor)
    return ChartBlock(chart, table, subject.key(figure))


def _kronor(ore: float) -> str:
    return kronor(round(ore))


def _money_description(curve: tuple[Point, ...], limit: int) -> str:
    said = _("Rekvirerat till och med {day}: {sum}.").format(
        day=day_of(curve[-1].at).isoformat(), sum=_kronor(curve[-1].value)
    )
    if not limit:
        return said
    granted = _("Beviljat: {sum}.").format(sum=_kronor(limit))
    return f"{said} {granted}"


def _points(curve: tuple[Point, ...], scale: float) -> tuple[tuple[float, float], ...]:
    return tuple((float(point.at), point.value / scale) for point in curve)


def calendar_ticks(first: int, last: int) -> tuple[tuple[float, str], ...]:
    """The first of January of every year within, or the first of months where that is too few."""
    start, end = day_of(first), day_of(last)
    years = [date(year, 1, 1) for year in range(start.year, end.year + 2)]
    within = [day for day in years if start <= day <= end]
    if len(within) >= FEWEST_POINTS:
        every = -(-len(within) // MOST_TICKS)
        return tuple((float(day_number(day)), str(day.year)) for day in within[::every])
    return ((float(first), start.isoformat()), (float(last), end.isoformat()))


def _year_ends(
    figure: Figure, curve: tuple[Point, ...], title: str, shown: Callable[[float], str]
) -> Table:
    """The last point of every year: the chart's numbers, few enough to read."""
    by_year = {day_of(point.at).year: point for point in curve}
    rows = tuple((day_of(point.at).isoformat(), shown(point.value)) for point in by_year.values())
    return Table(
        title=title,
        header=(_("Dag"), title),
        rows=rows,
        numeric=(1,),
        description=_("Det sista värdet för varje år."),
        note=base_note(figure),
    )
