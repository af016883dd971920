"""What a definition says of one person: whether they belong, and what is due when."""

from datetime import date

import pytest

from stegvis.journeys.calculations.deadlines import Deadline, later, plans_due
from stegvis.journeys.calculations.target_group import answers, is_outside
from stegvis.journeys.policies.recording import Decision, doubts_about
from stegvis.journeys.values.journeys import Doubt
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.values.condition_parser import parse_condition
from stegvis.programmes.values.conditions import Span

KNOWN = {"age": 20, "gender": "woman", "municipality": "Älvnäs", "education": None}
BORN = date(2023, 1, 31)


@pytest.fixture(scope="module")
def starter():
    text = shipped("starter.toml").read_text(encoding="utf-8")
    return read_definition_text(text, name="starter.toml").definition


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("age >= 18", True),
        ("age < 18", False),
        ("age >= 18 and age <= 19", False),
        ("age < 18 or gender = woman", True),
        ("not age >= 18", False),
        ("gender in {man, other}", False),
        ("education = primary", None),
        ("education in {primary}", None),
        ("education is missing", True),
        ("education is known", False),
        ("age < 18 and education = primary", False),
        ("age >= 18 and education = primary", None),
        ("age >= 18 or education = primary", True),
        ("age < 18 or education = primary", None),
        ("has(plans)", None),
        ("count(plans) >= 2", None),
    ],
)
def test_a_condition_is_answered_from_what_is_known(condition, answer):
    assert answers(parse_condition(condition), KNOWN) is answer


@pytest.mark.parametrize(
    ("age", "on", "outside"),
    [
        (17, date(2025, 1, 1), True),
        (18, date(2025, 1, 1), False),
        (64, date(2025, 1, 1), False),
        (65, date(2025, 1, 1), True),
        (65, date(2024, 12, 31), False),
        (None, date(2025, 1, 1), False),
    ],
)
def test_only_a_rule_in_force_puts_somebody_outside(starter, age, on, outside):
    assert is_outside(starter, {"age": age}, on) is outside


@pytest.mark.parametrize(
    ("on", "doubts"),
    [
        (date(2024, 12, 31), [Doubt.BEFORE_PERIOD]),
        (date(2025, 1, 1), []),
        (date(2027, 12, 31), []),
        (date(2028, 1, 1), [Doubt.AFTER_PERIOD]),
    ],
)
def test_a_day_outside_the_decided_time_is_a_doubt(starter, on, doubts):
    period = starter.decisions[0].model_copy(
        update={"first": date(2025, 1, 1), "last": date(2027, 12, 31)}
    )
    known = starter.model_copy(update={"decisions": (period,), "intake_stop": None})

    assert doubts_about(known, {"age": 30}, on) == doubts


def test_a_day_after_the_intake_stop_is_a_doubt(starter):
    known = starter.model_copy(update={"intake_stop": date(2025, 6, 30)})

    assert doubts_about(known, {}, date(2025, 6, 30)) == []
    assert doubts_about(known, {}, date(2025, 7, 1)) == [Doubt.AFTER_INTAKE_STOP]


@pytest.mark.parametrize(("why", "decided"), [("", False), ("  ", False), ("Ja", True)])
def test_a_decision_has_a_reason(why, decided):
    assert bool(Decision(why)) is decided


@pytest.mark.parametrize(
    ("amount", "span", "day"),
    [
        (1, Span.MONTHS, date(2023, 2, 28)),
        (2, Span.WEEKS, date(2023, 2, 14)),
        (10, Span.DAYS, date(2023, 2, 10)),
    ],
)
def test_later_is_the_last_day_in_time(amount, span, day):
    assert later(BORN, amount, span) == day


def test_plans_are_due_until_they_are_made(starter):
    due = Deadline(date(2023, 3, 31), "action_plan")

    assert plans_due(starter, BORN, []) == [due]
    assert plans_due(starter, BORN, ["sip"]) == [due]
    assert plans_due(starter, BORN, ["action_plan"]) == []


@pytest.mark.parametrize(
    ("today", "late", "soon"),
    [
        (date(2023, 3, 23), False, False),
        (date(2023, 3, 24), False, True),
        (date(2023, 3, 31), False, True),
        (date(2023, 4, 1), True, False),
    ],
)
def test_a_deadline_is_soon_and_then_late(today, late, soon):
    due = Deadline(date(2023, 3, 31), "action_plan")

    assert (due.is_late(today), due.is_soon(today)) == (late, soon)
