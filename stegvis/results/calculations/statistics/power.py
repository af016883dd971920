"""How many are needed to see a difference between two shares, and what a given number can see.

R's `power.prop.test` (two-sided, equal groups), which differs a little from the arcsine version
in statsmodels.
"""

from math import ceil, sqrt
from statistics import NormalDist

from stegvis.results.calculations.statistics.shares import LEVEL, two_sided_z

METHOD = "power.prop.test"
POWER = 0.80  # the usual aim
STEPS = 60  # halvings, enough for every digit of a float between 0 and 1
_normal = NormalDist()


def power_of_two_shares(per_group: float, p1: float, p2: float, *, level: float = LEVEL) -> float:
    """The chance of seeing the difference p1–p2 with `per_group` persons in each group."""
    seen = sqrt(per_group) * abs(p1 - p2)
    by_chance = two_sided_z(level) * sqrt((p1 + p2) * (1 - (p1 + p2) / 2))
    return _normal.cdf((seen - by_chance) / sqrt(_spread(p1, p2)))


def size_for_two_shares(
    p1: float, p2: float, *, power: float = POWER, level: float = LEVEL
) -> float:
    """Persons per group, unrounded; `whole_persons` rounds up."""
    if p1 == p2:
        message = "no number of persons shows a difference that is not there"
        raise ValueError(message)
    by_chance = two_sided_z(level) * sqrt((p1 + p2) * (1 - (p1 + p2) / 2))
    wanted = _normal.inv_cdf(power) * sqrt(_spread(p1, p2))
    return ((by_chance + wanted) / (p1 - p2)) ** 2


def whole_persons(size: float) -> int:
    return ceil(size)


def smallest_detectable_share(
    per_group: int, p1: float, *, power: float = POWER, level: float = LEVEL
) -> float | None:
    """The nearest share above `p1` that would be seen; None when not even 1 would."""
    if power_of_two_shares(per_group, p1, 1.0, level=level) < power:
        return None
    low, high = p1, 1.0
    for _step in range(STEPS):
        middle = (low + high) / 2
        seen = power_of_two_shares(per_group, p1, middle, level=level) >= power
        low, high = (low, middle) if seen else (middle, high)
    return high


def design_effect(cluster_size: float, intraclass_correlation: float) -> float:
    """How many times more are needed when whole offices, not persons, are drawn."""
    return 1 + (cluster_size - 1) * intraclass_correlation


def _spread(p1: float, p2: float) -> float:
    return p1 * (1 - p1) + p2 * (1 - p2)
