"""Förrehabiliterande insatser: an application with its budget. Source: [F2]."""

from collections import defaultdict

import pytest

from stegvis.programmes.files.definition import load_definition
from stegvis.programmes.files.shipped import shipped
from tests.acceptance import follow_up_of, imported, shown

ORE = 100


@pytest.fixture(scope="module")
def definition():
    return load_definition(shipped("forrehabiliterande-insatser.toml"))


def kronor(definition, year, *keys, **wanted):
    """Sums of one year's budget, by the columns named."""
    sums = defaultdict(int)
    for row in definition.budget:
        if row.year == year and all(getattr(row, key) == value for key, value in wanted.items()):
            sums[tuple(getattr(row, key) for key in keys)] += row.amount_ore
    return {key: ore // ORE for key, ore in sums.items()}


def test_budget_of_2018_foots(definition):
    assert kronor(definition, 2018) == {(): 1_587_500}
    assert kronor(definition, 2018, "financed") == {(True,): 995_500, (False,): 592_000}


def test_budget_of_2018_by_party(definition):
    assert kronor(definition, 2018, "payer") == {
        ("municipality",): 1_212_500,
        ("employment_service",): 225_000,
        ("social_insurance",): 150_000,
    }


def test_budget_of_2018_by_category(definition):
    categories = kronor(definition, 2018, "category", financed=True)
    other = sum(
        amount for (category,), amount in categories.items() if category not in {"salaries", "rent"}
    )

    assert (categories[("salaries",)], categories[("rent",)], other) == (860_000, 87_000, 48_500)


def test_budget_of_2020_foots_with_what_cannot_be_read(definition):
    assert kronor(definition, 2020) == {(): 1_569_000}
    assert kronor(definition, 2020, "financed") == {(True,): 979_000, (False,): 590_000}


def test_follow_up_of_nobody():
    report = follow_up_of("forrehabiliterande-insatser")

    assert imported("forrehabiliterande-insatser").faults == ()
    assert shown(report.figure("participants")) == "0"
    assert [figure.id for figure in report.figures if figure.verdict.value == "reached"] == []
