"""Level report: goals and totals exact, nobody to be found in a breakdown."""

from dataclasses import replace

import pytest

from stegvis.results.calculations.publishing.publish import publication, publish
from stegvis.results.values.figures import Cell, DisclosureLevel, Point
from tests.publishing_samples import (
    HIDDEN,
    MAN,
    WOMAN,
    counts,
    distribution,
    figure,
    follow_up,
    persons,
    published,
    share,
)


def test_level_internal_changes_nothing():
    found = follow_up(share("goal", {WOMAN: (3, 56), MAN: (72, 100)}))

    assert publish(found, "internal") is found


def test_unknown_level_is_refused():
    with pytest.raises(ValueError, match="secret"):
        publish(follow_up(), "secret")


def test_level_is_said_of_the_whole_and_its_parts():
    found = publish(follow_up(parts=(follow_up(),)), "report")

    assert [found.level, found.parts[0].level] == [DisclosureLevel.REPORT] * 2


def test_large_groups_stand():
    goal = share("goal", {WOMAN: (27, 56), MAN: (48, 100)})

    assert published(goal)["goal"] == goal


def test_small_numerator_hides_both_genders_and_leaves_the_goal():
    goal = share("goal", {WOMAN: (3, 56), MAN: (72, 100)})

    found = published(goal)["goal"]

    assert found.groups["gender"] == {WOMAN: HIDDEN, MAN: HIDDEN}
    assert replace(found, groups=goal.groups) == goal


def test_few_who_did_not_reach_hide_as_well():
    found = published(share("goal", {WOMAN: (54, 56), MAN: (48, 100)}))["goal"]

    assert found.groups["gender"] == {WOMAN: HIDDEN, MAN: HIDDEN}


def test_hidden_for_being_small_and_for_its_neighbour_look_the_same():
    found = published(
        share("goal", {WOMAN: (3, 56), MAN: (72, 100)}),
        distribution("ages", "age_band", {WOMAN: {"16–19": 2, "20–24": 20, "25–29": 34}}),
    )

    groups = [group for one in found.values() for group in one.groups.values()]
    hidden = [cell for group in groups for cell in group.values() if cell.hidden]
    assert hidden == [HIDDEN] * 6


def test_unknown_and_excluded_by_group_are_left_unsaid():
    gender = {
        WOMAN: replace(share("a", {WOMAN: (27, 56)}).groups["gender"][WOMAN], unknown=2),
        MAN: Cell(0.5, 50, 100, unknown=5, excluded={"deceased": 1}),
    }
    goal = figure(
        "goal",
        "share",
        k=77,
        n=156,
        unknown=7,
        excluded={"deceased": 1},
        groups={"gender": gender},
    )

    found = published(goal)["goal"]

    assert (found.unknown, found.excluded) == (7, {"deceased": 1})
    assert [(c.k, c.unknown, c.excluded) for c in found.groups["gender"].values()] == [
        (27, None, {}),
        (50, None, {}),
    ]


def test_breakdown_of_a_sub_criterion_is_hidden_as_well():
    inner = share("goal-work", {WOMAN: (2, 56), MAN: (30, 100)})
    goal = replace(share("goal", {WOMAN: (27, 56), MAN: (48, 100)}), parts=(inner,))

    found = published(goal)["goal"]

    assert counts(found.groups["gender"]) == {WOMAN: (27, 56), MAN: (48, 100)}
    assert counts(found.parts[0].groups["gender"]) == {WOMAN: None, MAN: None}


def test_two_goals_of_the_same_people_do_not_give_each_other_away():
    """Remaining and exited make all: what one hides, the other must not tell."""
    found = published(
        persons(25, 33),
        persons(22, 20, "exited"),
        persons(3, 13, "remaining"),
    )

    assert counts(found["persons"].groups["gender"]) == {WOMAN: (25, None), MAN: (33, None)}
    for one in ("exited", "remaining"):
        assert counts(found[one].groups["gender"]) == {WOMAN: None, MAN: None}


def test_nought_that_would_tell_the_others_is_hidden_where_it_was_not_printed():
    alone = replace(persons(0, 3, "remaining"), groups={"gender": {MAN: Cell(3, 3)}})

    found = published(persons(25, 33), alone)

    assert counts(found["remaining"].groups["gender"]) == {WOMAN: None, MAN: None}


def test_part_is_protected_with_the_whole():
    small = follow_up(share("goal", {WOMAN: (1, 20), MAN: (10, 20)}))
    inner = replace(small, programme="delen")

    found = publish(follow_up(persons(25, 33), parts=(inner,)), "report")

    assert counts(found.parts[0].figures[0].groups["gender"]) == {WOMAN: None, MAN: None}


def test_two_figures_of_one_name_stand_apart():
    found = publish(follow_up(persons(25, 33), persons(3, 33)), "report")

    shown = [counts(one.groups["gender"]) for one in found.figures]
    assert shown == [{WOMAN: (25, None), MAN: (33, None)}, {WOMAN: None, MAN: None}]


def test_mean_of_few_is_hidden_with_its_group():
    days = figure(
        "days-enrolled",
        "duration",
        unit="day",
        value=290.0,
        n=156,
        groups={"gender": {WOMAN: Cell(281.5, n=3), MAN: Cell(300.0, n=153)}},
    )

    found = published(days)["days-enrolled"]

    assert (found.value, found.groups["gender"]) == (290.0, {WOMAN: HIDDEN, MAN: HIDDEN})


def test_mean_of_few_in_all_is_hidden():
    found = published(figure("change", "change", value=0.5, n=2))["change"]

    assert (found.value, found.hidden) == (None, HIDDEN.hidden)


def test_average_a_day_of_few_hides_all_groups():
    seats = figure(
        "occupied-seats",
        "standing_volume",
        unit="seat",
        value=20.0,
        groups={"gender": {WOMAN: Cell(2.5), MAN: Cell(17.5)}},
    )

    found = published(seats)["occupied-seats"]

    assert (found.value, found.groups["gender"]) == (20.0, {WOMAN: HIDDEN, MAN: HIDDEN})


def test_range_from_before_the_persons_is_hidden_when_an_end_is_small():
    cells = {"2013:man": Cell(None, 3, 12), "2013:woman": Cell(71, 71, 71)}
    opening = figure("opening-balances", "opening", groups={"earlier": cells})

    found = published(opening)["opening-balances"]

    assert found.groups["earlier"] == cells | {"2013:man": HIDDEN}


def test_places_and_money_are_no_people():
    places = figure("places", "count", unit="place", k=3, groups={"sector": {"a": Cell(1, 1)}})
    money = figure("budget", "money", unit="krona", k=3, groups={"year": {"2020": Cell(3, 3)}})

    found = published(places, money)

    assert found == {"places": places, "budget": money}


def test_several_answers_a_person_hide_only_the_small():
    cells = {code: Cell(k / 50, k, 50) for code, k in (("a", 3), ("b", 40), ("c", 30), ("d", 48))}
    income = figure("income", "distribution", n=50, groups={"income:before": cells})

    found = published(income)["income"]

    assert counts(found.groups["income:before"]) == {
        "a": None,
        "b": (40, 50),
        "c": (30, 50),
        "d": None,
    }


def test_unknown_of_a_breakdown_goes_with_its_cell():
    reasons = distribution("exits", "exit_reason", {WOMAN: {"moved": 9, "ill": 20, "": 3}})
    found = published(replace(reasons, unknown=3))["exits"]

    assert (found.unknown, found.groups["exit_reason"][""]) == (None, HIDDEN)


def test_curve_keeps_quarters_in_which_enough_has_happened():
    points = tuple(
        Point(at, value, at_risk)
        for at, value, at_risk in (
            (40, 0.01, 100),
            (88, 0.10, 90),
            (150, 0.11, 88),
            (200, 0.30, 60),
            (300, 0.31, 58),
            (400, 0.40, 4),
        )
    )
    waiting = figure("time", "time_to_event", k=40, n=100, points={"all": points})

    kept = published(waiting)["time"].points["all"]

    assert kept == (Point(91, 0.10, 88), Point(274, 0.30, 58))


def test_what_is_published_holds_against_the_solver():
    found = publication(follow_up(share("goal", {WOMAN: (3, 56), MAN: (72, 100)})), "report")

    assert (found.audit.holds, found.audit.narrowed_share) == (True, 0.0)
