"""Round numbers along an axis, and places on it."""

import pytest

from stegvis.reports.calculations.charts.scales import Scale, round_ticks, tick_text


@pytest.mark.parametrize(
    ("highest", "expected"),
    [
        (40, [0, 10, 20, 30, 40]),
        (1800, [0, 500, 1000, 1500, 2000]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (0, [0, 1]),
    ],
)
def test_round_ticks_reach_the_highest(highest, expected):
    assert round_ticks(highest) == expected


def test_round_ticks_of_shares_are_whole_per_cent():
    assert round_ticks(1.0, as_percent=True) == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert round_ticks(0.02, as_percent=True) == [0, 0.01, 0.02]


def test_scale_places_values_between_its_ends():
    scale = Scale(0, 10, 100, 200)

    assert [scale.at(value) for value in (0, 5, 10, 12, -1)] == [100, 150, 200, 200, 100]


def test_scale_without_span_stands_at_its_start():
    assert Scale(3, 3, 100, 200).at(3) == 100


def test_tick_text_is_swedish():
    assert tick_text(0.4, as_percent=True) == "40\u00a0%"
    assert tick_text(1500, as_percent=False) == "1\u00a0500"
    assert tick_text(2.5, as_percent=False) == "2,5"
