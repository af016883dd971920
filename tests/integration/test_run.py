"""run.py in a clone of its own, with requirement files that ask for nothing."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from run import DEVELOPER
from stegvis.config.commands import COMMANDS, INTERRUPTED
from stegvis.config.version import version

ROOT = Path(__file__).parents[2]
LEAVE_OUT = shutil.ignore_patterns("__pycache__")
WITHOUT_ENSUREPIP = (
    "import sys; sys.modules['ensurepip'] = None; sys.path.insert(0, sys.argv[1]); "
    "import run; sys.exit(run.main(sys.argv[2:]))"
)


EMPTY = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt", "package-lock.json")


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A path with a space, since people have folders called Mina dokument."""
    place = tmp_path_factory.mktemp("Mina dokument")
    for name in ("run.py", "CHANGELOG.md"):
        shutil.copy(ROOT / name, place)
    for package in ("config", "core"):
        shutil.copytree(ROOT / "stegvis" / package, place / "stegvis" / package, ignore=LEAVE_OUT)
    for name in EMPTY:
        (place / name).touch()
    npm = place / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text('#!/bin/sh\necho "$@" >> npm-was-asked\n')
    npm.chmod(0o755)
    return place


def start(clone, *arguments, cwd, python=sys.executable):
    """As on a Debian without python3-venv: the clone's own pip is left to every real start."""
    return subprocess.Popen(
        [python, "-P", "-c", WITHOUT_ENSUREPIP, clone, *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PATH": f"{clone / 'bin'}:{os.environ['PATH']}"},
    )


def test_two_first_starts_at_once_make_one_environment(clone, tmp_path):
    pytest.importorskip("pip", reason="this environment was made without pip")
    (tmp_path / "argparse.py").write_text("raise SystemExit('the wrong argparse')")

    both = [start(clone, "--version", cwd=tmp_path) for _ in range(2)]
    ended = [(*started.communicate(timeout=120), started.returncode) for started in both]

    said = sorted(line for _out, err, _code in ended for line in err.splitlines())
    assert [(out, code) for out, _err, code in ended] == [(f"Stegvis {version()}\n", 0)] * 2
    assert said == [
        "Installerar det som behövs (första gången tar det någon minut) …",
        "Väntar på en annan start som installerar …",
    ]
    assert (clone / "npm-was-asked").read_text() == "ci --silent\n"


@pytest.fixture
def bare(clone, tmp_path):
    place = tmp_path / "bare"
    shutil.copytree(clone, place, ignore=shutil.ignore_patterns(".venv", ".cache"))
    return place


def test_help_needs_no_environment(bare, tmp_path):
    started = start(bare, "--help", cwd=tmp_path)
    out, err = started.communicate(timeout=30)

    names = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert (started.returncode, err) == (0, "")
    assert names[names.index("start") :] == [*COMMANDS, *DEVELOPER]
    assert not (bare / ".venv").exists()


@pytest.fixture
def python_without_pip(tmp_path):
    """As Debian's is before python3-venv and python3-pip are installed."""
    place = tmp_path / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    return place / "bin" / "python"


def test_missing_tools_are_named_in_a_sentence(bare, python_without_pip, tmp_path):
    started = start(bare, "--version", cwd=tmp_path, python=python_without_pip)
    _out, err = started.communicate(timeout=30)

    assert started.returncode == 1
    assert err.splitlines()[-1] == (
        "Stegvis kan inte starta. Python saknar både venv och pip. Installera dem och försök "
        "igen; på Debian och Ubuntu: apt install python3-venv"
    )


def test_environment_of_somebody_else_is_told_in_a_sentence(bare, tmp_path):
    python = bare / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch(mode=0o644)
    for name in ("requirements", "package-lock"):
        of_nothing = hashlib.sha256().hexdigest()
        (bare / ".venv" / f"{name}.installed").write_text(of_nothing)

    started = start(bare, "--version", cwd=tmp_path)
    _out, err = started.communicate(timeout=30)

    assert (started.returncode, err) == (
        1,
        (
            f"Stegvis kan inte starta. Du får inte använda {python}. Hämta en egen kopia av "
            "Stegvis, eller låt den som äger mappen ge dig rätt till den.\n"
        ),
    )


PRINTS_A_LINE = (
    "import sys; from stegvis.config import commands; "
    "commands.Command.load = lambda _self: lambda _arguments: print('en rad'); "
    "sys.exit(commands.main(['definition']))"
)


def test_reader_that_has_seen_enough_gives_no_traceback():
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [sys.executable, "-c", PRINTS_A_LINE],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )

    os.close(write)
    assert (done.returncode, done.stderr) == (INTERRUPTED, b"")
