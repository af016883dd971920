"""How long people stay, and how many seats are taken over time."""

from datetime import date, timedelta

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import add_months, day_number, day_of
from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds.standing import occupied
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.evaluation.standard.making import exited_words, made
from stegvis.results.values.figures import Cell, Figure, Point

MOST_POINTS = 60
STEPS = (1, 3, 6, 12)  # months between two points of the curve


def seats(frames: Frames) -> list[Figure]:
    if not frames.has("enrolments"):
        return []
    return [*_time_enrolled(frames), occupancy(frames)]


def _time_enrolled(frames: Frames) -> list[Figure]:
    """Mean and median days of those who have left; those who remain are shown apart."""
    closed = ~nw.col("exited_on").is_null()
    rows = frames.journeys.with_columns(
        state=nw.when(closed).then(nw.lit("closed")).otherwise(nw.lit("ongoing"))
    )
    by_state, by_gender = _times(rows, "state"), _times(rows.filter(closed), "gender")
    figures = []
    for place, (figure_id, title, method) in enumerate(
        (
            ("days-enrolled", _("Genomsnittlig inskrivningstid"), "mean"),
            ("days-enrolled-median", _("Inskrivningstid, median"), "median"),
        )
    ):
        cells = {state: Cell(times[place], n=times[2]) for state, times in by_state.items()}
        genders = {code: Cell(times[place], n=times[2]) for code, times in by_gender.items()}
        figures.append(
            made(
                frames,
                figure_id,
                title,
                Unit.DAY,
                kind="duration",
                value=cells["closed"].value if "closed" in cells else None,
                n=cells["closed"].n if "closed" in cells else 0,
                population="exited",
                population_name=exited_words(),
                groups={"state": cells, "gender": genders},
                method=method,
            )
        )
    return figures


def _times(rows: Rows, by: str) -> dict[str, tuple[float, float, int]]:
    days = nw.col("days_enrolled")
    found = (
        rows.group_by(by)
        .agg(days.mean().alias("mean"), days.median().alias("median"), nw.len().alias("n"))
        .pipe(computed)
    )
    return {
        row[by] or "": (float(row["mean"]), float(row["median"]), int(row["n"]))
        for row in found.sort(by).iter_rows(named=True)
    }


def occupancy(frames: Frames) -> Figure:
    span = _span(frames)
    decided = tuple(
        Point(day_number(seat.first), seat.number, name=seat.seat)
        for seat in frames.definition.seats
        if seat.first
    )
    return made(
        frames,
        "occupancy",
        _("Inskrivna samtidigt"),
        Unit.SEAT,
        kind="series",
        value=_mean_taken(frames, *span) if span else None,
        points={"enrolled": _curve(frames, *span) if span else (), "seats": decided},
        method="mean_of_days",
    )


def _span(frames: Frames) -> tuple[date, date] | None:
    """The decided period up to the cut-off, or the day of it; None before it has begun."""
    cut_off = day_of(frames.cut_off)
    first = frames.first_day or cut_off
    last = min(frames.definition.last_day or cut_off, cut_off)
    return (first, last) if first <= last else None


def _mean_taken(frames: Frames, first: date, last: date) -> float:
    taken = occupied(frames.journeys, day_number(first), day_number(last))
    return sum(taken.values()) / ((last - first).days + 1)


def _curve(frames: Frames, first: date, last: date) -> tuple[Point, ...]:
    return tuple(Point(day, frames.comings.present(day)) for day in _days_to_show(first, last))


def _days_to_show(first: date, last: date) -> list[int]:
    """The last day of every month (quarter, half-year, year), so many that they can be seen."""
    for step in STEPS:
        shown = _month_ends(first, last, step)
        if len(shown) <= MOST_POINTS:
            break
    return list(dict.fromkeys([*shown, day_number(last)]))


def _month_ends(first: date, last: date, step: int) -> list[int]:
    month = first.replace(day=1)
    days = []
    while (month := add_months(month, step)) - timedelta(days=1) <= last:
        days.append(day_number(month) - 1)
    return days
