"""No description makes a page hang or fail: what cannot be read is refused, in good time."""

import time

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.files.toml_text import LARGEST_FILE, read_toml_text

LONGEST_SECONDS = 4.0  # on a machine that does other things too; what hung took minutes
STARTER = shipped("starter.toml").read_text(encoding="utf-8")


def many(row):
    """So many rows, each with its number, that the text is as long as it may be."""
    return "\n".join(row.format(one) for one in range(LARGEST_FILE // (len(row) + 5)))


@pytest.mark.parametrize("row", ["k{} = 1", "[t{}]", "[[goals]]\nid = 'g{}'"])
def test_long_text_is_read_in_good_time(row):
    began = time.process_time()

    with pytest.raises(Refused):
        read_definition_text(many(row), name="Definitionen")

    assert time.process_time() - began < LONGEST_SECONDS


@pytest.mark.parametrize("value", ["1" * 5_000, "[" * 5_000, "{a=" * 5_000])
def test_endless_value_is_refused(value):
    with pytest.raises(Refused):
        read_toml_text(f"tal = {value}", name="Definitionen")


def test_lines_are_counted_as_before():
    text = '# först\nformat = 1\r\n[[goals]]\n\nid = "a"\n[goals.target]\nvalue = 1\n'

    lines = read_toml_text(text, name="Definitionen").lines

    assert lines == {
        ("format",): 2,
        ("goals", 0): 3,
        ("goals", 0, "id"): 5,
        ("goals", 0, "target"): 6,
        ("goals", 0, "target", "value"): 7,
    }


@pytest.mark.parametrize("sign", ["\\u0001", "\\u000B", "\\uFFFE", "\\b"])
def test_sign_that_no_document_shows_is_refused_with_its_line(sign):
    text = STARTER.replace('name = "', f'name = "{sign}', 1)
    line = next(at for at, one in enumerate(text.splitlines(), 1) if sign in one)

    with pytest.raises(Refused) as refused:
        read_definition_text(text, name="Definitionen")

    assert [(fault.line, fault.what) for fault in refused.value.faults] == [
        (line, "Texten har ett tecken som inte går att visa. Ta bort det.")
    ]
