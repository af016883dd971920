"""A figure with groups: k and n by gender, and the goal itself exact."""

import pytest

from stegvis.results.calculations.disclosure.grouped import GroupedShare, protect_release
from stegvis.results.calculations.disclosure.tables import CountTable, Range


def released(groups, level="report", **more):
    release = protect_release([GroupedShare("work", "gender", groups, **more)], level)
    return release.shares[0], release.audit


def test_large_groups_stand():
    share, audit = released({"woman": (27, 56), "man": (48, 100)})

    assert share.groups == {"woman": (27, 56), "man": (48, 100)}
    assert (share.total, audit.narrowed_share) == ((75, 156), None)


def test_small_numerator_hides_both_numerators_and_no_base():
    share, audit = released({"woman": (3, 56), "man": (72, 100)})

    assert share.groups == {"woman": (None, 56), "man": (None, 100)}
    assert share.total == (75, 156)
    assert audit.ranges == {
        ("work by gender: k", ("woman",)): Range(0, 56),
        ("work by gender: k", ("man",)): Range(19, 75),
    }
    assert audit.narrowed_share == 0.0


def test_few_who_did_not_reach_hide_as_well():
    share, _audit = released({"woman": (54, 56), "man": (30, 100)})

    assert share.groups == {"woman": (None, 56), "man": (None, 100)}


def test_small_group_is_hidden_whole():
    share, _audit = released({"woman": (20, 56), "man": (30, 100), "unknown": (1, 3)})

    assert share.groups == {"woman": (None, None), "man": (30, 100), "unknown": (None, None)}


def test_narrow_ranges_are_counted():
    _share, audit = released({"woman": (1, 40), "man": (1, 30)})

    assert audit.ranges["work by gender: k", ("woman",)] == Range(0, 2)
    assert audit.narrowed_share == 1.0


def test_group_of_all_is_withheld_when_small():
    share, _audit = released({"woman": (1, 3)})

    assert (share.is_withheld, share.groups, share.total) == (True, {}, (1, 3))


def test_internal_shows_all_and_attacks_nothing():
    share, audit = released({"woman": (1, 3)}, "internal")

    assert (share.groups, audit) == ({"woman": (1, 3)}, None)


def test_open_total_comes_from_the_groups_that_are_shown():
    share, _audit = released({"woman": (3, 56), "man": (48, 101)}, "open")

    assert share.groups == {"woman": (None, 55), "man": (50, 100)}
    assert share.total == (50, 100)


def test_figures_of_the_same_people_hide_the_same_base():
    groups = {"woman": (20, 56), "man": (30, 100), "unknown": (0, 3)}
    others = {"woman": (40, 56), "man": (60, 100), "unknown": (0, 3)}
    release = protect_release(
        [
            GroupedShare("work", "gender", groups, population="exited"),
            GroupedShare("plan", "gender", others, population="exited"),
        ],
        "report",
    )

    hidden = [[g for g, (_k, n) in share.groups.items() if n is None] for share in release.shares]
    assert hidden == [["woman", "unknown"], ["woman", "unknown"]]
    assert release.audit.holds


def test_tables_beside_the_figures_are_protected_in_the_same_release():
    table = CountTable("ages", ("age",), {("young",): 3, ("old",): 9})

    release = protect_release([], "report", [table])

    assert [cell for table in release.tables for cell in table.hidden] == [("young",), ("old",)]


def test_merged_groups_are_named():
    groups = {"a": (3, 20), "b": (10, 13), "c": (22, 40), "d": (40, 83)}
    share, _audit = released(groups, merge_as="other")

    assert share.groups == {"c": (22, 40), "d": (40, 83), "other": (13, 33)}
    assert share.merged == ("a", "b")


def test_unknown_level_is_refused():
    with pytest.raises(ValueError, match="secret"):
        released({"woman": (3, 56)}, "secret")
