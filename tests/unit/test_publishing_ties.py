"""What an outsider may subtract: figures that tell of each other are hidden together."""

from stegvis.results.calculations.publishing.publish import publish
from stegvis.results.values.figures import Cell
from tests.journeys import defined, goal
from tests.outsider import MEANS, recovered_by_an_outsider
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

WORK_OR_STUDIES = {"numerator": "destination in {work, studies}", "id": "onwards"}
EXITED = {"population": "exited", "population_name": "de som har lämnat insatsen"}


def destinations(woman, man):
    return distribution("destinations", "destination", {WOMAN: woman, MAN: man}, **EXITED)


def test_goal_of_two_destinations_must_not_tell_one_of_them():
    """Work 3 and care 9 would be enough by themselves, but the goal tells work and studies."""
    woman = {"work": 3, "studies": 12, "care": 9, "other": 30}
    man = {"work": 20, "studies": 15, "care": 10, "other": 55}
    whole = follow_up(
        share("onwards", {WOMAN: (15, 54), MAN: (35, 100)}, **EXITED), destinations(woman, man)
    )
    means = MEANS | {"onwards": ("destination", {"work", "studies"})}

    safe = publish(whole, "report", [defined(goal(**WORK_OR_STUDIES), id="provet")])
    leaking = publish(whole, "report")

    assert recovered_by_an_outsider(safe, whole, means) == []
    assert recovered_by_an_outsider(leaking, whole, means) == [
        ("provet/destinations", "destination", "destination:woman", "work")
    ]


def test_last_stage_tells_work_and_studies():
    """Thirty went onwards: what is left of them is as hidden as what is shown of them."""
    stages = {"enrolled": Cell(154, 154), "exited": Cell(100, 100), "onwards": Cell(33, 33)}
    attrition = figure("attrition", "flow", value=33, groups={"stage": stages})
    counted = {"work": 3, "studies": 30, "care": 9, "other": 58}
    spread = distribution("destinations", "destination", {"": counted}, **EXITED)
    whole = follow_up(spread, attrition)

    found = publish(whole, "report")

    assert found.figures[1] == attrition
    assert recovered_by_an_outsider(found, whole) == []
    assert counts(found.figures[0].groups["destination"]) == {
        "work": None,
        "studies": None,
        "care": (9, 100),
        "other": (58, 100),
    }


def test_category_told_by_a_goal_is_no_hiding_place():
    """The goal says that 29 were transferred: hiding 29 to guard 3 would guard nothing."""
    woman = {"transferred": 15, "own_wish": 2, "work": 21, "other": 30}
    man = {"transferred": 14, "own_wish": 1, "work": 14, "other": 16}
    reasons = distribution("exits-by-reason", "exit_reason", {WOMAN: woman, MAN: man}, **EXITED)
    told = persons(15, 14, "moved-on", population="none")
    counted = goal(id="moved-on", kind="count", numerator="exit_reason = transferred", target=None)
    definition = defined(counted, id="provet")

    found = publish(follow_up(told, reasons), "report", [definition]).figures[1]

    whole = counts(found.groups["exit_reason"])
    assert (whole["transferred"], whole["own_wish"]) == ((29, 113), None)


def test_equal_categories_of_two_breakdowns_are_taken_for_the_same():
    """Those who were transferred went to another programme, women and men alike."""
    reasons = {WOMAN: {"transferred": 15, "other": 51}, MAN: {"transferred": 14, "other": 20}}
    onwards = {
        WOMAN: {"other_programme": 15, "care": 21, "work": 30},
        MAN: {"other_programme": 14, "care": 4, "work": 16},
    }
    whole = follow_up(
        distribution("exits-by-reason", "exit_reason", reasons, **EXITED),
        distribution("destinations", "destination", onwards, **EXITED),
    )

    found = publish(whole, "report").figures[1]

    assert counts(found.groups["destination:man"]) == {
        "other_programme": (14, 34),
        "care": None,
        "work": None,
    }


def test_exclusion_of_few_hides_the_base_of_the_goal_by_gender():
    """All but one of the exited count: the one who does not is a woman or a man."""
    found = published(
        persons(56, 100),
        share("goal", {WOMAN: (27, 55), MAN: (48, 100)}, excluded={"deceased": 1}),
    )

    assert found["goal"].groups["gender"] == {WOMAN: HIDDEN, MAN: HIDDEN}


def test_enrolments_by_gender_tell_nothing_of_the_few_who_came_back():
    again = persons(27, 34, "enrolments", unit="enrolment")
    reasons = distribution(
        "exits-by-reason",
        "exit_reason",
        {WOMAN: {"moved": 20, "work": 7}, MAN: {"moved": 14, "work": 20}},
        unit="enrolment",
        **EXITED,
    )

    found = published(persons(25, 33), again, reasons)

    assert counts(found["persons"].groups["gender"]) == {WOMAN: (25, None), MAN: (33, None)}
    assert found["enrolments"].groups["gender"] == {WOMAN: HIDDEN, MAN: HIDDEN}
    assert set(counts(found["exits-by-reason"].groups["exit_reason:man"]).values()) == {None}
    assert counts(found["exits-by-reason"].groups["exit_reason"]) == {
        "moved": (34, 61),
        "work": (27, 61),
    }


def flow(out, transferred):
    row = {"opening": 5, "in": 60, "out": out, "transferred": transferred}
    cells = row | {"remaining": 65 - out - transferred}
    return {code: Cell(many, many) for code, many in cells.items()}


def test_stock_and_flow_tells_out_and_transferred_together_when_few_were_transferred():
    years = {"flow": flow(40, 12), "flow:2023": flow(20, 9), "flow:2024": flow(20, 3)}
    stock = figure("stock-flow", "flow", unit="enrolment", value=13, groups=years)

    found = published(stock)["stock-flow"]

    assert found.groups["flow"] == years["flow"]
    for year in ("flow:2023", "flow:2024"):
        assert found.groups[year] == years[year] | {"out": HIDDEN, "transferred": HIDDEN}


def test_stock_and_flow_stands_where_nobody_was_transferred():
    years = {"flow": flow(3, 0), "flow:2023": flow(2, 0), "flow:2024": flow(1, 0)}
    stock = figure("stock-flow", "flow", unit="enrolment", value=62, groups=years)

    assert published(stock)["stock-flow"] == stock
