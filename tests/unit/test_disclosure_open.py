"""Level open: seven or fewer redacted, the rest to the nearest five, totals from what is shown."""

import pytest

from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import recover
from stegvis.results.calculations.disclosure.rounding import round_to_base
from stegvis.results.calculations.disclosure.tables import CountTable, Range, Reason


def one_way(name, counts, **more):
    return CountTable(name, ("group",), {(code,): n for code, n in counts.items()}, **more)


@pytest.mark.parametrize(
    ("count", "rounded"), [(8, 10), (10, 10), (12, 10), (13, 15), (97, 95), (98, 100)]
)
def test_rounds_to_the_nearest_five(count, rounded):
    assert round_to_base(count) == rounded


def test_seven_and_nought_are_redacted_and_eight_is_not():
    (table,) = protect([one_way("t", {"a": 0, "b": 7, "c": 8, "d": 43})], "open")

    assert table.cells == {("a",): None, ("b",): None, ("c",): 10, ("d",): 45, ("*",): 55}


def test_totals_of_a_two_way_table_come_from_what_is_shown():
    counts = {("w", "y"): 23, ("w", "n"): 6, ("m", "y"): 11, ("m", "n"): 9}
    (table,) = protect([CountTable("t", ("sex", "work"), counts)], "open")

    margins = {cell: count for cell, count in table.cells.items() if "*" in cell}
    assert margins == {
        ("w", "*"): 25,
        ("m", "*"): 20,
        ("*", "y"): 35,
        ("*", "n"): 10,
        ("*", "*"): 45,
    }


def test_part_that_leaves_few_outside_is_redacted():
    n = one_way("n", {"w": 20, "m": 30}, population="exited")
    k = one_way("k", {"w": 15, "m": 12}, within="exited")

    table = protect([n, k], "open")[1]

    assert table.cells == {("w",): None, ("m",): 10, ("*",): 10}
    assert table.reasons == {("w",): Reason.LINKED}


def test_outsider_who_knows_the_rule_learns_a_band():
    n = one_way("n", {"w": 20, "m": 30}, population="exited")
    k = one_way("k", {"w": 3, "m": 12}, within="exited")

    assert recover(protect([n, k], "open")) == {("k", ("w",)): Range(0, 7)}


def test_cut_that_together_with_others_gives_a_cell_away_is_withheld():
    # 42 + 7 printed as 40 and redacted; 49 in one and in three cells that round to 45 to 50
    tables = [
        one_way("by sex", {"w": 42, "m": 7}, population="all"),
        CountTable("by age", ("age",), {("young",): 13, ("old",): 36}, population="all"),
        CountTable("by site", ("site",), {("a",): 13, ("b",): 13, ("c",): 23}, population="all"),
    ]

    withheld = [table.name for table in protect(tables, "open") if table.is_withheld]

    assert withheld == ["by sex"]
