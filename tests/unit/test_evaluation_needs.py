"""Which fact tables an indicator is counted from."""

import pytest

from stegvis.results.calculations.evaluation.needs import tables_needed
from tests.journeys import defined, goal

CHANGE = {
    "kind": "change",
    "instrument": "ladder",
    "least": 1,
    "least_is": "raw",
    "denominator": "measured_twice",
    "numerator": None,
}


@pytest.mark.parametrize(
    ("changed", "tables"),
    [
        ({}, ("enrolments", "exits", "destinations")),
        ({"numerator": "has(plans where plan_kind = sip)"}, ("enrolments", "exits", "plans")),
        ({"numerator": "not (age >= 20)", "denominator": "enrolled"}, ("persons", "enrolments")),
        (
            {
                "numerator": "first(plans.established_on) within 2 months of enrolled_on",
                "denominator": "enrolled",
            },
            ("enrolments", "plans"),
        ),
        (CHANGE, ("enrolments", "measurements")),
        (
            {"kind": "deliverable", "unit": "event", "event": "team_formed", "numerator": None}
            | {"denominator": "none", "target": None},
            ("events",),
        ),
        ({"kind": "qualitative", "denominator": "none", "numerator": None, "target": None}, ()),
    ],
)
def test_tables_needed_follow_what_is_counted(changed, tables):
    indicator = defined(goal(**changed)).goals[0]

    assert tables_needed(indicator) == tables


def test_tables_needed_of_answers_are_their_own():
    written = goal(unit="answer", denominator="respondents", numerator="score >= 3")

    assert tables_needed(defined(written).goals[0]) == ("survey_answers",)
