"""Two versions of a definition, sentence beside sentence."""

import pytest

from stegvis.programmes.calculations.differences import (
    Change,
    Difference,
    differences,
    unsaid_changes,
    unsaid_sentence,
)
from stegvis.programmes.calculations.portrait.section import Entry
from tests.definition_samples import GOAL, HEAD, definition_of

POST = """
[[posts]]
role = "Coach"
percent = 50
payer = "municipality"
financed = true
"""


@pytest.fixture
def versions(tmp_path):
    def read(*texts):
        return [definition_of(tmp_path, text) for text in texts]

    return read


def test_the_same_definition_has_no_differences(versions):
    old, new = versions(HEAD + GOAL, HEAD + GOAL)

    assert (differences(old, new), unsaid_changes(old, new)) == ((), ())


def test_the_name_of_the_version_is_no_difference(versions):
    old, new = versions(HEAD, HEAD.replace('version = "1"', 'version = "2"'))

    assert differences(old, new) == ()


def test_a_changed_target_shows_only_the_sentence_that_changed(versions):
    old, new = versions(HEAD + GOAL, HEAD + GOAL.replace("value = 0.5", "value = 0.6"))

    text = "Minst hälften går vidare till arbete eller studier."
    earlier = Entry(text, ("Mål: minst 50\u00a0%.",), "out")
    later = Entry(text, ("Mål: minst 60\u00a0%.",), "out")
    assert differences(old, new) == (
        Difference("goals_programme", "Insatsmål", (Change(earlier, later),)),
    )


def test_what_is_new_has_nothing_before_and_what_is_gone_nothing_after(versions):
    old, new = versions(HEAD + POST, HEAD + GOAL)

    found = {one.key: one.changes for one in differences(old, new)}

    assert {key: len(changes) for key, changes in found.items()} == {
        "goals_programme": 1,
        "posts": 1,
    }
    assert found["goals_programme"][0].earlier is None
    assert found["posts"][0].later is None


def test_a_row_in_between_does_not_move_the_others(versions):
    two = POST + POST.replace("Coach", "Läkare")
    three = POST + POST.replace("Coach", "Pedagog") + POST.replace("Coach", "Läkare")
    old, new = versions(HEAD + two, HEAD + three)

    (posts,) = differences(old, new)

    assert [(one.earlier, one.later.text[:7]) for one in posts.changes] == [(None, "Pedagog")]


def test_what_no_sentence_says_is_named(versions):
    changed = HEAD.replace('source = "F1"', 'source = "F2"') + '[texts]\npurpose = "Annat"\n'
    old, new = versions(HEAD, changed)

    assert differences(old, new) == ()
    assert unsaid_sentence(old, new) == "Också ändrat: källa och ansökans texter."
