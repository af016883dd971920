"""What a pattern promises in its worked example is what comes out."""

from stegvis.results.calculations.examples import check_examples
from tests.definition_samples import definition_of
from tests.pattern_samples import EVERY_PATTERN


def test_worked_examples_of_patterns_come_out(tmp_path):
    assert check_examples(definition_of(tmp_path, EVERY_PATTERN)) == []
