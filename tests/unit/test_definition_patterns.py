"""A goal from a pattern is a goal like any other."""

from datetime import date

import pytest

from stegvis.programmes.files.patterns import goal_patterns
from stegvis.programmes.values.conditions import Span
from stegvis.programmes.values.indicators import Conversion, Target
from tests.definition_samples import HEAD, definition_of, faults_of, warnings_of
from tests.pattern_samples import DECLARED, EVERY_PATTERN, SAID, goal_from


def test_every_pattern_gives_a_whole_goal(tmp_path):
    definition = definition_of(tmp_path, EVERY_PATTERN)

    assert [goal.id for goal in definition.goals] == list(goal_patterns())
    assert warnings_of(tmp_path, EVERY_PATTERN) == []


def test_every_goal_type_has_a_pattern():
    types = {word for one in goal_patterns().values() for word in one.goal_type.split(", ")}

    assert {f"C{number}" for number in range(3, 19)} - types == set()


def test_pattern_takes_what_is_said(tmp_path):
    said = 'target = 0.8\nplan = "sip"\nwithin = 6\nspan = "weeks"\ngroups = []'

    found = definition_of(tmp_path, HEAD + goal_from("plan-in-time", said)).goals[0]

    assert isinstance(found, Conversion)
    assert found.event.text == "first(plans.established_on where plan_kind = sip)"
    assert (found.within, found.span, found.groups) == (6, Span.WEEKS, ())
    assert found.target == Target(value=0.8)
    assert found.examples[0].rows["plans"][0] == {
        "enrolment": 1,
        "plan_kind": "sip",
        "established_on": date(2023, 1, 12),
    }


def test_row_for_each_value_stands_once_for_each(tmp_path):
    text = HEAD + DECLARED + goal_from("domains-improved", SAID["domains-improved"])

    rows = definition_of(tmp_path, text).goals[0].examples[0].rows["measurements"]

    assert [(row["enrolment"], row["item"], row["score"]) for row in rows] == [
        (1, "health", 0),
        (1, "work", 0),
        (1, "health", 1),
        (1, "work", 1),
        (2, "health", 0),
        (2, "work", 0),
        (2, "health", 0),
        (2, "work", 0),
    ]


@pytest.mark.parametrize(
    ("pattern", "said", "where", "what"),
    [
        (
            "to-work-or-study",
            "target = 0.5",
            "rad 13, [[goals]] 1 (to-work-or-study), pattern",
            "Målmönstret to-work-or-study finns inte. Menade du to-work-or-studies?",
        ),
        (
            "to-work-or-studies",
            "",
            "rad 12, [[goals]] 1 (to-work-or-studies), target",
            "Mönstret to-work-or-studies behöver target.",
        ),
        (
            "to-work-or-studies",
            'target = 0.5\ndestinations = ["wrok", "studies"]',
            "rad 12, [[goals]] 1 (to-work-or-studies), numerator",
            "Koden wrok finns inte i listan destination. Menade du work?",
        ),
        (
            "to-work-or-studies",
            "target = 0.5\ndestination = 1",
            "rad 18, [[goals]] 1 (to-work-or-studies), destination",
            "Nyckeln destination finns inte här. Menade du destinations?",
        ),
    ],
)
def test_wrong_use_of_a_pattern_is_refused(tmp_path, pattern, said, where, what):
    faults = faults_of(tmp_path, HEAD + goal_from(pattern, said))

    assert [(fault.where, fault.what) for fault in faults] == [(f"nya-steg.toml, {where}", what)]
