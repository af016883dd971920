"""Time to an event against printed results (rows G, H and I)."""

import csv
from pathlib import Path

import pytest

from stegvis.results.calculations.statistics.hazards import cox_regression
from stegvis.results.calculations.statistics.survival import kaplan_meier, log_rank

ORACLES = Path(__file__).parents[2].parent / "shared" / "oracles"

pytestmark = pytest.mark.skipif(
    not ORACLES.is_dir(), reason="the data sets with printed results are not here"
)


def rows_of(name):
    with (ORACLES / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def followed(rows, *, day, event, happened):
    return [int(row[day]) for row in rows], [row[event] == happened for row in rows]


@pytest.mark.parametrize(
    ("sex", "median", "low", "high"), [("1", 270, 212, 310), ("2", 426, 348, 550)]
)
def test_cancer_median_by_sex_as_r_prints_it(sex, median, low, high):
    rows = [row for row in rows_of("cancer.csv") if row["sex"] == sex]

    curve = kaplan_meier(*followed(rows, day="time", event="status", happened="2"))

    interval = curve.median_interval
    assert (curve.median, interval.low, interval.high) == (median, low, high)


@pytest.mark.parametrize(("sex", "low", "high"), [("1", 210, 306), ("2", 345, 524)])
def test_cancer_median_interval_by_log_log_as_lifelines_prints_it(sex, low, high):
    rows = [row for row in rows_of("cancer.csv") if row["sex"] == sex]

    days, happened = followed(rows, day="time", event="status", happened="2")
    interval = kaplan_meier(days, happened, transform="log-log").median_interval

    assert (interval.low, interval.high) == (low, high)


def test_cancer_log_rank_between_the_sexes():
    rows = rows_of("cancer.csv")

    days, happened = followed(rows, day="time", event="status", happened="2")
    test = log_rank(days, happened, [row["sex"] for row in rows])

    assert round(test.chi_square, 2) == 10.33
    assert round(test.p, 5) == 0.00131


def test_gehan_table_and_medians():
    arms = {
        arm: kaplan_meier(*followed(rows, day="time", event="cens", happened="1"))
        for arm in ("6-MP", "control")
        if (rows := [row for row in rows_of("gehan.csv") if row["treat"] == arm])
    }

    shares = [round(point.estimate, 3) for point in arms["6-MP"].points]
    assert shares == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert (arms["6-MP"].median, arms["control"].median) == (23, 8)


def test_rossi_financial_aid_in_cox_regression():
    rows = rows_of("Rossi.csv")
    days, happened = followed(rows, day="week", event="arrest", happened="1")
    words = {"fin": "yes", "race": "black", "wexp": "yes", "mar": "married", "paro": "yes"}
    covariates = {name: [row[name] == word for row in rows] for name, word in words.items()}
    covariates |= {name: [float(row[name]) for row in rows] for name in ("age", "prio")}

    aid = cox_regression(days, happened, covariates)["fin"]

    assert round(aid.coefficient, 4) == -0.3794
    assert (round(aid.ratio, 3), round(aid.p, 3)) == (0.684, 0.047)
