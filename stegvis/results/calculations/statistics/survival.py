"""Time to an event: Kaplan–Meier, and the log-rank test between groups."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite, log
from typing import Any, Literal

from stegvis.results.calculations.statistics.shares import LEVEL, two_sided_z

Transform = Literal["log", "log-log"]
QUANTILE_METHODS: dict[Transform, str] = {"log": "log", "log-log": "cloglog"}  # statsmodels' names
ROUNDING = 1e-12  # a product of fractions that should be one half may miss it by this much


@dataclass(frozen=True, slots=True)
class SurvivalPoint:
    """The state just after `day`; `at_risk` just before it. No limits where none can be had."""

    day: int
    at_risk: int
    events: int
    estimate: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class DayInterval:
    """Days; an open end is None: the curve never comes down to the limit."""

    method: str
    level: float
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class SurvivalCurve:
    """The share to whom it has not yet happened, day by day."""

    method: str
    level: float
    n: int
    events: int
    points: tuple[SurvivalPoint, ...]
    median: int | None
    median_interval: DayInterval | None
    days: tuple[int, ...]

    def at(self, day: int) -> SurvivalPoint | None:
        """The estimate on a day; None after the last day anybody was followed."""
        if not self.days or day > self.days[-1]:
            return None
        passed = bisect_right([point.day for point in self.points], day)
        if passed == 0:
            return SurvivalPoint(day, self.at_risk(day), 0, 1.0, 1.0, 1.0)
        last = self.points[passed - 1]
        events = last.events if last.day == day else 0
        return SurvivalPoint(day, self.at_risk(day), events, last.estimate, last.low, last.high)

    def at_risk(self, day: int) -> int:
        """How many are followed, and still without the event, just before `day`."""
        return self.n - bisect_left(self.days, day)


@dataclass(frozen=True, slots=True)
class LogRank:
    method: str
    chi_square: float
    degrees_of_freedom: int
    p: float


def kaplan_meier(
    days: Sequence[int],
    happened: Sequence[bool],
    *,
    level: float = LEVEL,
    transform: Transform = "log",
) -> SurvivalCurve:
    """Kaplan and Meier's estimate; `happened` False is censored on that day.

    The event on a day comes before censoring on the same day. Median: the first day on which at
    most half remain. `log` gives R's intervals, `log-log` those of SAS and lifelines.
    Source: [KaplanMeier1958].
    """
    method = f"kaplan-meier, {transform}"
    if not any(happened):
        return SurvivalCurve(method, level, len(days), 0, (), None, None, tuple(sorted(days)))
    from statsmodels.duration.survfunc import SurvfuncRight  # noqa: PLC0415 - slow to import

    fitted = SurvfuncRight(list(days), [int(flag) for flag in happened])
    points = _points(fitted, level, transform)
    return SurvivalCurve(
        method=method,
        level=level,
        n=len(days),
        events=sum(map(bool, happened)),
        points=points,
        median=next((p.day for p in points if p.estimate <= 0.5 + ROUNDING), None),
        median_interval=_median_interval(fitted, level, transform),
        days=tuple(sorted(days)),
    )


def _points(fitted: Any, level: float, transform: Transform) -> tuple[SurvivalPoint, ...]:
    rows = zip(
        fitted.surv_times.tolist(),
        fitted.n_risk.tolist(),
        fitted.n_events.tolist(),
        fitted.surv_prob.tolist(),
        fitted.surv_prob_se.tolist(),
        strict=True,
    )
    limits_of = _log_limits if transform == "log" else log_log_limits
    z = two_sided_z(level)
    return tuple(
        SurvivalPoint(int(day), int(n), int(d), share, *limits_of(share, error, z))
        for day, n, d, share, error in rows
    )


def _log_limits(share: float, error: float, z: float) -> tuple[float | None, float | None]:
    if share <= 0 or not isfinite(error):
        return None, None
    factor = exp(z * error / share)
    return share / factor, min(1.0, share * factor)


def log_log_limits(share: float, error: float, z: float) -> tuple[float | None, float | None]:
    """Limits that stay within 0–1 by working on log(−log(share))."""
    if not 0 < share < 1 or not isfinite(error):
        return None, None
    power = exp(z * error / (share * log(share)))  # below one, as log(share) is negative
    return share ** (1 / power), share**power


def _median_interval(fitted: Any, level: float, transform: Transform) -> DayInterval:
    import numpy as np  # noqa: PLC0415 - comes with statsmodels

    with np.errstate(divide="ignore", invalid="ignore"):  # the curve may reach nought
        limits = fitted.quantile_ci(0.5, alpha=1 - level, method=QUANTILE_METHODS[transform])
    low, high = (int(limit) if isfinite(limit) else None for limit in map(float, limits))
    return DayInterval(f"brookmeyer-crowley, {transform}", level, low, high)


def log_rank(days: Sequence[int], happened: Sequence[bool], group: Sequence[str]) -> LogRank | None:
    """Mantel's log-rank test of equal curves; None with fewer than two groups or no event."""
    groups = len(set(group))
    if groups < 2 or not any(happened):  # noqa: PLR2004 - a comparison needs two
        return None
    import numpy as np  # noqa: PLC0415 - comes with statsmodels
    from statsmodels.duration.survfunc import survdiff  # noqa: PLC0415 - slow to import

    outcome = np.array([int(flag) for flag in happened])
    chi_square, p = survdiff(np.array(days), outcome, np.array(group))
    return LogRank("log-rank", float(chi_square), groups - 1, float(p))
