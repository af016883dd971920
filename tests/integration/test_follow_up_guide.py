"""The guide to the commands: each is run as it stands, from a copy of the checkout."""

import contextlib
import io
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from stegvis.config.commands import main
from stegvis.programmes.values.facts import TABLE_OF

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
COMMANDS = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
DOOR = ["python3", "run.py"]


def written_commands():
    text = (GUIDE / "med-kommandon.md").read_text(encoding="utf-8")
    return [line for block in COMMANDS.findall(text) for line in block.splitlines()]


def run(line):
    """Exit code and answer of a command as written, the door replaced by what it opens."""
    words = shlex.split(line)
    if words[:2] != DOOR:
        return subprocess.run(words, check=False).returncode, ""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(words[2:])
    return code, said.getvalue()


@pytest.fixture(scope="module")
def guided(tmp_path_factory):
    """The folder after the whole guide, and what each command said."""
    folder = tmp_path_factory.mktemp("guide")
    for name in ("definitions", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    with contextlib.chdir(folder):
        return folder, {line: run(line) for line in written_commands()}


def test_guide_commands_all_succeed(guided):
    _folder, done = guided

    assert {line: said for line, (code, said) in done.items() if code} == {}


def test_guide_says_what_the_commands_answer(guided):
    _folder, done = guided
    answers = "\n".join(said for _code, said in done.values())
    shown = re.findall(r"^```text\n(.*?)^```", guide_text(), re.MULTILINE | re.DOTALL)

    assert [line for block in shown for line in block.splitlines() if line not in answers] == []


def guide_text():
    return (GUIDE / "med-kommandon.md").read_text(encoding="utf-8")


def test_guide_shows_the_rows_of_the_example_translation():
    example = (GUIDE / "exempel" / "deltagarlista.mapping.toml").read_text(encoding="utf-8")
    shown = re.findall(r"^```toml\n(.*?)^```", guide_text(), re.MULTILINE | re.DOTALL)

    assert [line for block in shown for line in block.splitlines() if line not in example] == []


def test_guide_ends_in_a_status_page_and_a_report(guided):
    folder, _done = guided
    made = sorted(path.name for path in (folder / "min-insats" / "laget").iterdir())
    report = docx.Document(str(folder / "min-insats" / "klar" / "report.docx"))

    assert made == ["figures.json", "figures.xlsx", "report.docx", "report.pdf"]
    assert "Kvar att göra" not in [paragraph.text for paragraph in report.paragraphs]


def test_guide_of_sheets_names_tables_and_columns_that_exist():
    text = (GUIDE / "oversatta-ett-blad.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (`\w+`(?:, `\w+`)*) \|", text, re.MULTILINE)
    named = [(table, column) for table, columns in rows for column in re.findall(r"\w+", columns)]

    assert len(named) == 18
    assert [one for one in named if TABLE_OF[one[0]].column(one[1]) is None] == []
