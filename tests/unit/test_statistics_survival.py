"""Time to an event, by hand and in the corners."""

import pytest

from stegvis.results.calculations.statistics.competing import cumulative_incidence
from stegvis.results.calculations.statistics.survival import kaplan_meier, log_rank

DAYS = [10, 20, 20, 30, 40]
HAPPENED = [True, True, False, False, True]


def test_kaplan_meier_by_hand():
    curve = kaplan_meier(DAYS, HAPPENED)

    rows = [(point.day, point.at_risk, point.events) for point in curve.points]
    assert rows == [(10, 5, 1), (20, 4, 1), (40, 1, 1)]
    assert [point.estimate for point in curve.points] == pytest.approx([0.8, 0.6, 0.0])
    assert (curve.n, curve.events, curve.median) == (5, 3, 40)


def test_kaplan_meier_names_its_method():
    assert kaplan_meier(DAYS, HAPPENED).method == "kaplan-meier, log"
    assert kaplan_meier(DAYS, HAPPENED, transform="log-log").method == "kaplan-meier, log-log"


def test_numbers_at_risk_count_who_is_followed_on_the_day():
    curve = kaplan_meier(DAYS, HAPPENED)

    assert [curve.at_risk(day) for day in (0, 10, 11, 20, 21, 41)] == [5, 5, 4, 4, 2, 0]


def test_curve_on_days_between_and_after_the_events():
    curve = kaplan_meier(DAYS, HAPPENED)

    assert [curve.at(day).estimate for day in (0, 9, 10, 39)] == pytest.approx([1, 1, 0.8, 0.6])
    assert curve.at(39).events == 0
    assert curve.at(20).events == 1
    assert curve.at(41) is None


def test_last_point_at_nought_has_no_limits():
    last = kaplan_meier(DAYS, HAPPENED).points[-1]

    assert (last.low, last.high) == (None, None)


def test_limits_stay_within_nought_and_one():
    for transform in ("log", "log-log"):
        first = kaplan_meier(DAYS, HAPPENED, transform=transform).points[0]

        assert 0 < first.low < 0.8 < first.high <= 1


def test_median_is_the_first_day_on_which_at_most_half_remain():
    assert kaplan_meier([5, 7, 9, 11], [True] * 4).median == 7


def test_nobody_reached_gives_a_flat_curve_without_median():
    curve = kaplan_meier([3, 4], [False, False])

    assert (curve.points, curve.median, curve.median_interval) == ((), None, None)
    assert curve.at(4).estimate == 1.0
    assert curve.at_risk(4) == 1


def test_nobody_followed_gives_an_empty_curve():
    curve = kaplan_meier([], [])

    assert (curve.n, curve.at(0), curve.at_risk(0)) == (0, None, 0)


def test_cumulative_incidence_by_hand():
    incidence = cumulative_incidence([1, 2, 3, 4], ["work", "moved", None, "work"])

    # 1/4; then 1/4 of those left (3/4 · 1/3); then what is left, 1/2, at day four
    assert [incidence.at("work", day) for day in (0, 1, 3, 4)] == pytest.approx(
        [0, 0.25, 0.25, 0.75]
    )
    assert incidence.at("moved", 4) == pytest.approx(0.25)
    assert [point.day for point in incidence.points["work"]] == [1, 2, 4]


def test_cumulative_incidence_of_one_cause_is_the_complement_of_the_curve():
    incidence = cumulative_incidence(DAYS, ["work" if flag else None for flag in HAPPENED])

    curve = kaplan_meier(DAYS, HAPPENED)
    for point in curve.points:
        assert incidence.at("work", point.day) == pytest.approx(1 - point.estimate)


def test_cumulative_incidence_without_events_has_no_causes():
    assert cumulative_incidence([1, 2], [None, None]).points == {}


def test_log_rank_needs_two_groups_and_an_event():
    assert log_rank([1, 2], [True, True], ["a", "a"]) is None
    assert log_rank([1, 2], [False, False], ["a", "b"]) is None


def test_log_rank_of_equal_groups_finds_nothing():
    test = log_rank([1, 2, 3, 1, 2, 3], [True] * 6, ["a"] * 3 + ["b"] * 3)

    assert (test.chi_square, test.p) == pytest.approx((0.0, 1.0))
    assert test.degrees_of_freedom == 1
