"""Waiting times and their curves: Kaplan–Meier, or cumulative incidence where causes compete."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stegvis.programmes.values.indicators import TimeToEvent
from stegvis.results.calculations.statistics.competing import cumulative_incidence
from stegvis.results.calculations.statistics.survival import ROUNDING, SurvivalCurve, kaplan_meier
from stegvis.results.values.figures import Interval, Point

EVENT = "event"
WAITING = ""
HALF = 0.5


@dataclass(frozen=True)
class Wait:
    days: int
    cause: str
    group: str


@dataclass(frozen=True)
class Waits:
    """One wait per person; cause "" is still waiting on the cut-off (censored)."""

    each: tuple[Wait, ...]

    @classmethod
    def of(
        cls, rows: Iterable[Mapping[str, Any]], competing: Sequence[str], cut_off: int
    ) -> "Waits":
        return cls(tuple(_wait(row, competing, cut_off) for row in rows))

    def all(self) -> list[Wait]:
        return list(self.each)

    def by_group(self) -> dict[str, list[Wait]]:
        found: dict[str, list[Wait]] = {}
        for wait in self.each:
            found.setdefault(wait.group, []).append(wait)
        return dict(sorted(found.items()))


def _wait(row: Mapping[str, Any], competing: Sequence[str], cut_off: int) -> Wait:
    start = row["start"]
    ends = [(row["event"], EVENT), *((row[f"other_{code}"], code) for code in competing)]
    happened = [(day, cause) for day, cause in ends if day is not None and day >= start]
    day, cause = min(happened, default=(cut_off, WAITING), key=lambda end: end[0])
    return Wait(max(day - start, 0), cause, row["gender"] or "")


@dataclass(frozen=True)
class Curve:
    n: int
    events: int
    value: float | None
    interval: Interval | None
    points: tuple[Point, ...]
    method: str


def curve_of(waits: Sequence[Wait], indicator: TimeToEvent) -> Curve:
    """The share that reached the event by each day; empty where nobody waits."""
    events = sum(wait.cause == EVENT for wait in waits)
    if not waits:
        return Curve(0, 0, None, None, (), "")
    if indicator.competing:
        return _incidence(waits, events, indicator)
    return _survival(waits, events, indicator)


def _survival(waits: Sequence[Wait], events: int, indicator: TimeToEvent) -> Curve:
    curve = kaplan_meier([wait.days for wait in waits], [wait.cause == EVENT for wait in waits])
    points = tuple(
        Point(
            at=point.day,
            value=1 - point.estimate,
            at_risk=point.at_risk,
            low=None if point.high is None else 1 - point.high,
            high=None if point.low is None else 1 - point.low,
        )
        for point in curve.points
    )
    if indicator.measure == "median_days":
        return Curve(len(waits), events, curve.median, _median(curve), points, curve.method)
    then = curve.at(_day_to_read(waits, indicator.at_days))
    if then is None:
        return Curve(len(waits), events, None, None, points, curve.method)
    interval = None
    if then.low is not None and then.high is not None:
        interval = Interval(curve.method, curve.level, 1 - then.high, 1 - then.low)
    return Curve(len(waits), events, 1 - then.estimate, interval, points, curve.method)


def _day_to_read(waits: Sequence[Wait], day: int) -> int:
    """The last day of all instead of a later one, where by then nobody was waiting any more."""
    longest = max(wait.days for wait in waits)
    ended = all(wait.cause != WAITING for wait in waits if wait.days == longest)
    return min(day, longest) if ended else day


def _median(curve: SurvivalCurve) -> Interval | None:
    found = curve.median_interval
    if found is None or found.low is None or found.high is None:
        return None
    return Interval(found.method, found.level, found.low, found.high)


def _incidence(waits: Sequence[Wait], events: int, indicator: TimeToEvent) -> Curve:
    days = sorted(wait.days for wait in waits)
    found = cumulative_incidence(
        [wait.days for wait in waits], [wait.cause or None for wait in waits]
    )
    points = tuple(
        Point(
            at=point.day,
            value=point.estimate,
            at_risk=len(days) - bisect_left(days, point.day),
            low=point.low,
            high=point.high,
        )
        for point in found.points.get(EVENT, ())
    )
    if indicator.measure == "median_days":
        half = next((float(point.at) for point in points if point.value >= HALF - ROUNDING), None)
        return Curve(len(waits), events, half, None, points, found.method)
    day = _day_to_read(waits, indicator.at_days)
    value = None
    if day <= days[-1]:
        value = found.at(EVENT, day) if events else 0.0
    return Curve(len(waits), events, value, None, points, found.method)
