"""Intervals of shares."""

import pytest
from statsmodels.stats.proportion import proportion_confint

from stegvis.results.calculations.statistics.shares import newcombe_difference, wilson


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
@pytest.mark.parametrize("n", [1, 2, 7, 66, 156, 20_000])
def test_wilson_equals_statsmodels(n, level):
    for k in {0, 1, n // 3, n // 2, n - 1, n}:
        interval = wilson(k, n, level)

        expected = proportion_confint(k, n, alpha=1 - level, method="wilson")
        assert (interval.low, interval.high) == pytest.approx(expected, abs=1e-12)


def test_wilson_names_method_and_level():
    interval = wilson(75, 156)

    assert (interval.method, interval.level) == ("wilson", 0.95)
    assert (interval.low, interval.high) == pytest.approx((0.403775, 0.558688), abs=5e-7)


def test_wilson_of_nobody_is_nothing():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5)])
def test_wilson_refuses_what_is_no_share(k, n):
    with pytest.raises(ValueError, match="no share"):
        wilson(k, n)


def test_newcombe_difference_of_the_handbooks_gender_gap():
    gap = newcombe_difference(30, 45, 18, 21)

    assert round(gap.value, 2) == -0.19
    assert (round(gap.interval.low, 2), round(gap.interval.high, 2)) == (-0.36, 0.05)
    assert gap.interval.method == "newcombe"


def test_newcombe_difference_with_an_empty_group_is_nothing():
    assert newcombe_difference(3, 4, 0, 0) is None
