"""Values that are printed with their inputs, so that no file is needed (rows M, N and P)."""

import pytest

from stegvis.results.calculations.statistics.granularity import (
    is_possible_mean,
    is_possible_percent,
)
from stegvis.results.calculations.statistics.power import (
    power_of_two_shares,
    size_for_two_shares,
)
from stegvis.results.calculations.statistics.shares import newcombe_difference, wilson


@pytest.mark.parametrize(
    ("k", "n", "low", "high"), [(81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611)]
)
def test_newcombe_1998_shares(k, n, low, high):
    interval = wilson(k, n)

    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_newcombe_1998_differences(first, second, low, high):
    interval = newcombe_difference(*first, *second).interval

    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


def test_power_prop_test_of_r():
    assert round(power_of_two_shares(50, 0.50, 0.75), 7) == 0.7401659
    assert round(size_for_two_shares(0.50, 0.75, power=0.90), 1) == 76.7


def verdicts(marks):
    return [mark == "T" for mark in marks]


@pytest.mark.parametrize(
    ("first", "n", "items", "expected"),
    [
        ("5.19", 28, 1, "FFTFFFTFFFTF"),
        ("0.150", 120, 3, "TFFTFFTFTF"),
        ("0.80", 28, 2, "TFTFTFTTTT"),
    ],
)
def test_grim_means_of_scrutiny(first, n, items, expected):
    whole, decimals = first.split(".")
    start = int(whole + decimals)
    printed = [
        f"{number // 10 ** len(decimals)}.{number % 10 ** len(decimals):0{len(decimals)}}"
        for number in range(start, start + len(expected))
    ]

    assert [is_possible_mean(mean, n, items=items) for mean in printed] == verdicts(expected)


@pytest.mark.parametrize(
    ("first", "n", "expected"), [(519, 28, "FFTFFFTFFFTF"), (6, 50, "TFTFTFTFTFT")]
)
def test_grim_percents_of_scrutiny(first, n, expected):
    printed = range(first, first + len(expected))

    assert [is_possible_percent(str(percent), n) for percent in printed] == verdicts(expected)
