"""Verdicts at their borders: the written target decides, never a rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target
from stegvis.results.calculations.verdicts import (
    exact,
    lacking,
    reaches,
    scaled,
    share_reaches,
    verdict_of,
    verdict_of_parts,
    verdict_within,
    without_noise,
)
from stegvis.results.values.figures import Verdict

AT_LEAST, AT_MOST, EQUAL = Operator.AT_LEAST, Operator.AT_MOST, Operator.EQUAL
REACHED, PARTLY, NOT_REACHED = Verdict.REACHED, Verdict.PARTLY, Verdict.NOT_REACHED
NOT_MEASURED, TOO_FEW = Verdict.NOT_MEASURED, Verdict.TOO_FEW


@pytest.mark.parametrize(
    ("k", "n", "op", "target", "reached", "missing"),
    [
        (75, 156, AT_LEAST, 0.5, False, 3),
        (77, 156, AT_LEAST, 0.5, False, 1),
        (78, 156, AT_LEAST, 0.5, True, 0),
        (79, 157, AT_LEAST, 0.5, True, 0),
        (78, 157, AT_LEAST, 0.5, False, 1),
        (21, 60, AT_LEAST, 0.35, True, 0),
        (20, 60, AT_LEAST, 0.35, False, 1),
        (29, 100, AT_LEAST, 0.29, True, 0),
        (57, 100, AT_LEAST, 0.57, True, 0),
        (9, 10, AT_LEAST, 0.9, True, 0),
        (0, 10, AT_LEAST, 0.0, True, 0),
        (10, 10, AT_LEAST, 1.0, True, 0),
        (9, 10, AT_LEAST, 1.0, False, 1),
        (0, 0, AT_LEAST, 0.5, True, 0),
        (21, 60, AT_MOST, 0.35, True, 0),
        (22, 60, AT_MOST, 0.35, False, 1),
        (8, 10, AT_MOST, 0.55, False, 3),
        (0, 10, AT_MOST, 0.0, True, 0),
        (3, 10, EQUAL, 0.3, True, 0),
        (1, 10, EQUAL, 0.3, False, 2),
        (5, 10, EQUAL, 0.3, False, 2),
    ],
)
def test_a_share_is_compared_in_whole_units(k, n, op, target, reached, missing):
    wanted = Target(op=op, value=target)

    assert share_reaches(k, n, wanted) is reached
    assert lacking(k, scaled(wanted, n)) == missing


@pytest.mark.parametrize(
    ("counted", "op", "target", "missing"),
    [
        (76, AT_LEAST, 80, 4),
        (80, AT_LEAST, 80, 0),
        (81, AT_LEAST, 80, 0),
        (39.5, AT_LEAST, 40, 0.5),
        (12, AT_MOST, 10, 2),
        (10, AT_MOST, 10, 0),
        (4, AT_LEAST, 4.5, 1),
        (5, AT_MOST, 4.5, 1),
    ],
)
def test_lacking_is_told_in_whole_units_up_to_the_target(counted, op, target, missing):
    assert lacking(counted, Target(op=op, value=target)) == missing


@pytest.mark.parametrize(
    ("value", "op", "target", "reached"),
    [
        (0.1 + 0.2, AT_MOST, 0.3, True),
        (0.1 + 0.2, EQUAL, 0.3, True),
        (1 - 0.9, AT_LEAST, 0.1, True),
        (0.3 - 1e-8, AT_LEAST, 0.3, False),
        (0.3 + 1e-8, AT_MOST, 0.3, False),
    ],
)
def test_the_noise_of_floating_numbers_decides_nothing(value, op, target, reached):
    assert reaches(without_noise(value), Target(op=op, value=target)) is reached


def test_exact_is_the_number_as_it_was_written():
    assert exact(0.1) == Decimal("0.1")
    assert exact(80) == Decimal(80)


@pytest.mark.parametrize(
    ("reached", "n", "fewest", "verdict"),
    [
        (True, 5, 5, REACHED),
        (False, 5, 5, NOT_REACHED),
        (True, 4, 5, TOO_FEW),
        (False, 4, 5, TOO_FEW),
        (True, 0, 0, TOO_FEW),
    ],
)
def test_fewer_than_the_fewest_get_no_verdict(reached, n, fewest, verdict):
    assert verdict_of(reached=reached, n=n, fewest=fewest) is verdict


@pytest.mark.parametrize(
    ("bounds", "op", "target", "verdict"),
    [
        ((950, 1050), AT_LEAST, 900, REACHED),
        ((950, 1050), AT_LEAST, 950, REACHED),
        ((950, 1050), AT_LEAST, 951, NOT_MEASURED),
        ((950, 1050), AT_LEAST, 1050, NOT_MEASURED),
        ((950, 1050), AT_LEAST, 1051, NOT_REACHED),
        ((950, 1050), AT_MOST, 1050, REACHED),
        ((950, 1050), AT_MOST, 1000, NOT_MEASURED),
        ((950, 1050), AT_MOST, 949, NOT_REACHED),
    ],
)
def test_a_range_has_a_verdict_when_both_ends_agree(bounds, op, target, verdict):
    assert verdict_within(bounds, Target(op=op, value=target)) is verdict


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ([REACHED, REACHED], REACHED),
        ([REACHED, NOT_REACHED], PARTLY),
        ([REACHED, NOT_MEASURED], PARTLY),
        ([NOT_REACHED, NOT_REACHED], NOT_REACHED),
        ([NOT_REACHED, NOT_MEASURED], NOT_REACHED),
        ([TOO_FEW, TOO_FEW], TOO_FEW),
        ([NOT_MEASURED, NOT_MEASURED], NOT_MEASURED),
    ],
)
def test_a_goal_of_parts_is_partly_reached_when_some_are(parts, verdict):
    assert verdict_of_parts(parts) is verdict


@given(
    n=st.integers(1, 2000),
    k=st.integers(0, 2000),
    percent=st.integers(0, 100),
    op=st.sampled_from([AT_LEAST, AT_MOST]),
)
def test_reached_and_lacking_say_the_same(n, k, percent, op):
    k = min(k, n)
    target = Target(op=op, value=percent / 100)

    reached = k * 100 >= percent * n if op is AT_LEAST else k * 100 <= percent * n
    missing = lacking(k, scaled(target, n))

    assert share_reaches(k, n, target) is reached
    assert (missing == 0) is reached
    assert share_reaches(k + (missing if op is AT_LEAST else -missing), n, target)
