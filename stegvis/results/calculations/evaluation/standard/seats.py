"""How long people stay, and how many seats are taken over time."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import add_months, day_number, day_of
from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.evaluation.comings import Days
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds.standing import occupied
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.evaluation.standard.making import exited_words, made
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.values.figures import Cell, Figure, Point

MOST_POINTS = 60
STEPS = (1, 3, 6, 12)  # months between two points of the curve

Times = tuple[float, float, int]
"""Mean and median of days, and of how many."""


def seats(prepared: Prepared) -> list[Figure]:
    frames = prepared.frames
    if not frames.has("enrolments"):
        return []
    return [*_time_enrolled(frames), occupancy(frames)]


def _time_enrolled(frames: Frames) -> list[Figure]:
    """Mean and median days of those who have left; those who remain are shown apart."""
    by_state, by_gender = _times(frames.journeys)
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


def _times(journeys: Rows) -> tuple[dict[str, Times], dict[str, Times]]:
    """Times by state, and by gender of those who have left: one pass for both."""
    found = (
        journeys.with_columns(closed=~nw.col("exited_on").is_null())
        .group_by("closed", "gender", "days_enrolled")
        .agg(nw.len().alias("many"))
        .pipe(computed)
    )
    states: dict[str, list[tuple[int, int]]] = {}
    genders: dict[str, list[tuple[int, int]]] = {}
    for is_closed, gender, days, many in found.iter_rows():
        states.setdefault("closed" if is_closed else "ongoing", []).append((days, many))
        if is_closed:
            genders.setdefault(gender or MISSING, []).append((days, many))
    return _told(states), _told(genders)


def _told(each: Mapping[str, list[tuple[int, int]]]) -> dict[str, Times]:
    return {code: _mean_and_median(counts) for code, counts in sorted(each.items())}


def _mean_and_median(counts: list[tuple[int, int]]) -> Times:
    found = Days.of(counts)
    n = found.sums[-1]
    middle = (found.days[bisect_right(found.sums, place)] for place in ((n - 1) // 2, n // 2))
    return sum(days * many for days, many in counts) / n, sum(middle) / 2, n


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
