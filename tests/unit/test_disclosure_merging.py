"""Small categories are put together before anything is hidden."""

from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import audit
from stegvis.results.calculations.disclosure.tables import CountTable


def by_reason(counts, name="reasons", **more):
    cells = {(code,): count for code, count in counts.items()}
    return CountTable(name, ("exit_reason",), cells, merge_as="other", **more)


def merged(*tables):
    published = protect(tables, "report")
    assert audit(published).holds
    return [
        ({cell[0]: n for cell, n in table.cells.items() if cell != ("*",)}, table.merged)
        for table in published
    ]


def test_small_categories_are_put_together():
    found = merged(by_reason({"work": 12, "studies": 8, "moved": 3, "ill": 2}))

    assert found == [({"work": 12, "studies": 8, "other": 5}, ("moved", "ill"))]


def test_one_small_category_takes_the_smallest_other_with_it():
    found = merged(by_reason({"work": 12, "studies": 8, "moved": 3}))

    assert found == [({"work": 12, "other": 11}, ("moved", "studies"))]


def test_existing_other_category_takes_them_in():
    found = merged(by_reason({"work": 12, "studies": 8, "moved": 3, "other": 30}))

    assert found == [({"work": 12, "studies": 8, "other": 33}, ("moved", "other"))]


def test_nothing_small_is_left_alone():
    assert merged(by_reason({"work": 12, "moved": 0})) == [({"work": 12, "moved": 0}, ())]


def test_merging_that_would_leave_one_category_is_not_done():
    found = merged(by_reason({"work": 40, "moved": 2, "ill": 1}))

    assert found == [({"work": 40, "moved": None, "ill": None}, ())]


def test_parts_and_wholes_are_merged_alike():
    n = by_reason({"a": 20, "b": 13, "c": 40, "d": 83}, "n", population="exited")
    k = by_reason({"a": 3, "b": 10, "c": 22, "d": 40}, "k", within="exited")

    assert merged(n, k) == [
        ({"c": 40, "d": 83, "other": 33}, ("a", "b")),
        ({"c": 22, "d": 40, "other": 13}, ("a", "b")),
    ]


def test_nothing_is_merged_that_stands_apart_in_another_table():
    two_way = {("w", "a"): 9, ("w", "b"): 6, ("w", "c"): 7, ("m", "a"): 9, ("m", "b"): 6}
    tables = (
        by_reason({"a": 18, "b": 12, "c": 7}, population="exited"),
        CountTable("both", ("sex", "exit_reason"), two_way, population="exited"),
        by_reason({"a": 2, "b": 7, "c": 1}, "k", within="exited"),
    )

    assert [categories for _counts, categories in merged(*tables)] == [(), (), ()]
