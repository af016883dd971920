"""What the architecture tests look at: the files of the house and the tables of its docs."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = ("stegvis", "demo", "bench")
SEPARATOR = re.compile(r"^[\s|:-]+$")


def relative(path):
    return path.relative_to(ROOT).as_posix()


@cache
def python_files(*folders):
    found = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    left_out = {"__pycache__", "migrations"}  # written by Python and by Django
    return tuple(sorted(file for file in found if left_out.isdisjoint(file.parts)))


@cache
def code_files():
    return (ROOT / "run.py", *python_files(*CODE))


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def definition_files():
    return tuple(sorted((ROOT / "definitions").rglob("*.toml")))


@cache
def parsed(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rows_of_table(text):
    """The rows of the first Markdown table, as dicts by its lower-case headings."""
    lines = [line.strip() for line in text.splitlines()]
    table = [line for line in lines if line.startswith("|") and not SEPARATOR.match(line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    heading = [cell.lower() for cell in cells[0]] if cells else []
    return [dict(zip(heading, row, strict=False)) for row in cells[1:]]


def table_in(name):
    file = ROOT / "docs" / name
    assert file.is_file(), f"docs/{name} is missing"
    return rows_of_table(file.read_text(encoding="utf-8"))
