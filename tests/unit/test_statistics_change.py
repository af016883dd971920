"""Change in the same persons."""

from statistics import stdev

import pytest
from scipy.stats import ttest_rel

from stegvis.results.calculations.statistics.change import (
    Basis,
    Change,
    ChangeCounts,
    Threshold,
    classify,
    count_changes,
    domains_distribution,
    domains_improved,
    half_sd,
    paired_change,
    reliable_change,
)

BEFORE = [3.0, 4.0, 2.0, 5.0, 1.0, 2.0]
AFTER = [4.0, 6.0, 2.0, 4.0, 4.0, 5.0]
FIVE = Threshold(5, Basis.INSTRUMENT)


def test_paired_change_equals_the_paired_t_test():
    change = paired_change(BEFORE, AFTER)

    expected = ttest_rel(AFTER, BEFORE).confidence_interval(0.95)
    assert (change.interval.low, change.interval.high) == pytest.approx(expected)
    assert (change.n, change.mean, change.median) == (6, pytest.approx(4 / 3), 1.5)
    assert change.interval.method == "student, paired"


def test_paired_change_checks_with_wilcoxon():
    # differences 1 2 3 4 5 6, all up: two of the 2**6 sign patterns are as far out
    change = paired_change([0] * 6, [1, 2, 3, 4, 5, 6])

    assert change.wilcoxon_p == pytest.approx(2 / 64)


def test_one_pair_has_a_difference_and_nothing_more():
    change = paired_change([2], [5])

    assert (change.n, change.mean, change.sd, change.interval) == (1, 3, None, None)


def test_no_pairs_is_nothing():
    assert paired_change([], []) is None


def test_nobody_changed_gives_no_p_value():
    change = paired_change([2, 3], [2, 3])

    assert (change.mean, change.wilcoxon_p) == (0, None)
    assert (change.interval.low, change.interval.high) == (0, 0)


def test_reliable_change_is_what_error_alone_would_seldom_give():
    threshold = reliable_change(10, 0.8)

    assert threshold.value == pytest.approx(1.959964 * 10 * 0.4**0.5)
    assert threshold.basis is Basis.RELIABLE_CHANGE


@pytest.mark.parametrize("reliability", [-0.1, 1.0, 1.1])
def test_reliable_change_refuses_a_reliability_out_of_range(reliability):
    with pytest.raises(ValueError, match="reliability"):
        reliable_change(10, reliability)


def test_half_a_standard_deviation_is_flagged_as_convention():
    threshold = half_sd(BEFORE)

    assert threshold == Threshold(stdev(BEFORE) / 2, Basis.HALF_SD)
    assert threshold.is_convention
    assert not FIVE.is_convention
    assert half_sd([3.0]) is None


@pytest.mark.parametrize(
    ("difference", "higher_is_better", "expected"),
    [
        (5, True, Change.IMPROVED),
        (4.9, True, Change.UNCHANGED),
        (-5, True, Change.DETERIORATED),
        (5, False, Change.DETERIORATED),
        (-5, False, Change.IMPROVED),
    ],
)
def test_classify_counts_a_change_as_large_as_the_threshold(difference, higher_is_better, expected):
    assert classify(difference, FIVE, higher_is_better=higher_is_better) is expected


def test_any_step_does_not_count_standing_still():
    counts = count_changes([0, 1, -1, 0], Threshold(0, Basis.ANY_STEP))

    assert counts == ChangeCounts(improved=1, unchanged=2, deteriorated=1)
    assert counts.n == 4


def test_domains_improved_counts_only_what_was_measured_twice():
    pairs = {"home": (2, 4), "health": (3, 3), "work": (None, 5), "leisure": (1, None)}

    assert domains_improved(pairs, Threshold(1, Basis.ANY_STEP)) == (1, 2)


def test_domains_distribution_keeps_the_empty_places():
    assert domains_distribution([0, 2, 2, 3], 3) == (1, 0, 2, 1)
