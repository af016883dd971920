"""The language of conditions: text to tree, and what is said of a mistake."""

from datetime import date
from decimal import Decimal

import pytest

from stegvis.programmes.values.condition_parser import DEEPEST, parse_condition, parse_term
from stegvis.programmes.values.condition_text import Criterion, Quantity
from stegvis.programmes.values.condition_words import ConditionError
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Any,
    Comparison,
    Field,
    Gather,
    Has,
    Known,
    Not,
    OneOf,
    Operator,
    Span,
    Within,
)

PLAN = Comparison(Field("plan_kind"), Operator.EQUAL, "joint_plan")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("gender = woman", Comparison(Field("gender"), Operator.EQUAL, "woman")),
        ("score >= 0.5", Comparison(Field("score"), Operator.AT_LEAST, Decimal("0.5"))),
        ("age != 10", Comparison(Field("age"), Operator.UNEQUAL, Decimal(10))),
        ("score > -3", Comparison(Field("score"), Operator.MORE, Decimal(-3))),
        (
            "exited_on <= 2024-12-31",
            Comparison(Field("exited_on"), Operator.AT_MOST, date(2024, 12, 31)),
        ),
        ("completed", Comparison(Field("completed"), Operator.EQUAL, value=True)),
        ("completed = no", Comparison(Field("completed"), Operator.EQUAL, value=False)),
        ("programme = ung-vag", Comparison(Field("programme"), Operator.EQUAL, "ung-vag")),
        ("programme = '3-4-4 b'", Comparison(Field("programme"), Operator.EQUAL, "3-4-4 b")),
        ("income in {sick_pay, none}", OneOf(Field("income"), ("sick_pay", "none"))),
        ("exited_on is known", Known(Field("exited_on"))),
        ("gender is missing", Known(Field("gender"), negated=True)),
        ("has(exits)", Has("exits")),
        ("has(plans where plan_kind = joint_plan)", Has("plans", PLAN)),
        (
            "count(activities.activity where offered_on is known) >= 10",
            Comparison(
                Aggregate(Gather.COUNT, "activities", "activity", Known(Field("offered_on"))),
                Operator.AT_LEAST,
                Decimal(10),
            ),
        ),
        (
            "first(plans.established_on) within 2 months of enrolled_on",
            Within(
                Aggregate(Gather.FIRST, "plans", "established_on"),
                2,
                Span.MONTHS,
                Field("enrolled_on"),
            ),
        ),
    ],
)
def test_condition_is_read(text, tree):
    assert parse_condition(text) == tree


def test_and_binds_tighter_than_or():
    a, b, c = (Comparison(Field(name), Operator.EQUAL, value=True) for name in "abc")

    assert parse_condition("a or b and c") == Any((a, All((b, c))))
    assert parse_condition("(a or b) and c") == All((Any((a, b)), c))
    assert parse_condition("not a and b") == All((Not(a), b))
    assert parse_condition("not (a and b)") == Not(All((a, b)))


def test_term_is_read():
    assert parse_term("latest(measurements.measured_on where instrument = smail)") == Aggregate(
        Gather.LATEST,
        "measurements",
        "measured_on",
        Comparison(Field("instrument"), Operator.EQUAL, "smail"),
    )


@pytest.mark.parametrize(
    ("text", "position", "read", "meant"),
    [
        ("", 0, "slutet av villkoret", None),
        ("gender == woman", 8, "=", None),
        ("gender woman", 7, "woman", None),
        ("age >= 0,5", 8, ",", None),
        ("income in [work]", 10, "[", None),
        ("income in {work", 15, "slutet av villkoret", None),
        ("exited_on is knwon", 13, "knwon", "known"),
        ("exited_on withn 6 months of enrolled_on", 10, "withn", "within"),
        ("exited_on within 6 month of enrolled_on", 19, "month", "months"),
        ("exited_on within 6.5 months of enrolled_on", 17, "6.5", None),
        ("cuont(plans) > 1", 0, "cuont", "count"),
        ("first(plans) is known", 11, ")", None),
        ("has(plans were plan_kind = sip)", 10, "were", "where"),
        ("exited_on = 2024-02-30", 12, "2024-02-30", None),
        ("gender = 'woman", 9, "'", None),
        ("completed adn accepted", 10, "adn", "and"),
        ("completed = yes adn accepted", 16, "adn", "and"),
    ],
)
def test_mistake_is_explained(text, position, read, meant):
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)

    error = caught.value
    assert (error.position, error.read, error.meant) == (position, read, meant)


def test_mistake_is_a_swedish_sentence():
    with pytest.raises(ConditionError) as caught:
        parse_condition("exited_on within 6 month of enrolled_on")

    assert str(caught.value) == (
        "Villkoret går inte att läsa vid tecken 20. Menade du months? "
        "Där står: month. Väntat: ”days”, ”weeks” eller ”months”."
    )


@pytest.mark.parametrize("opening", ["(", "not ", "has(plans where "])
def test_endless_nesting_is_refused(opening):
    with pytest.raises(ConditionError, match=f"högst {DEEPEST} nivåer"):
        parse_condition(opening * 200)


def test_endless_text_is_refused():
    with pytest.raises(ConditionError, match="högst 4000 tecken"):
        parse_condition("a and " * 1_000)


def test_criterion_keeps_its_text():
    read = Criterion.read("  completed ")

    assert read == Criterion("  completed ", Comparison(Field("completed"), Operator.EQUAL, True))  # noqa: FBT003 - a literal of the tree
    assert Criterion.read(read) is read


def test_quantity_keeps_its_text():
    read = Quantity.read("enrolled_on")

    assert read == Quantity("enrolled_on", Field("enrolled_on"))
    assert Quantity.read(read) is read


def test_condition_that_is_no_text_is_refused():
    with pytest.raises(ValueError, match="inom citattecken"):
        Criterion.read(5)
