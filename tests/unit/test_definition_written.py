"""A definition written and read again is the same definition."""

import pytest

from stegvis.programmes.files.definition import load_definition
from stegvis.programmes.files.definition_text import write_definition
from stegvis.programmes.files.shipped import NOT_PROGRAMMES, shipped_folder
from tests.definition_samples import GOAL, HEAD, INSTRUMENT, definition_of, written_to
from tests.pattern_samples import EVERY_PATTERN

SHIPPED = sorted(p for p in shipped_folder().glob("*.toml") if p.name not in NOT_PROGRAMMES)
ROWS = """
[[budget]]
year = 2023
category = "travel"
payer = "region"
financed = false
amount = "-12,50 kr"
[texts]
purpose = "Två rader\\nmed \\"citat\\" och \\\\."
[code_lists.exit_reason]
abroad = {name = "Utomlands", common = "moved"}
moved = {name = "Flytt", also = ["Flyttade"]}
[code_lists.municipality]
alvnas = "Älvnäs"
"""


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_definition_is_written_as_it_was_read(tmp_path, path):
    definition = load_definition(path)

    text = write_definition(definition)
    again = load_definition(written_to(tmp_path, text))

    assert again == definition
    assert write_definition(again) == text


@pytest.mark.parametrize("text", [HEAD, HEAD + INSTRUMENT + GOAL + ROWS, EVERY_PATTERN])
def test_definition_is_written_as_it_was_read(tmp_path, text):
    definition = definition_of(tmp_path, text)

    assert definition_of(tmp_path, write_definition(definition)) == definition


def test_text_has_only_what_was_said(tmp_path):
    text = write_definition(definition_of(tmp_path, HEAD + ROWS))

    assert (
        text
        == """format = 1
id = "nya-steg"
name = "Nya steg"
version = "1"
kind = "individual"
associations = ["Samordningsförbundet Exempelbygden"]
source = "F1"

[[parties]]
id = "kommun"
name = "Älvnäs kommun"
role = "owner"

[[decisions]]
first = 2023-01-01
last = 2024-12-31

[[budget]]
year = 2023
category = "travel"
payer = "region"
financed = false
amount = -12.5

[texts]
purpose = "Två rader\\nmed \\"citat\\" och \\\\."

[code_lists.municipality]
alvnas = {name = "Älvnäs"}

[code_lists.exit_reason]
moved = {name = "Flytt", also = ["Flyttat", "Flyttade"]}
abroad = {name = "Utomlands", common = "moved"}
"""
    )
