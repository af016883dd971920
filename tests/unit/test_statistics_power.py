"""What a given number of persons can show."""

import pytest

from stegvis.results.calculations.statistics.power import (
    design_effect,
    power_of_two_shares,
    size_for_two_shares,
    smallest_detectable_share,
    whole_persons,
)


@pytest.mark.parametrize(("n", "share"), [(50, 0.575), (100, 0.495), (150, 0.46), (300, 0.41)])
def test_smallest_detectable_share_from_thirty_per_cent(n, share):
    assert smallest_detectable_share(n, 0.3) == pytest.approx(share, abs=0.004)


def test_smallest_detectable_share_gives_the_power_asked_for():
    share = smallest_detectable_share(120, 0.4, power=0.9)

    assert power_of_two_shares(120, 0.4, share) == pytest.approx(0.9)


def test_too_few_persons_detect_nothing():
    assert smallest_detectable_share(3, 0.3) is None


def test_size_and_power_are_each_others_inverse():
    size = size_for_two_shares(0.16, 0.26, power=0.9)

    assert power_of_two_shares(size, 0.16, 0.26) == pytest.approx(0.9)
    assert whole_persons(76.2) == 77


def test_size_refuses_a_difference_that_is_not_there():
    with pytest.raises(ValueError, match="not there"):
        size_for_two_shares(0.3, 0.3)


def test_design_effect_of_whole_offices():
    assert design_effect(14, 0.05) == pytest.approx(1.65)
    assert design_effect(40, 0.05) == pytest.approx(2.95)
