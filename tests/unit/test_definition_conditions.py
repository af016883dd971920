"""A condition may only speak of what there is, and compare like with like."""

import pytest

from tests.definition_samples import HEAD, INSTRUMENT, definition_of, faults_of, goal


def faults_in(folder, condition, **lines):
    text = HEAD + INSTRUMENT + goal(numerator=f'"{condition}"', **lines)
    return [(fault.what, fault.read) for fault in faults_of(folder, text)]


@pytest.mark.parametrize(
    ("condition", "what", "read"),
    [
        (
            "desination = work",
            "Fältet desination finns inte i enrolments. Menade du destination?",
            "desination",
        ),
        (
            "destination = wrok",
            "Koden wrok finns inte i listan destination. Menade du work?",
            "wrok",
        ),
        (
            "destination in {work, stdies}",
            "Koden stdies finns inte i listan destination. Menade du studies?",
            "stdies",
        ),
        (
            "has(plan where plan_kind = sip)",
            "Tabellen plan finns inte. Menade du plans?",
            "plan",
        ),
        (
            "has(plans where plankind = sip)",
            "Fältet plankind finns inte i plans. Menade du plan_kind?",
            "plankind",
        ),
        (
            "has(measurements where instrument = weel)",
            "Koden weel finns inte i listan instrument. Menade du wheel?",
            "weel",
        ),
        ("destination", "destination kan inte ha det värdet.", "yes"),
        ("completed = 1", "completed kan inte ha det värdet.", "1"),
        ("exited_on > 5", "exited_on kan inte ha det värdet.", "5"),
        ("age >= 2024-01-01", "age kan inte ha det värdet.", "2024-01-01"),
        ("count(plans) = sip", "count kan inte ha det värdet.", "sip"),
        (
            "destination > work",
            "destination har ingen ordning att jämföra efter.",
            ">",
        ),
        ("first(plans.plan_kind) is known", "Här behövs ett datum.", "plan_kind"),
        (
            "count(activities.activty) > 1",
            "Fältet activty finns inte i activities. Menade du activity?",
            "activty",
        ),
        ("gender within 2 months of enrolled_on", "Här behövs ett datum.", "gender"),
        (
            "has(places)",
            "Raderna i places hör inte till någon rad i enrolments.",
            "has(places)",
        ),
        (
            "has(plans where count(steps) > 1)",
            "En tabell kan inte sökas inuti en annan (where).",
            "count(steps)",
        ),
        ("not (completed and ag = 1)", "Fältet ag finns inte i enrolments. Menade du age?", "ag"),
    ],
)
def test_condition_is_refused(tmp_path, condition, what, read):
    assert faults_in(tmp_path, condition) == [(what, read)]


@pytest.mark.parametrize(
    "condition",
    [
        "destination in {work, studies} and has(plans where plan_kind = joint_plan)",
        "first(plans.established_on where accepted) within 2 months of enrolled_on",
        "count(activities.activity where offered_on is known) >= 10",
        "has(measurements where instrument = wheel and score > 2.5)",
        "latest(measurements.measured_on) >= 2024-01-01 or gender is missing",
        "has(consents where consent_purpose = statistics)",
        "programme = nya-steg and not exit_reason = deceased",
    ],
)
def test_condition_is_allowed(tmp_path, condition):
    text = HEAD + INSTRUMENT + goal(numerator=f'"{condition}"')

    assert definition_of(tmp_path, text).goals[0].numerator.text == condition


def test_condition_looks_at_the_rows_of_its_unit(tmp_path):
    lines = {"unit": '"place"', "denominator": '"rows"'}

    assert faults_in(tmp_path, "destination = work", **lines) == [
        ("Fältet destination finns inte i places.", "destination")
    ]
    assert faults_in(tmp_path, "sector = privat", **lines) == [
        ("Koden privat finns inte i listan sector. Menade du private?", "privat")
    ]
