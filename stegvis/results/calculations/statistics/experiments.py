"""Effects of a programme: drawn by lot, or a series with a change at a known time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi
from typing import Any

from stegvis.results.calculations.statistics.shares import LEVEL
from stegvis.results.values.figures import Interval


@dataclass(frozen=True, slots=True)
class Effect:
    method: str
    estimate: float
    standard_error: float
    interval: Interval
    p: float
    n: int


@dataclass(frozen=True, slots=True)
class RateRatio:
    method: str
    ratio: float
    interval: Interval


def difference_in_means(
    outcome: Sequence[float], treated: Sequence[bool], *, level: float = LEVEL
) -> Effect:
    """Average effect of being drawn, whether or not one took part; one common spread."""
    columns = [[1.0] * len(outcome), [float(flag) for flag in treated]]
    return _fitted("difference in means", outcome, columns, level)[1]


def analysis_of_covariance(
    change: Sequence[float], before: Sequence[float], arm: Sequence[str], reference: str
) -> dict[str, Effect]:
    """Change explained by baseline and arm; `intercept`, `before` and each arm but `reference`."""
    arms = sorted(set(arm) - {reference})
    columns = [[1.0] * len(change), list(before)]
    columns += [[float(drawn == name) for drawn in arm] for name in arms]
    effects = _fitted("ancova", change, columns, LEVEL)
    return dict(zip(["intercept", "before", *arms], effects, strict=True))


def interrupted_series(
    counts: Sequence[int],
    population: Sequence[float],
    after: Sequence[bool],
    *,
    season: tuple[Sequence[int], int] | None = None,
    level: float = LEVEL,
) -> RateRatio:
    """How many times the rate jumps at the change, given a straight trend.

    `season` is (number of the month or quarter, how many a year has): two harmonic pairs and
    quasi-Poisson, so that a larger spread than Poisson's widens the interval.
    """
    import numpy as np  # noqa: PLC0415 - comes with statsmodels
    import statsmodels.api as sm  # noqa: PLC0415 - slow to import

    months = np.arange(1, len(counts) + 1)
    columns = [np.ones(len(counts)), np.array(after, dtype=float), months]
    if season:
        angle = 2 * pi * np.array(season[0]) / season[1]
        columns += [wave(times * angle) for times in (1, 2) for wave in (np.sin, np.cos)]
    model = sm.GLM(
        np.array(counts, dtype=float),
        np.column_stack(columns),
        family=sm.families.Poisson(),
        offset=np.log(np.array(population)),
    )
    fitted = model.fit(scale="X2" if season else None)
    low, high = (exp(float(limit)) for limit in fitted.conf_int(1 - level)[1])
    method = "quasi-poisson, harmonic season" if season else "poisson"
    return RateRatio(method, exp(float(fitted.params[1])), Interval("wald", level, low, high))


def _fitted(
    method: str, outcome: Sequence[float], columns: Sequence[Sequence[float]], level: float
) -> list[Effect]:
    import numpy as np  # noqa: PLC0415 - comes with statsmodels
    from statsmodels.regression.linear_model import OLS  # noqa: PLC0415 - slow to import

    fitted = OLS(np.array(outcome, dtype=float), np.column_stack(columns)).fit()
    return [_effect(method, fitted, place, level) for place in range(len(columns))]


def _effect(method: str, fitted: Any, place: int, level: float) -> Effect:
    low, high = map(float, fitted.conf_int(1 - level)[place])
    return Effect(
        method=method,
        estimate=float(fitted.params[place]),
        standard_error=float(fitted.bse[place]),
        interval=Interval("student", level, low, high),
        p=float(fitted.pvalues[place]),
        n=int(fitted.nobs),
    )
