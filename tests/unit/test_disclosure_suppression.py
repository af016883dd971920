"""Level report: nothing under five can be worked out, and as little as possible is hidden."""

from itertools import product

import pytest

from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import audit
from stegvis.results.calculations.disclosure.searches import searches_of
from stegvis.results.calculations.disclosure.tables import CountTable, Reason
from stegvis.results.calculations.disclosure.truth import truth_of
from stegvis.results.values.figures import DisclosureLevel

REPORT = DisclosureLevel.REPORT


def one_way(name, counts, **more):
    return CountTable(name, ("group",), {(code,): n for code, n in counts.items()}, **more)


def hidden_of(*tables):
    published = protect(tables, REPORT)
    assert audit(published).holds
    return [{cell[0] if len(cell) == 1 else cell for cell in t.hidden} for t in published]


def test_smallest_safe_pattern_of_two_small_cells_hides_four():
    counts = {("w", "a"): 3, ("w", "b"): 20, ("w", "c"): 12}
    counts |= {("m", "a"): 15, ("m", "b"): 2, ("m", "c"): 9}
    table = CountTable("outcome by sex", ("sex", "outcome"), counts)

    assert hidden_of(table) == [set(product("wm", "ab"))]


def test_reasons_tell_the_small_from_what_guards_them():
    (table,) = protect([one_way("t", {"a": 3, "b": 9, "c": 40})], REPORT)

    assert table.cells == {("a",): None, ("b",): None, ("c",): 40, ("*",): 52}
    assert table.reasons == {("a",): Reason.SMALL, ("b",): Reason.LINKED}


def test_nothing_small_hides_nothing():
    assert hidden_of(one_way("t", {"a": 5, "b": 0, "c": 40})) == [set()]


def test_noughts_stand_unless_they_are_needed():
    assert hidden_of(one_way("t", {"a": 2, "b": 0, "c": 40, "d": 6})) == [{"a", "d"}]
    assert hidden_of(one_way("t", {"a": 2, "b": 0})) == [{"a", "b"}]


def test_two_small_cells_guard_each_other():
    assert hidden_of(one_way("t", {"a": 2, "b": 3, "c": 40})) == [{"a", "b"}]


def test_small_margin_of_a_two_way_table_is_hidden():
    counts = {("w", "a"): 0, ("w", "b"): 3, ("m", "a"): 20, ("m", "b"): 30}
    (hidden,) = hidden_of(CountTable("t", ("sex", "outcome"), counts))

    assert {("w", "*"), ("w", "b")} <= hidden
    assert ("*", "*") not in hidden


def test_what_is_left_outside_a_part_is_a_cell_as_well():
    n = one_way("n", {"w": 20, "m": 30, "x": 25}, population="exited")
    k = one_way("k", {"w": 18, "m": 11, "x": 12}, within="exited")

    assert hidden_of(n, k) == [set(), {"w", "m"}]


def test_part_goes_with_its_whole():
    n = one_way("n", {"w": 20, "m": 30, "x": 2}, population="exited")
    k = one_way("k", {"w": 10, "m": 13, "x": 0}, within="exited")

    assert hidden_of(n, k) == [{"w", "x"}, {"w", "x"}]


def test_everybody_and_nobody_may_stand():
    n = one_way("n", {"w": 20, "m": 30}, population="exited")
    k = one_way("k", {"w": 20, "m": 0}, within="exited")

    assert hidden_of(n, k) == [set(), set()]


def test_small_group_of_a_goal_that_nobody_reached():
    n = one_way("n", {"w": 20, "m": 30, "x": 2}, population="exited")
    k = one_way("k", {"w": 0, "m": 0, "x": 0}, within="exited")

    assert hidden_of(n, k)[0] == {"w", "x"}


def test_same_population_in_two_tables_is_protected_together():
    by_sex = one_way("sex", {"w": 3, "m": 20, "x": 30}, population="exited")
    both = CountTable(
        "sex and work",
        ("group", "work"),
        {(g, w): n for (g, w), n in zip(product("wmx", "yn"), (2, 1, 9, 11, 14, 16), strict=True)},
        population="exited",
    )
    first, second = hidden_of(by_sex, both)

    assert first == {code for code, work in second if work == "*"}
    assert "w" in first


def test_cell_that_stands_exactly_elsewhere_stays_and_is_used_against_the_rest():
    without = one_way("t", {"a": 3, "b": 9, "c": 40, "d": 12})
    stated = one_way("t", {"a": 3, "b": 2, "c": 40, "d": 12}, exact=frozenset({("a",)}))

    assert hidden_of(without) == [{"a", "b"}]
    assert hidden_of(stated) == [{"b", "d"}]


def test_breakdown_with_one_category_is_withheld():
    (table,) = protect([one_way("t", {"w": 3})], REPORT)

    assert table.is_withheld
    assert table.cells == {}


def test_answers_that_do_not_add_up_are_hidden_one_by_one():
    assert hidden_of(one_way("t", {"a": 3, "b": 9}, is_additive=False)) == [{"a"}]


def test_empty_table_is_nothing_to_protect():
    (table,) = protect([CountTable("t", ("sex",), {})], REPORT)

    assert table.cells == {("*",): 0}


def test_internal_hides_nothing():
    (table,) = protect([one_way("t", {"a": 1, "b": 2})], "internal")

    assert table.cells == {("a",): 1, ("b",): 2, ("*",): 3}


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ([one_way("t", {"a": 1}), one_way("t", {"a": 1})], "two tables"),
        ([one_way("t", {"a": -1})], "no count"),
        ([one_way("t", {"*": 1})], "no count"),
        ([one_way("n", {"a": 6}), one_way("k", {"a": 7}, within="n")], "larger than its whole"),
        (
            [one_way("x", {"a": 6}, population="p"), one_way("y", {"a": 7}, population="p")],
            "in another table",
        ),
    ],
)
def test_tables_that_cannot_be_true_are_refused(tables, said):
    with pytest.raises(ValueError, match=said):
        protect(tables, REPORT)


def test_when_no_pattern_is_enough_everything_is_hidden():
    truth = truth_of([one_way("t", {"a": 3, "b": 9, "c": 40})])
    (search,) = searches_of(truth)
    search.ambiguous, search.public = set(search.small), set()

    assert search.answer(truth, search.small)
    assert len(search.hidden) == 3
