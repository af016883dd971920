"""A curve of waiting with no step so small that it is somebody's own day."""

from collections.abc import Sequence
from dataclasses import replace

from stegvis.results.calculations.disclosure.tables import SMALL_TO, is_small
from stegvis.results.values.figures import Point

QUARTER = 365.25 / 4
"""Days between two points; a quarter, as programmes report."""


def in_quarters(points: Sequence[Point], n: int) -> tuple[Point, ...]:
    """The curve's height at quarters, while enough wait and enough has happened since the last.

    From one point to the next at least five have stopped waiting, and none or at least five have
    reached the event (a step times `n`, exact while nobody's wait is cut short by the cut-off),
    so that nobody's own time is told. `at_risk` is of the next day that anything happened: so
    many at least.
    """
    kept: list[Point] = []
    waiting, reached = n, 0.0
    last = points[-1].at if points else 0
    for quarter in range(1, int(last / QUARTER) + 1):
        day = round(quarter * QUARTER)
        height = next((point for point in reversed(points) if point.at <= day), None)
        at_risk = next((point.at_risk for point in points if point.at >= day), None)
        if height is None or at_risk is None or at_risk <= SMALL_TO:
            continue
        step = round((height.value - reached) * n)
        if waiting - at_risk > SMALL_TO and not is_small(step):
            kept.append(replace(height, at=day, at_risk=at_risk))
            waiting, reached = at_risk, height.value
    return tuple(kept)
