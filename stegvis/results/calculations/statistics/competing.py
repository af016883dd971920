"""Cumulative incidence where several exits compete (Aalen–Johansen)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stegvis.results.calculations.statistics.shares import LEVEL, two_sided_z
from stegvis.results.calculations.statistics.survival import log_log_limits


@dataclass(frozen=True, slots=True)
class IncidencePoint:
    day: int
    estimate: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CumulativeIncidence:
    """Per cause, the share to whom it has happened first; the causes never add up past 1."""

    method: str
    level: float
    n: int
    points: Mapping[str, tuple[IncidencePoint, ...]]

    def at(self, cause: str, day: int) -> float:
        points = self.points[cause]
        passed = bisect_right([point.day for point in points], day)
        return points[passed - 1].estimate if passed else 0.0


def cumulative_incidence(
    days: Sequence[int], cause: Sequence[str | None], *, level: float = LEVEL
) -> CumulativeIncidence:
    """Cause None is censored on that day. Points only on days when something happened.

    Source: [AalenJohansen1978].
    """
    method = "aalen-johansen, log-log"
    causes = sorted({code for code in cause if code is not None})
    if not causes:
        return CumulativeIncidence(method, level, len(days), {})
    import numpy as np  # noqa: PLC0415 - comes with statsmodels
    from statsmodels.duration.survfunc import CumIncidenceRight  # noqa: PLC0415 - slow to import

    number = {None: 0} | {code: place for place, code in enumerate(causes, start=1)}
    with np.errstate(divide="ignore", invalid="ignore"):  # no error when nobody is left
        fitted = CumIncidenceRight(np.array(days), np.array([number[code] for code in cause]))
    z = two_sided_z(level)
    shown = {day for day, code in zip(days, cause, strict=True) if code is not None}
    points = {}
    for code, shares, errors in zip(causes, fitted.cinc, fitted.cinc_se, strict=True):
        rows = zip(fitted.times.tolist(), shares.tolist(), errors.tolist(), strict=True)
        points[code] = tuple(
            IncidencePoint(int(day), share, *log_log_limits(share, error, z))
            for day, share, error in rows
            if day in shown
        )
    return CumulativeIncidence(method, level, len(days), points)
