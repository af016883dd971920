"""A definition changed in some places keeps what its writer wrote elsewhere."""

import tomllib

import pytest

from stegvis.programmes.files.shipped import NOT_PROGRAMMES, shipped, shipped_folder
from stegvis.programmes.files.toml_editing import edited_text

SHIPPED = sorted(p for p in shipped_folder().glob("*.toml") if p.name not in NOT_PROGRAMMES)
STARTER = shipped("starter.toml").read_text(encoding="utf-8")


def changed(text, **keys):
    return {**tomllib.loads(text), **keys}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_text_that_reads_as_wanted_is_left_alone(path):
    text = path.read_text(encoding="utf-8")

    assert edited_text(text, tomllib.loads(text)) == text


def closed_up(text):
    """The library writes its own spaces inside { }."""
    return text.replace(" ", "").splitlines()


def test_one_changed_word_changes_one_line():
    before = closed_up(STARTER)

    after = closed_up(edited_text(STARTER, changed(STARTER, name="Nya stigar")))

    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ('name="Nyavägar"', 'name="Nyastigar"')
    ]


def test_a_key_that_was_not_there_stands_before_the_tables():
    wanted = changed(STARTER, steps_ordered=True)

    text = edited_text(STARTER, wanted)

    assert tomllib.loads(text) == wanted
    assert text.count("#") == STARTER.count("#")


@pytest.mark.parametrize("name", ["starter", "impuls"])  # tables of lines, tables in lists
@pytest.mark.parametrize("table", ["parties", "decisions", "goals", "budget", "posts"])
@pytest.mark.parametrize("edit", ["first_gone", "one_more", "last_changed", "all_gone", "turned"])
def test_rows_are_edited_whatever_way_they_were_written(name, table, edit):
    text = shipped(f"{name}.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).get(table, [])
    new = {"id": "ny", "name": "Ny", "target": {"value": 0.5}}
    edits = {
        "first_gone": rows[1:],
        "one_more": [*rows, new],
        "last_changed": [*rows[:-1], *({**row, "text": "Ändrad"} for row in rows[-1:])],
        "all_gone": [],
        "turned": rows[::-1],
    }
    wanted = changed(text, **{table: edits[edit]})

    again = edited_text(text, wanted)

    assert tomllib.loads(again) == wanted
    assert again.count("# ") >= text.count("# ") // 2


def test_comments_in_other_rows_stay():
    text = '[[goals]]\nid = "a"  # ett\n\n[[goals]]\nid = "b"  # två\ntext = "t"\n'

    again = edited_text(text, {"goals": [{"id": "a"}, {"id": "b", "text": "u"}]})

    assert again == '[[goals]]\nid = "a"  # ett\n\n[[goals]]\nid = "b"  # två\ntext = "u"\n'
