"""Change scores against printed results (row F)."""

import csv
from pathlib import Path
from statistics import stdev

import pytest

from stegvis.results.calculations.statistics.change import (
    Basis,
    ChangeCounts,
    Threshold,
    count_changes,
    reliable_change,
)

CLAUS = Path(__file__).parents[2].parent / "shared" / "oracles" / "claus_2020.csv"

pytestmark = pytest.mark.skipif(
    not CLAUS.is_file(), reason="the data set with printed results is not here"
)


def pairs_of(instrument, treatment=None):
    """(first, fourth) measurement of everybody who has both."""
    with CLAUS.open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if treatment in (None, row["treatment"])]
    scores = {(row["id"], float(row["time"])): row[instrument] for row in rows}
    persons = dict.fromkeys(row["id"] for row in rows)
    pairs = [(scores.get((person, 1.0)), scores.get((person, 4.0))) for person in persons]
    return len(persons), [(float(a), float(b)) for a, b in pairs if a and b]


def test_forty_of_forty_three_have_both_measurements():
    persons, pairs = pairs_of("bdi")

    assert (persons, len(pairs)) == (43, 40)


@pytest.mark.parametrize(
    ("treatment", "expected"),
    [(None, (25, 11, 4)), ("TAU", (8, 7, 4)), ("PA", (17, 4, 0))],
)
def test_least_important_change_of_seven_points(treatment, expected):
    _persons, pairs = pairs_of("bdi", treatment)

    counts = count_changes(
        [after - before for before, after in pairs],
        Threshold(7, Basis.INSTRUMENT),
        higher_is_better=False,
    )

    assert counts == ChangeCounts(*expected)


def test_reliable_change_by_jacobson_and_truax():
    _persons, pairs = pairs_of("hamd")

    counts = count_changes(
        [after - before for before, after in pairs],
        reliable_change(stdev(before for before, _after in pairs), 0.8),
        higher_is_better=False,
    )

    assert counts == ChangeCounts(29, 10, 1)
