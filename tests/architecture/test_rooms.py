"""Every room says what it is for, stands in the contracts, and keeps honest names."""

import ast
import tomllib
from collections import Counter

from tests.house import CODE, ROOT, python_files, relative, tree

SAY_NOTHING = {"utils", "util", "helpers", "services", "managers", "signals", "common", "misc"}
ABOVE_THE_LAYERS = {"config", "web"}


def rooms():
    return sorted(file.parent for file in (ROOT / "stegvis").glob("*/__init__.py"))


def test_rooms_say_what_they_must_never_know():
    silent = [
        room.name
        for room in rooms()
        if "must never know" not in (ast.get_docstring(tree(room / "__init__.py")) or "")
    ]

    assert silent == []


def test_rooms_stand_in_the_contract_of_layers():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {
        contract["name"]: contract for contract in settings["tool"]["importlinter"]["contracts"]
    }
    watched = contracts["inside a room: rules below what uses them"]["containers"]

    assert sorted(watched) == [
        f"stegvis.{room.name}" for room in rooms() if room.name not in ABOVE_THE_LAYERS
    ]


def test_folders_of_code_are_packages():
    """Without `__init__.py` the import contracts would not see them."""
    bare = {
        file.parent
        for file in python_files("stegvis")
        if not (file.parent / "__init__.py").exists()
    }

    assert sorted(map(relative, bare)) == []


def test_names_of_modules_say_something():
    files = python_files(*CODE, "tests")
    empty = [file for file in files if SAY_NOTHING & {file.stem, file.parent.name}]

    assert list(map(relative, empty)) == []


def test_names_of_test_files_are_unique():
    names = Counter(file.name for file in python_files("tests") if file.name.startswith("test_"))

    assert [name for name, number in names.items() if number > 1] == []
