"""Every blank of every goal pattern can be filled in on screen, and comes out as in a file."""

import pytest

from stegvis.programmes.calculations.kinds import is_share
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.files.patterns import goal_patterns
from stegvis.programmes.forms.goals import kept_target, shown_target, with_target
from stegvis.programmes.forms.patterns import BLANKS, GROUPS, SHARES, PatternForm
from tests.pattern_samples import EVERY_PATTERN

DEFINITION = read_definition_text(EVERY_PATTERN, name="prov").definition
GOAL = {goal.id: goal for goal in DEFINITION.goals}
OWN = {"text": "Målets text", "level": "programme", "source": "F1"}


@pytest.mark.parametrize("pattern", goal_patterns().values(), ids=lambda pattern: pattern.id)
def test_every_blank_has_words_and_a_group(pattern):
    assert set(pattern.parameters) <= set(BLANKS)
    assert [pattern.goal["kind"] in kinds for _title, kinds in GROUPS].count(True) == 1


@pytest.mark.parametrize("pattern", goal_patterns().values(), ids=lambda pattern: pattern.id)
def test_a_target_is_asked_for_in_per_cent_where_it_is_a_share(pattern):
    assert (pattern.goal["kind"] in SHARES) == is_share(GOAL[pattern.id])


def test_only_what_differs_from_the_pattern_is_written():
    pattern = goal_patterns()["progression"]
    said = {**OWN, "target": "50", "instrument": "wheel", "items": ["health", "work"]}
    form = PatternForm(
        {**said, "least": "0.5", "least_is": "raw"}, pattern=pattern, definition=DEFINITION
    )

    assert form.is_valid()
    assert form.row({"malets-text"}) == {
        "pattern": "progression",
        "id": "malets-text-2",
        "text": "Målets text",
        "source": "F1",
        "target": 0.5,
        "instrument": "wheel",
        "items": ["health", "work"],
        "least": 0.5,
    }


WORKED = {"k": 1, "n": 2, "verdict": "reached"}


@pytest.mark.parametrize(
    ("row", "written", "expected"),
    [
        ({"pattern": "volume", "target": 10}, 25, {"pattern": "volume", "target": 25}),
        ({"target": {"op": "<=", "value": 10}}, 25, {"target": {"op": "<=", "value": 25}}),
        ({"id": "a"}, 25, {"id": "a", "target": {"op": ">=", "value": 25}}),
        ({"id": "a", "target": 10}, None, {"id": "a"}),
        (
            {"examples": [{"expect": WORKED}, {"expect": {"verdict": "reached"}}]},
            None,
            {"examples": [{"expect": {"k": 1, "n": 2}}]},
        ),
    ],
)
def test_a_target_is_written_as_the_row_writes_it(row, written, expected):
    assert with_target(row, written, GOAL["volume"]) == expected


def test_a_share_is_written_in_per_cent_and_kept_as_a_share():
    goal = GOAL["to-work-or-studies"]

    assert (shown_target(0.125, goal), kept_target("12.5", goal)) == (12.5, 0.125)
    assert with_target({"pattern": "p"}, "50", goal)["target"] == 0.5
