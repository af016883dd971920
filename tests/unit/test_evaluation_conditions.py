"""What a condition answers of facts: yes, no, or not known."""

from datetime import date

import pytest

from stegvis.results.calculations.evaluation import goal_table
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import Verdict
from tests.journeys import CUT_OFF, defined, enrolled, exited, facts, figure, goal

YES, NO, UNKNOWN = (1, 0), (0, 0), (0, 1)
ONE = exited(
    "work",
    enrolled_on=date(2022, 1, 31),
    exited_on=date(2022, 12, 10),
    birth_year=2000,
    completed=False,
)
ROWS = {
    "plans": [
        {"enrolment": 1, "plan_kind": "action_plan", "established_on": date(2022, 2, 28)},
        {"enrolment": 1, "plan_kind": "sip", "established_on": date(2022, 3, 1), "accepted": True},
        {"enrolment": 2, "plan_kind": "sip", "established_on": date(2022, 1, 31)},
    ],
    "activities": [
        {"enrolment": 1, "activity": "walk", "offered_on": date(2022, 2, 1)},
        {"enrolment": 1, "activity": "walk", "offered_on": date(2022, 3, 1)},
        {"enrolment": 1, "activity": "gym", "tried_on": date(2022, 3, 1)},
    ],
    "attendance": [
        {"enrolment": 2, "activity": "gym", "held_on": date(2023, 7, 1), "attended": True}
    ],
    "steps": [{"enrolment": 2, "step": "start", "started_on": date(2023, 7, 1)}],
    "measurements": [
        {"enrolment": 1, "instrument": "ladder", "measured_on": date(2022, 2, 1), "score": 2.5},
        {"enrolment": 1, "instrument": "ladder", "measured_on": date(2022, 5, 1)},
    ],
}


def answer(condition, *journeys):
    """Of the first journey: k and unknown of a share of that single enrolment."""
    asked = goal(
        unit="enrolment",
        denominator="enrolled",
        population={"name": "den första", "where": "enrolled_on < 2023-01-01"},
        numerator=condition,
        unknown="exclude",
        target=None,
    )
    other = enrolled(enrolled_on=date(2023, 6, 1))
    found = goal_table(defined(asked), facts(*journeys, other, **ROWS), as_of=CUT_OFF)[0]
    return (found.k or 0, found.unknown)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("age = 22", YES),
        ("age != 22", NO),
        ("age >= 22", YES),
        ("age > 22", NO),
        ("age <= 21", NO),
        ("age < 22.5", YES),
        ("age in {21, 22}", YES),
        ("days_enrolled = 313", YES),
        ("exited_on = 2022-12-10", YES),
        ("exited_on > 2022-12-10", NO),
        ("destination = work", YES),
        ("destination != work", NO),
        ("destination != care", YES),
        ("destination in {care, studies}", NO),
        ("completed = no", YES),
        ("completed = yes", NO),
        ("gender = woman", UNKNOWN),
        ("gender is known", NO),
        ("gender is missing", YES),
        ("not gender = woman", UNKNOWN),
        ("not age = 22", NO),
        ("age = 22 and gender = woman", UNKNOWN),
        ("age = 21 and gender = woman", NO),
        ("age = 22 or gender = woman", YES),
        ("age = 21 or gender = woman", UNKNOWN),
        ("has(plans)", YES),
        ("has(plans where accepted = yes)", YES),
        ("has(plans where plan_kind = joint_plan)", NO),
        ("has(plans where accepted is missing and plan_kind = sip)", NO),
        ("count(plans) = 2", YES),
        ("count(activities) = 3", YES),
        ("count(activities.activity) = 2", YES),
        ("count(activities.activity where offered_on is known) = 1", YES),
        ("count(attendance) = 0", YES),
        ("count(attendance.activity) = 0", YES),
        ("count(measurements.score) = 1", YES),
        ("first(plans.established_on) = 2022-02-28", YES),
        ("latest(plans.established_on) = 2022-03-01", YES),
        ("first(steps.started_on) is missing", YES),
        ("first(steps.started_on) < 2023-01-01", UNKNOWN),
    ],
)
def test_a_condition_answers(condition, expected):
    assert answer(condition, ONE) == expected


PLAN = "first(plans.established_on where plan_kind = action_plan)"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (f"{PLAN} within 28 days of enrolled_on", YES),
        (f"{PLAN} within 27 days of enrolled_on", NO),
        (f"{PLAN} within 4 weeks of enrolled_on", YES),
        (f"{PLAN} within 3 weeks of enrolled_on", NO),
        (f"{PLAN} within 1 months of enrolled_on", YES),
        ("latest(plans.established_on) within 1 months of enrolled_on", NO),
        ("latest(plans.established_on) within 2 months of enrolled_on", YES),
        (f"exited_on within 9 months of {PLAN}", NO),
        (f"exited_on within 10 months of {PLAN}", YES),
        (f"enrolled_on within 9 months of {PLAN}", NO),
        ("first(steps.started_on) within 2 months of enrolled_on", NO),
        ("enrolled_on within 2 months of first(steps.started_on)", UNKNOWN),
        (f"not ({PLAN} within 27 days of enrolled_on)", YES),
        (f"{PLAN} within 1 months of enrolled_on and exited_on within 1 months of {PLAN}", NO),
        ("has(activities where tried_on within 1 months of offered_on)", NO),
    ],
)
def test_a_time_runs_to_the_same_day_that_much_later(condition, expected):
    assert answer(condition, ONE) == expected


def test_keys_are_taken_as_they_stand():
    assert answer("person = anna", ONE | {"person": "anna"}) == YES
    assert answer("person in {bo, cecilia}", ONE | {"person": "anna"}) == NO


def test_placements_are_counted_with_what_their_journey_tells():
    place = {"started_on": date(2022, 2, 1)}
    placements = [place | {"enrolment": 1}, place | {"enrolment": 1}, place | {"enrolment": 2}]
    trained = goal(kind="count", unit="placement", denominator="none", numerator=None)

    found = figure(trained, enrolled(gender="woman"), enrolled(), placements=placements)

    assert found.k == 3
    assert {code: cell.k for code, cell in found.groups["gender"].items()} == {"woman": 2, "": 1}


def test_answers_are_a_share_of_those_asked_or_of_those_who_answered():
    asked = {"survey": "exit", "item": "content", "asked_on": date(2022, 2, 1), "gender": "woman"}
    answered = asked | {"answered_on": date(2022, 2, 3)}
    rows = [asked, answered | {"score": 2}, answered | {"score": 4}]
    content = goal(unit="answer", numerator="score >= 3", fewest=1)

    of_asked = figure(content | {"denominator": "asked"}, survey_answers=rows)
    of_answers = figure(content | {"denominator": "respondents"}, survey_answers=rows)

    assert (of_asked.k, of_asked.n, of_asked.unknown) == (1, 3, 1)
    assert (of_answers.k, of_answers.n, of_answers.verdict) == (1, 2, Verdict.REACHED)


def test_completed_is_a_base_of_its_own():
    people = [exited("work", completed=True), exited("work", completed=False), exited("care")]

    assert figure(goal(denominator="completed"), *people).n == 1


def test_nothing_delivered_measures_nothing():
    made = goal(
        kind="deliverable", unit="event", denominator="none", numerator=None, event="team_formed"
    )
    goals = defined(goal(), goal(id="count", kind="count", numerator=None), made | {"id": "made"})

    found = goal_table(goals, FactSet("provet", {}), as_of=CUT_OFF)

    assert [one.verdict for one in found] == [
        Verdict.TOO_FEW,
        Verdict.NOT_MEASURED,
        Verdict.NOT_MEASURED,
    ]


def test_a_share_and_a_conversion_may_ask_for_the_same_time():
    planned = "first(plans.established_on)"
    within = goal(numerator=f"{planned} within 2 months of enrolled_on", denominator="enrolled")
    converted = goal(
        id="plan",
        kind="conversion",
        denominator="enrolled",
        numerator=None,
        event=planned,
        start="enrolled_on",
        within=2,
        span="months",
    )

    found = goal_table(defined(within, converted), facts(ONE, enrolled(), **ROWS), as_of=CUT_OFF)

    assert [(one.k, one.n) for one in found] == [(2, 2), (2, 2)]
