"""Effects against printed results (rows J, K and L)."""

import csv
from pathlib import Path

import pytest

from stegvis.results.calculations.statistics.experiments import (
    analysis_of_covariance,
    difference_in_means,
    interrupted_series,
)

ORACLES = Path(__file__).parents[2].parent / "shared" / "oracles"

pytestmark = pytest.mark.skipif(
    not ORACLES.is_dir(), reason="the data sets with printed results are not here"
)


def columns_of(name, *wanted):
    with (ORACLES / name).open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    return [[row[column] for row in rows] for column in wanted]


@pytest.mark.parametrize(
    ("name", "arm", "effect", "n"),
    [("nsw_mixtape.csv", "treat", 1794.34, 445), ("nswdemo.csv", "trt", 886.30, 722)],
)
def test_job_programme_drawn_by_lot(name, arm, effect, n):
    earnings, treated = columns_of(name, "re78", arm)

    found = difference_in_means(list(map(float, earnings)), [flag == "1" for flag in treated])

    assert (round(found.estimate, 2), found.n) == (effect, n)


def test_job_programme_standard_error():
    earnings, treated = columns_of("nsw_mixtape.csv", "re78", "treat")

    found = difference_in_means(list(map(float, earnings)), [flag == "1" for flag in treated])

    assert round(found.standard_error, 2) == 632.85


def test_anorexia_three_arms():
    arm, before, after = columns_of("anorexia.csv", "Treat", "Prewt", "Postwt")
    start = list(map(float, before))
    change = [float(late) - early for early, late in zip(start, after, strict=True)]

    effects = analysis_of_covariance(change, start, arm, "CBT")

    found = {name: round(effect.estimate, 4) for name, effect in effects.items()}
    assert found == {"intercept": 49.7711, "before": -0.5655, "Cont": -4.0971, "FT": 4.5631}


def sicily():
    counts, ban, population, month = columns_of("sicily.csv", "aces", "smokban", "stdpop", "month")
    return (
        list(map(int, counts)),
        list(map(float, population)),
        [flag == "1" for flag in ban],
        list(map(int, month)),
    )


def test_sicily_step_change():
    counts, population, after, _month = sicily()

    found = interrupted_series(counts, population, after)

    limits = found.interval
    rounded = [round(value, 3) for value in (found.ratio, limits.low, limits.high)]
    assert rounded == [0.894, 0.865, 0.925]
    assert found.method == "poisson"


def test_sicily_step_change_with_season():
    counts, population, after, month = sicily()

    found = interrupted_series(counts, population, after, season=(month, 12))

    limits = found.interval
    rounded = [round(value, 3) for value in (found.ratio, limits.low, limits.high)]
    assert rounded == [0.885, 0.839, 0.933]
    assert found.method == "quasi-poisson, harmonic season"
