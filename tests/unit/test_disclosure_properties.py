"""Whatever the tables: nothing of 1–4 that is hidden can be worked out."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import audit
from stegvis.results.calculations.disclosure.tables import CountTable, is_small

COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 40))
bounded = settings(deadline=None, max_examples=25, derandomize=True)


@st.composite
def tables(draw, sizes):
    axes = [[f"{axis}{place}" for place in range(size)] for axis, size in enumerate(sizes)]
    inner = list(product(*axes))
    counts = draw(st.lists(COUNTS, min_size=len(inner), max_size=len(inner)))
    dimensions = tuple(f"dimension {axis}" for axis in range(len(sizes)))
    return CountTable("t", dimensions, dict(zip(inner, counts, strict=True)))


@st.composite
def figures(draw):
    """Numbers k and n by the same groups, and n by other groups as well."""
    n = draw(st.lists(COUNTS, min_size=2, max_size=4))
    k = [draw(st.integers(0, count)) for count in n]
    cut = draw(st.integers(0, sum(n)))
    return (
        CountTable("n", ("sex",), {(f"g{i}",): c for i, c in enumerate(n)}, population="exited"),
        CountTable("k", ("sex",), {(f"g{i}",): c for i, c in enumerate(k)}, within="exited"),
        CountTable("a", ("age",), {("u",): cut, ("o",): sum(n) - cut}, population="exited"),
    )


def shown_small(published):
    """Small cells that are printed though they are not grand totals."""
    return [
        (table.name, cell)
        for table in published
        for cell, count in table.cells.items()
        if count is not None and is_small(count) and set(cell) != {"*"}
    ]


def check(given_tables):
    published = protect(given_tables, "report")

    assert shown_small(published) == []
    assert audit(published).holds


@bounded
@given(tables((2, 3)))
def test_two_way_tables_hold(table):
    check([table])


@bounded
@given(tables((3, 4)))
def test_larger_two_way_tables_hold(table):
    check([table])


@bounded
@given(tables((2, 2, 2)))
def test_three_way_tables_hold(table):
    check([table])


@bounded
@given(figures())
def test_shares_with_groups_hold(three):
    check(list(three))


@bounded
@given(tables((2, 3)))
def test_open_tables_hold(table):
    published = protect([table], "open")

    shown = [count for count in published[0].cells.values() if count is not None]
    assert [count for count in shown if count % 5] == []
    assert audit(published).holds


@bounded
@given(figures())
def test_open_shares_with_groups_hold(three):
    assert audit(protect(list(three), "open")).holds
