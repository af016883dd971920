"""The project runs anywhere: no host, no neighbour folder, no machine's own path."""

import re

import pytest

from tests.house import CODE, ROOT, relative

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt")
ADDRESS = re.compile(r"://|^\s*--?(index-url|extra-index-url|find-links|i |f )|\s@\s", re.MULTILINE)
PINNED = re.compile(r"^[a-z0-9.-]+==\S+( ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
COMMENT = re.compile(r"^ *#")
FOREIGN = re.compile(
    r"\bshared/|\bdomain/(features|figures|handbook|measurement)|(?<![\w./])/(work|root|home|tmp|opt|Users)/|\b[A-Z]:\\|file:///",
    re.MULTILINE,
)
TEXT = {".py", ".toml", ".md", ".csv", ".json", ".po", ".html", ".css", ".js", ".typ", ".svg"}
LOCKS_WITH_ADDRESSES = ("uv.lock", "poetry.lock", "pylock.toml", "Pipfile.lock", "yarn.lock")


def carried_files():
    found = [file for folder in (*CODE, "definitions") for file in (ROOT / folder).rglob("*")]
    return [ROOT / "run.py", *sorted(file for file in found if file.suffix in TEXT)]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_address(name):
    assert ADDRESS.findall((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pinned_with_hashes(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()

    assert [
        line for line in lines if not any(form.match(line) for form in (PINNED, HASH, COMMENT))
    ] == []


def test_no_lock_file_carries_addresses():
    locks = [ROOT / name for name in LOCKS_WITH_ADDRESSES]
    package_lock = ROOT / "package-lock.json"
    resolved = package_lock.is_file() and '"resolved"' in package_lock.read_text(encoding="utf-8")

    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert [lock.name for lock in locks if lock.is_file() and lock.name not in ignored] == []
    assert not resolved


def test_nothing_refers_to_places_outside():
    found = [
        f"{relative(file)}: {match[0]}"
        for file in carried_files()
        for match in FOREIGN.finditer(file.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize(
    "text", ["../shared/x", "see shared/a", "'/root/x'", " /home/a/b", "C:\\temp", "(/tmp/x)"]
)
def test_foreign_places_are_recognised(text):
    assert FOREIGN.search(text)


@pytest.mark.parametrize("text", ["a/work/b", "https://tmp/x", "kr/tmp", "unshared/ness"])
def test_ordinary_text_is_no_foreign_place(text):
    assert not FOREIGN.search(text)


@pytest.mark.parametrize(
    "line", ["--index-url x", "a @ b", "-f x", "    --extra-index-url=y", "a==1 # http://h"]
)
def test_addresses_are_recognised(line):
    assert ADDRESS.search(line)
