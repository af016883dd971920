"""Two who wrote at once: both texts, with what is the same said once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.reports.calculations.merging import merged, paragraphs

WORDS = st.lists(st.text("abc ", min_size=1).filter(str.strip), max_size=6).map("\n\n".join)


@pytest.mark.parametrize(
    ("theirs", "mine", "base", "expected"),
    [
        ("A\n\nB", "A\n\nB", "", "A\n\nB"),
        ("A\n\nB", "A\n\nC", "A", "A\n\nB\n\nC"),
        ("A\n\nB", "A", "A", "A\n\nB"),
        ("A\n\nB", "C\n\nB", "A\n\nB", "C\n\nB"),
        ("A1\n\nB", "A2\n\nB", "A\n\nB", "A1\n\nA2\n\nB"),
        ("B", "A\n\nB\n\nC", "A\n\nB", "B\n\nC"),
        ("A\n\nB", "B\n\nA", "A\n\nB", "B\n\nA"),
        ("", "A", "", "A"),
        ("A\r\n\r\nB", "A\n\nB", "", "A\n\nB"),
    ],
)
def test_merged_text_has_what_both_wrote(theirs, mine, base, expected):
    assert merged(theirs, mine, base) == expected


@given(WORDS, WORDS)
def test_merging_without_a_common_origin_loses_no_paragraph(theirs, mine):
    kept = set(paragraphs(merged(theirs, mine)))

    assert kept == {*paragraphs(theirs), *paragraphs(mine)}


@given(WORDS, WORDS, WORDS)
def test_what_is_new_is_never_lost(theirs, mine, base):
    new = {*paragraphs(theirs), *paragraphs(mine)} - set(paragraphs(base))

    assert new <= set(paragraphs(merged(theirs, mine, base)))


@given(WORDS, WORDS, WORDS)
def test_what_both_have_kept_is_never_lost(theirs, mine, base):
    common = set(paragraphs(theirs)) & set(paragraphs(mine))

    assert common <= set(paragraphs(merged(theirs, mine, base)))
