"""The outsider concludes neither more nor less than what every fitting table says."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.results.calculations.disclosure.attack import another_table, conclude
from stegvis.results.calculations.disclosure.recovery import recover
from stegvis.results.calculations.disclosure.tables import (
    UNKNOWN,
    CountTable,
    ProtectedTable,
    Range,
)
from stegvis.results.values.figures import DisclosureLevel

SEX_BY_OUTCOME = CountTable(
    name="outcome by sex",
    dimensions=("sex", "outcome"),
    counts={
        ("woman", "work"): 3,
        ("woman", "studies"): 20,
        ("woman", "other"): 12,
        ("man", "work"): 15,
        ("man", "studies"): 2,
        ("man", "other"): 9,
    },
)


def published(table, hidden):
    cells = {
        cell: None if cell in hidden else count for cell, count in table.with_margins().items()
    }
    return ProtectedTable(table.shape, DisclosureLevel.REPORT, cells)


def ranges_of(table, hidden):
    found = recover([published(table, hidden)])
    return {cell: (found[table.name, cell].low, found[table.name, cell].high) for cell in hidden}


def test_hiding_only_the_small_cells_gives_them_away():
    hidden = {("woman", "work"), ("man", "studies")}

    assert ranges_of(SEX_BY_OUTCOME, hidden) == {
        ("woman", "work"): (3, 3),
        ("man", "studies"): (2, 2),
    }


def test_hiding_a_rectangle_leaves_a_range():
    hidden = set(product(("woman", "man"), ("work", "studies")))

    assert ranges_of(SEX_BY_OUTCOME, hidden) == {
        ("woman", "work"): (1, 18),
        ("woman", "studies"): (5, 22),
        ("man", "work"): (0, 17),
        ("man", "studies"): (0, 17),
    }


def test_two_small_cells_of_a_column_hide_each_other_from_nought_to_their_sum():
    table = CountTable("by sex", ("sex",), {("woman",): 3, ("man",): 2})

    assert ranges_of(table, {("woman",), ("man",)}) == {("woman",): (0, 5), ("man",): (0, 5)}


def test_answers_that_do_not_add_up_have_no_upper_end():
    table = CountTable("tried", ("activity",), {("a",): 3, ("b",): 9}, is_additive=False)

    assert recover([published(table, {("a",)})]) == {("tried", ("a",)): Range(0, float("inf"))}


def fitting(table, hidden):
    """Every table of whole numbers that prints the same: found by trying them all."""
    true = table.with_margins()
    inner = list(table.counts)
    highest = true["*", "*"]
    for counts in product(range(highest + 1), repeat=len(inner)):
        candidate = CountTable("t", table.dimensions, dict(zip(inner, counts, strict=True)))
        found = candidate.with_margins()
        if all(found[cell] == count for cell, count in true.items() if cell not in hidden):
            yield found


@settings(deadline=None, max_examples=25, derandomize=True)
@given(st.lists(st.integers(0, 2), min_size=4, max_size=4), st.data())
def test_ranges_are_those_of_all_fitting_tables(counts, data):
    inner = list(product("ab", "xy"))
    table = CountTable("t", ("one", "two"), dict(zip(inner, counts, strict=True)))
    margins = [cell for cell in table.with_margins() if cell != ("*", "*")]
    hidden = data.draw(st.sets(st.sampled_from(margins), min_size=1))

    found = ranges_of(table, hidden)

    tables = list(fitting(table, hidden))
    for cell in hidden:
        values = [fits[cell] for fits in tables]
        assert found[cell] == (min(values), max(values))


def test_what_contradicts_itself_is_said():
    false = ProtectedTable(
        SEX_BY_OUTCOME.shape,
        DisclosureLevel.REPORT,
        dict.fromkeys(SEX_BY_OUTCOME.with_margins(), None) | {("*", "*"): 5, ("man", "*"): 6},
    )

    with pytest.raises(ValueError, match="contradicts"):
        recover([false])


def test_halves_are_no_counts():
    # at most one of each two of x, y and z, so at most one in all; three halves would also fit
    one, x, not_xy, y, not_yz, in_all, z, not_zx = range(8)
    equations = [
        (one, (x, y, not_xy)),
        (one, (y, z, not_yz)),
        (one, (z, x, not_zx)),
        (in_all, (x, y, z)),
    ]
    knowledge = [Range(1, 1), *[UNKNOWN] * 7]

    assert conclude(equations, knowledge, [in_all]) == {in_all: Range(0, 1)}
    assert another_table(equations, knowledge, 1.0) == {}
