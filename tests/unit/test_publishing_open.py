"""Level open: seven or fewer redacted, the rest rounded to five, figures made again from them."""

from dataclasses import replace
from datetime import date

import pytest

from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target
from stegvis.results.calculations.disclosure.register import OpenRelease, reasons_against
from stegvis.results.calculations.publishing.publish import publication
from stegvis.results.calculations.statistics.shares import wilson
from stegvis.results.values.figures import Cell, Point, Verdict
from tests.publishing_samples import (
    HIDDEN,
    MAN,
    WOMAN,
    counts,
    distribution,
    figure,
    follow_up,
    persons,
    share,
)
from tests.publishing_samples import published as at_level

HALF = Target(op=Operator.AT_LEAST, value=0.5)


def published(*figures):
    return at_level(*figures, level="open")


def test_share_is_made_again_from_its_rounded_groups():
    found = published(share("goal", {WOMAN: (27, 56), MAN: (48, 101)}))["goal"]

    assert counts(found.groups["gender"]) == {WOMAN: (25, 55), MAN: (50, 100)}
    assert (found.value, found.k, found.n) == (75 / 155, 75, 155)
    assert (found.interval, found.bounds) == (wilson(75, 155), None)


def test_total_is_of_the_groups_that_are_shown():
    found = published(share("goal", {WOMAN: (3, 56), MAN: (48, 101)}))["goal"]

    assert found.groups["gender"][WOMAN] == HIDDEN
    assert (found.k, found.n) == (50, 100)


def test_figure_of_which_nothing_is_left_is_hidden():
    found = published(share("goal", {WOMAN: (3, 6), MAN: (4, 7)}, target=HALF))["goal"]

    assert (found.hidden, found.value, found.k, found.n, found.verdict, found.missing) == (
        HIDDEN.hidden,
        None,
        None,
        None,
        Verdict.NONE,
        None,
    )


@pytest.mark.parametrize(
    ("k", "verdict", "missing"),
    [
        (30, Verdict.NOT_REACHED, 20),
        (48, Verdict.NONE, None),  # 46–52 of 97–103: may be reached, may be not
        (52, Verdict.NONE, None),
        (70, Verdict.REACHED, 0),
    ],
)
def test_verdict_is_kept_only_when_the_shown_numbers_tell_it(k, verdict, missing):
    true = Verdict.REACHED if k >= 50 else Verdict.NOT_REACHED
    goal = share("goal", {"": (k, 100)}, target=HALF, verdict=true, missing=max(50 - k, 0))

    found = published(goal)["goal"]

    assert (found.verdict, found.missing) == (verdict, missing)


def test_verdict_is_not_kept_when_a_group_is_hidden():
    goal = share("goal", {WOMAN: (3, 56), MAN: (98, 120)}, target=HALF, verdict=Verdict.REACHED)

    assert published(goal)["goal"].verdict is Verdict.NONE


def test_too_few_is_not_told():
    goal = share("goal", {WOMAN: (1, 3)}, target=HALF, verdict=Verdict.TOO_FEW)

    assert published(goal)["goal"].verdict is Verdict.NONE


def test_what_nobody_measured_is_not_called_hidden():
    goal = figure("goal", "change", n=0, target=HALF, verdict=Verdict.NOT_MEASURED)

    found = published(goal)["goal"]

    assert (found.hidden, found.n, found.verdict) == ("", None, Verdict.NOT_MEASURED)


def test_parts_decide_the_verdict_only_when_all_are_kept():
    sure = share("sure", {"": (70, 100)}, target=HALF, verdict=Verdict.REACHED)
    unsure = share("unsure", {"": (49, 100)}, target=HALF, verdict=Verdict.NOT_REACHED)
    goal = share("goal", {"": (49, 100)}, verdict=Verdict.PARTLY)

    both, one = published(
        replace(goal, id="both", parts=(sure, unsure)), replace(goal, id="one", parts=(sure,))
    ).values()

    assert (both.verdict, one.verdict) == (Verdict.NONE, Verdict.REACHED)


def test_breakdown_stands_in_one_cut():
    ages = {WOMAN: {"16–19": 12, "20–24": 4}, MAN: {"16–19": 30, "20–24": 2}}
    found = published(distribution("ages", "age_band", ages))["ages"]

    assert list(found.groups) == ["age_band"]
    assert counts(found.groups["age_band"]) == {"16–19": (40, 40), "20–24": None}
    assert (found.value, found.k, found.n) == (40, 40, 40)


def test_counts_beside_the_figure_are_rounded():
    goal = share(
        "goal",
        {"": (50, 100)},
        excluded={"deceased": 1, "transferred": 29},
        unknown=4,
        not_yet_due=12,
        after_cut_off=3,
    )

    found = published(goal)["goal"]

    assert found.excluded == {"transferred": 30}
    assert (found.unknown, found.not_yet_due, found.after_cut_off) == (None, 10, None)


def test_mean_is_rounded_and_goes_when_a_group_is_hidden():
    gender = {WOMAN: Cell(281.53, n=56), MAN: Cell(301.49, n=100)}
    days = figure("days", "duration", unit="day", value=294.3, n=156, groups={"gender": gender})
    few = replace(days, id="few", groups={"gender": gender | {WOMAN: Cell(281.53, n=6)}})

    found = published(days, few)

    assert (found["days"].value, found["few"].value) == (294, None)
    assert found["few"].groups["gender"] == {WOMAN: HIDDEN, MAN: Cell(301, None, 100, None)}


def test_occupancy_is_rounded_and_decided_seats_are_not():
    points = {"enrolled": (Point(1, 6), Point(2, 18)), "seats": (Point(1, 33),)}
    seats = figure("occupancy", "series", unit="seat", value=17.2, points=points)

    found = published(seats)["occupancy"]

    assert (found.value, found.points) == (
        15,
        {"enrolled": (Point(2, 20),), "seats": (Point(1, 33),)},
    )


def test_curve_of_waiting_is_left_out():
    curve = {"all": (Point(30, 0.1, 100),)}
    waiting = figure(
        "time",
        "time_to_event",
        value=0.41,
        k=40,
        n=100,
        points=curve,
        groups={"gender": {"": Cell(0.41, 40, 100)}},
    )

    found = published(waiting)["time"]

    assert (found.value, found.k, found.n, found.points) == (None, 40, 100, {"all": ()})


def test_approximate_number_keeps_rounded_ends_and_no_words_of_its_own():
    certificates = figure(
        "certificates",
        "count",
        unit="certificate",
        bounds=(953, 1048),
        groups={"gender": {WOMAN: Cell(None), MAN: Cell(None)}},
        notes=("Ungefärligt antal: minst 953, högst 1 048.", "Räknade för hand."),
    )

    found = published(certificates)["certificates"]

    assert (found.bounds, found.notes) == ((955, 1050), ("Räknade för hand.",))


def test_stock_and_flow_hides_none_alone():
    cells = {"opening": 59, "in": 31, "out": 61, "transferred": 29, "remaining": 0}
    whole = {code: Cell(many, many) for code, many in cells.items()}
    stock = figure("stock-flow", "flow", unit="enrolment", groups={"flow": whole, "flow:2023": {}})

    found = published(stock)["stock-flow"].groups

    assert list(found) == ["flow"]
    assert [code for code, cell in found["flow"].items() if cell.hidden] == ["out", "remaining"]


def test_range_from_before_the_persons_is_rounded():
    opening = figure(
        "opening-balances",
        "opening",
        groups={"earlier": {"2013:man": Cell(None, 12, 18), "2013:woman": Cell(5, 5, 5)}},
    )

    found = published(opening)["opening-balances"].groups["earlier"]

    assert found == {"2013:man": Cell(None, 10, 20, None), "2013:woman": HIDDEN}


def test_money_stays_exact():
    money = figure("budget", "money", unit="krona", value=3, k=3, groups={"year": {"a": Cell(3)}})

    assert published(money)["budget"] == money


def test_open_tables_are_what_the_register_remembers():
    def release(on, woman):
        found = publication(follow_up(persons(woman, 100)), "open")
        return OpenRelease(released_on=on, data_state=on, tables=found.tables)

    first = release(date(2024, 1, 15), 56)

    assert reasons_against(release(date(2024, 8, 15), 90), [first]) == []
    assert len(reasons_against(release(date(2024, 3, 15), 90), [first])) == 1
