"""No text makes a page hang: the longest that a form takes is read as fast as any other."""

import time

import pytest

from stegvis.reports.calculations.merging import merged
from stegvis.reports.calculations.texts.markdown import parse_texts
from stegvis.reports.calculations.texts.typed_numbers import typed_numbers
from stegvis.reports.forms.texts import LONGEST_TEXT
from tests.unit.test_warnings_typed_numbers import subject

LONGEST_SECONDS = 4.0  # on a machine that does other things too; what hung took minutes
HOSTILE = {
    "comments": "<!--",
    "braces": "{{",
    "braces-and-spaces": "{{" + " " * 300 + "x",
    "stars": "**a",
    "heading": "# a" + " " * 5_000 + "x ",
    "subheading": "## a" + " " * 5_000 + "x ",
    "lines": "A.\n",
    "word": "a",
    "digits": "1",
    "reference-number": "dnr.",
    "paragraph-signs": "§",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_no_text_takes_long_to_read(piece):
    text = (piece * LONGEST_TEXT)[:LONGEST_TEXT]
    began = time.process_time()

    typed_numbers(parse_texts(f"# summary\n{text}"), subject())

    assert time.process_time() - began < LONGEST_SECONDS


def test_two_texts_of_many_paragraphs_are_put_together_at_once():
    theirs, mine = ("\n\n".join(f"{one % 7}" for one in range(start, 30_000)) for start in (0, 1))
    began = time.process_time()

    both = merged(theirs, f"{mine}\n\nmitt")

    assert both.split("\n\n") == ["0", "1", "2", "3", "4", "5", "6", "mitt"]
    assert time.process_time() - began < LONGEST_SECONDS


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<!-- a\nb --># rubrik #\n{{ x.k }}", ("rubrik", 2, "x.k")),
        ("# rubrik\n<!-- utan slut {{y}}", ("rubrik", 1, "y")),
        ("# rubrik\n{{a{b}}", ("rubrik", 1, "a{b")),
    ],
)
def test_comments_headings_and_names_are_read_as_before(written, read):
    (section,) = parse_texts(written).sections
    references = [
        piece.reference
        for passage in section.passages
        for item in passage.items
        for piece in item
        if piece.reference
    ]

    assert (section.heading, section.line, *references) == read
