"""Nothing grows past its ceiling. Aims are lower: see CONTRIBUTING.md."""

import ast
from statistics import median

import pytest

from tests.house import ROOT, code_files, python_files, relative, tree

FILE, FUNCTION, TEST_FUNCTION, CLASS, ARGUMENTS, TEMPLATE = 500, 50, 40, 200, 6, 150
MEDIAN_FUNCTION, IMPORTS_INSIDE_SHARE, DOCSTRING_SHARE = 10, 0.02, 0.40
IMPORTS = (ast.Import, ast.ImportFrom)
SLOW_TO_IMPORT = {"babel", "numpy", "scipy", "statsmodels"}  # together seconds of every start
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# what may be larger, as `path` or `path::name`, and why
EXCEPTIONS: dict[str, str] = {}


def lines(node):
    return node.end_lineno - node.lineno + 1


def named(tree, kinds):
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def arguments(function):
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return len([argument for argument in every if argument.arg not in {"self", "cls"}])


def too_large(files, kinds, size, ceiling):
    return [
        f"{relative(file)}::{node.name} {size(node)} > {ceiling}"
        for file in files
        for node in named(tree(file), kinds)
        if size(node) > ceiling and f"{relative(file)}::{node.name}" not in EXCEPTIONS
    ]


def too_long(files, ceiling):
    sizes = {relative(file): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    return [
        f"{name} {size} > {ceiling}"
        for name, size in sizes.items()
        if size > ceiling and name not in EXCEPTIONS
    ]


def test_files_are_short():
    assert too_long([*code_files(), *python_files("tests")], FILE) == []


def test_templates_are_short():
    kinds = ("*.html", "*.typ")
    templates = [file for kind in kinds for file in (ROOT / "stegvis").rglob(kind)]

    assert too_long(templates, TEMPLATE) == []


def test_functions_are_short():
    assert too_large(code_files(), FUNCTIONS, lines, FUNCTION) == []


def test_test_functions_are_short():
    """What tests share is code like other code; a test itself must be read at a glance."""
    kinds = {True: TEST_FUNCTION, False: FUNCTION}
    long = [
        f"{relative(file)}::{node.name} {lines(node)}"
        for file in python_files("tests")
        for node in named(tree(file), FUNCTIONS)
        if lines(node) > kinds[node.name.startswith("test_")]
    ]

    assert long == []


def test_classes_are_short():
    assert too_large(code_files(), ast.ClassDef, lines, CLASS) == []


def test_functions_take_few_arguments():
    assert too_large(code_files(), FUNCTIONS, arguments, ARGUMENTS) == []


def test_exceptions_still_exist():
    places = {relative(file): file for file in (*code_files(), *python_files("tests"))}
    gone = [
        exception
        for exception in EXCEPTIONS
        for path, _colons, name in [exception.partition("::")]
        if path not in places
        or (name and name not in {n.name for n in named(tree(places[path]), FUNCTIONS)})
    ]

    assert gone == []


def is_quick(node):
    module = node.names[0].name if isinstance(node, ast.Import) else node.module
    return module.partition(".")[0] not in SLOW_TO_IMPORT


def test_shape_of_functions_raises_no_alarm():
    functions = [node for file in code_files() for node in named(tree(file), FUNCTIONS)]
    imports = [node for file in code_files() for node in named(tree(file), IMPORTS)]
    inside = [node for function in functions for node in named(function, IMPORTS)]
    documented = [function for function in functions if ast.get_docstring(function)]

    assert median(map(lines, functions)) <= MEDIAN_FUNCTION
    assert len(list(filter(is_quick, inside))) / len(imports) <= IMPORTS_INSIDE_SHARE
    assert len(documented) / len(functions) <= DOCSTRING_SHARE


@pytest.fixture
def sample():
    return ast.parse("def f(self, a, /, b, *, c):\n    x = 1\n\n    return x\n")


def test_lines_are_counted_from_def_to_the_last(sample):
    assert [lines(node) for node in named(sample, FUNCTIONS)] == [4]


def test_arguments_are_counted_without_self(sample):
    assert [arguments(node) for node in named(sample, FUNCTIONS)] == [3]
