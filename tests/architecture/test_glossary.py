"""One word for one thing: every word of the code stands in docs/glossary.md."""

import ast
import re

import pytest

from tests.house import (
    ROOT,
    definition_files,
    parsed,
    python_files,
    relative,
    rows_of_table,
    table_in,
    tree,
)

COLUMNS = ("svenska", "english", "code name", "meaning", "source")
VALUES = ("stegvis/programmes/values", "stegvis/results/values")
CODE_LISTS = ROOT / "definitions" / "code-lists.toml"
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def glossary():
    return table_in("glossary.md")


def code_lists(file):
    """The shared lists, or those that a programme adds words to."""
    return parsed(file) if file == CODE_LISTS else parsed(file).get("code_lists", {})


def words(row):
    return set(WORD.findall(row["code name"]))


def public_classes(tree):
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def missing(names, known):
    return [f"{where}: {name}" for where, name in names if name not in known]


def test_glossary_rows_are_whole():
    rows = glossary()

    assert tuple(rows[0]) == COLUMNS
    assert [row["svenska"] for row in rows if not all(row.get(name) for name in COLUMNS)] == []


def test_swedish_words_stand_once():
    terms = [term.strip() for row in glossary() for term in row["svenska"].split(",")]

    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_classes_of_values_stand_in_the_glossary():
    known = set().union(*map(words, glossary()))
    names = [
        (relative(file), name)
        for file in python_files(*VALUES)
        for name in public_classes(tree(file))
    ]

    assert missing(names, known) == []


def test_code_lists_stand_in_the_glossary():
    known = set().union(*map(words, glossary()))
    names = [(relative(file), name) for file in definition_files() for name in code_lists(file)]

    assert CODE_LISTS in definition_files()

    assert missing(names, known) == []


@pytest.fixture
def table():
    return rows_of_table(
        "# Words\n\n| Svenska | Code name |\n|---|---|\n| mål | `Goal`, `goals` |\n| a | B |\n"
    )


def test_rows_of_a_table_are_read_by_heading(table):
    assert table == [
        {"svenska": "mål", "code name": "`Goal`, `goals`"},
        {"svenska": "a", "code name": "B"},
    ]


def test_words_of_a_row_are_read_without_marks(table):
    assert words(table[0]) == {"Goal", "goals"}


def test_missing_words_are_reported_with_their_place():
    classes = public_classes(ast.parse("class A: ...\nclass _B: ...\nclass C: ...\n"))

    assert missing([("x.py", name) for name in classes], {"A"}) == ["x.py: C"]
