"""Whatever the journeys: what cannot change a figure does not, and its parts add up."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation import evaluate, goal_table
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.standard.flow import stock_and_flow
from tests.journeys import CUT_OFF, defined, enrolled, facts, goal

FEW, FEWER = settings(max_examples=25), settings(max_examples=6)
START = date(2021, 6, 1)
DECEASED = {"id": "deceased", "name": "avlidna", "where": "exit_reason = deceased"}
MOVED = {"id": "moved", "name": "flyttade", "where": "exit_reason = moved"}
LEFT_OUT = {"exclusions": [DECEASED], "exceptions": [MOVED]}
PLAN = {
    "kind": "conversion",
    "denominator": "enrolled",
    "numerator": None,
    "start": "enrolled_on",
    "event": "first(plans.established_on)",
    "within": 2,
    "span": "months",
}
YOUNG = {"population": {"name": "unga", "where": "age <= 29"}, "denominator": "enrolled"}
GOALS = (
    goal(id="work", **LEFT_OUT),
    goal(id="known", unknown="exclude"),
    goal(id="bounds", unknown="bounds", unit="enrolment"),
    goal(id="young", **YOUNG, **LEFT_OUT),
    goal(id="plan", **PLAN),
    goal(id="many", kind="count", denominator="none", numerator="destination = work"),
)


@st.composite
def journeys(draw):
    enrolled_on = START + timedelta(draw(st.integers(0, 1400)))
    known = {
        "person": str(draw(st.integers(1, 12))),
        "enrolled_on": enrolled_on,
        "gender": draw(st.sampled_from(["woman", "man", "other", None])),
        "birth_year": draw(st.sampled_from([1980, 2000, None])),
    }
    if draw(st.booleans()):
        known["exited_on"] = enrolled_on + timedelta(draw(st.integers(0, 500)))
        known["exit_reason"] = draw(st.sampled_from(["moved", "deceased", None]))
        known["destination"] = draw(st.sampled_from(["work", "care", None]))
    journey = {name: value for name, value in known.items() if value is not None}
    planned = draw(st.none() | st.integers(0, 90))
    return journey, None if planned is None else enrolled_on + timedelta(planned)


MANY = st.lists(journeys(), max_size=25)


def delivered(people):
    plans = [
        {"enrolment": number, "plan_kind": "action_plan", "established_on": on}
        for number, (_journey, on) in enumerate(people, start=1)
        if on
    ]
    return facts(*(journey for journey, _on in people), plans=plans)


def table(people):
    return goal_table(defined(*GOALS), delivered(people), as_of=CUT_OFF)


@FEW
@given(MANY)
def test_parts_add_up_to_the_whole_and_bounds_hold_the_value(people):
    for figure in table(people):
        cells = figure.groups["gender"].values()
        if figure.k is not None:
            assert figure.k == sum(cell.k or 0 for cell in cells)
            assert figure.unknown == sum(cell.unknown or 0 for cell in cells)
        if figure.n is not None:
            assert figure.n == sum(cell.n or 0 for cell in cells)
            assert (figure.k or 0) <= figure.n
        if figure.bounds:
            low, high = figure.bounds
            assert low <= high
            assert figure.value is None or figure.id == "known" or low <= figure.value <= high


@FEWER
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(people, chance):
    given_facts = delivered(people)
    shuffled = {
        name: frame.collect().sample(fraction=1, shuffle=True, seed=chance.randrange(1000)).lazy()
        for name, frame in given_facts.tables.items()
    }
    mixed = type(given_facts)(given_facts.programme, shuffled)
    definition = defined(*GOALS)

    one, other = (evaluate(definition, (), each, as_of=CUT_OFF) for each in (given_facts, mixed))

    assert one == other


@FEWER
@given(MANY, st.lists(journeys(), min_size=1, max_size=5))
def test_people_of_another_programme_change_nothing(people, others):
    theirs = [
        (journey | {"person": f"other-{journey['person']}", "programme": "annan"}, on)
        for journey, on in others
    ]

    assert table([*people, *theirs]) == table(people)


@FEW
@given(MANY)
def test_every_enrolment_is_in_one_place_of_the_flow(people):
    frames = Frames(delivered(people), defined(), day_number(CUT_OFF))
    groups = stock_and_flow(frames).groups
    years = [groups[f"flow:{year}"] for year in (2022, 2023, 2024)]

    for before, after in pairwise(years):
        assert before["remaining"].k == after["opening"].k
    for part in ("in", "out", "transferred"):
        assert groups["flow"][part].k == sum(year[part].k for year in years)
    assert groups["flow"]["opening"].k == years[0]["opening"].k
    assert groups["flow"]["remaining"].k == years[-1]["remaining"].k


def test_a_change_of_rules_divides_every_figure_by_when_they_held():
    rules = [
        {"first": date(2022, 1, 1), "text": "Unga"},
        {"first": date(2023, 1, 1), "text": "Vuxna"},
        {"first": date(2023, 1, 1), "text": "Vuxna med funktionsnedsättning", "priority": True},
    ]
    people = [
        enrolled(enrolled_on=date(2021, 12, 31)),
        enrolled(enrolled_on=date(2022, 12, 31)),
        enrolled(enrolled_on=date(2023, 1, 1)),
        enrolled(enrolled_on=date(2024, 1, 1)),
    ]
    everyone = goal(denominator="enrolled", numerator="enrolled_on is known")

    found = goal_table(defined(everyone, target_group=rules), facts(*people), as_of=CUT_OFF)[0]

    assert {period: cell.k for period, cell in found.groups["rule_period"].items()} == {
        "2022-01-01": 1,
        "2023-01-01": 2,
        "": 1,
    }
    unchanged = goal_table(defined(everyone, target_group=rules[:1]), facts(*people), as_of=CUT_OFF)
    assert list(unchanged[0].groups) == ["gender"]
