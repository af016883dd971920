"""Everything countable says where it comes from, and that place is listed in docs/sources.md."""

import ast
import re

import pytest

from tests.house import CODE, definition_files, parsed, python_files, relative, table_in, tree

FORM = re.compile(r"^(?P<key>[A-Z][A-Za-z0-9-]*)(:.+)?$")
IN_DOCSTRING = re.compile(r"Source:\s*\[([^\]]*)\]")
NEEDED = {
    "goals": ("id", "text", "source"),
    "figures": ("id", "text", "source"),
    "instruments": ("code", "name", "source"),
    "surveys": ("code", "name", "source"),
    "patterns": ("id", "name", "goal_type"),
}
SPELT_OUT = ("unit", "denominator", "population")  # unless a pattern says it
OF_A_PATTERN = re.compile(r"patterns\[\d+\]\.goal")


def keys():
    return {row["key"] for row in table_in("sources.md")}


def walk(node, path=""):
    """Every table of a parsed TOML file, with its place."""
    if isinstance(node, dict):
        yield path, node
        for name, child in node.items():
            yield from walk(child, f"{path}.{name}" if path else name)
    elif isinstance(node, list):
        for number, child in enumerate(node, start=1):
            yield from walk(child, f"{path}[{number}]")


def unknown(sources, known):
    return [
        f"{where}: {source}"
        for where, source in sources
        if not (form := FORM.match(source)) or form["key"] not in known
    ]


def sources_of_definitions():
    return [
        (f"{relative(file)} {place}", table["source"])
        for file in definition_files()
        for place, table in walk(parsed(file))
        if isinstance(table.get("source"), str)
    ]


def sources_of_docstrings():
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (relative(file), source)
        for file in python_files(*CODE, "tests")
        for node in ast.walk(tree(file))
        if isinstance(node, documented)
        for source in IN_DOCSTRING.findall(ast.get_docstring(node) or "")
    ]


def lacking(document):
    for place, table in walk(document):
        kind = place.rpartition(".")[2].partition("[")[0]
        needed = NEEDED.get(kind, ()) if place.endswith("]") else ()
        if OF_A_PATTERN.fullmatch(place):
            needed = SPELT_OUT
        if kind in {"goals", "figures"} and "pattern" not in table:
            needed += SPELT_OUT
        for name in needed:
            if name not in table:
                yield f"{place} ({table.get('id', table.get('code', '?'))}) lacks {name}"


def test_keys_are_unique_and_well_formed():
    rows = [row["key"] for row in table_in("sources.md")]

    assert [key for key in rows if rows.count(key) > 1 or not FORM.match(key)] == []


def test_definitions_are_there():
    assert (*definition_files(),) != ()


def test_sources_of_definitions_are_listed():
    assert unknown(sources_of_definitions(), keys()) == []


def test_sources_of_docstrings_are_listed():
    assert unknown(sources_of_docstrings(), keys()) == []


def test_sources_of_the_glossary_are_listed():
    sources = [
        (row["svenska"], source.strip())
        for row in table_in("glossary.md")
        for source in row["source"].split(";")
    ]

    assert unknown(sources, keys()) == []


def test_everything_countable_is_spelt_out():
    found = [
        f"{relative(file)} {fault}"
        for file in definition_files()
        for fault in lacking(parsed(file))
    ]

    assert found == []


@pytest.mark.parametrize("source", ["f1:3", "F9:3", "", "[F1]", "F1:"])
def test_unlisted_sources_are_reported(source):
    assert unknown([("here", source)], {"F1", "OWN"}) == [f"here: {source}"]


def test_countable_without_base_is_reported():
    goal = {"id": "work", "text": "t", "unit": "person", "population": {}, "source": "F1"}

    assert list(lacking({"goals": [goal]})) == ["goals[1] (work) lacks denominator"]


def test_countable_from_a_pattern_needs_only_its_source():
    assert list(lacking({"goals": [{"id": "work", "text": "t", "pattern": "p"}]})) == [
        "goals[1] (work) lacks source"
    ]
