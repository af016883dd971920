"""Intervals of shares and of the difference between two shares."""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from statistics import NormalDist

from stegvis.results.values.figures import Interval

LEVEL = 0.95  # the usual level; printed beside every interval


@dataclass(frozen=True, slots=True)
class Difference:
    """First share minus second, −1 to 1."""

    value: float
    interval: Interval


@cache
def two_sided_z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(k: int, n: int, level: float = LEVEL) -> Interval | None:
    """Wilson's score interval without continuity correction; None when n is 0.

    Our own closed form, since every figure needs it and statsmodels takes over a second to
    import; a test holds it to statsmodels. Source: [Wilson1927].
    """
    if not 0 <= k <= n:
        message = f"{k} of {n} is no share"
        raise ValueError(message)
    if n == 0:
        return None
    z = two_sided_z(level)
    shrink = 1 + z * z / n
    centre = (k + z * z / 2) / n / shrink
    half = z / shrink * sqrt(k * (n - k) / n**3 + z * z / (4 * n * n))
    low = 0.0 if k == 0 else centre - half
    high = 1.0 if k == n else centre + half
    return Interval("wilson", level, low, high)


def newcombe_difference(
    k1: int, n1: int, k2: int, n2: int, level: float = LEVEL
) -> Difference | None:
    """Newcombe's hybrid score interval; None when a group is empty.

    Source: [Newcombe1998:method 10].
    """
    if not n1 or not n2:
        return None
    from statsmodels.stats.proportion import (  # noqa: PLC0415 - slow to import
        confint_proportions_2indep,
    )

    low, high = confint_proportions_2indep(
        k1, n1, k2, n2, method="newcomb", compare="diff", alpha=1 - level, correction=False
    )
    interval = Interval("newcombe", level, float(low), float(high))
    return Difference(k1 / n1 - k2 / n2, interval)
