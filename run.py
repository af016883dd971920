#!/usr/bin/env python3
"""The one door: makes its own environment, then runs what was asked for.

Standard library only, so that a bare Python 3.11 is all that a clone needs.
"""

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCK = ROOT / ".cache" / "setup.lock"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
OLDEST = (3, 11)
SAFE_MODULE = ("-P", "-m")  # a file in the caller's folder must not stand in for a module

# the script that pip writes holds the path of the environment, which may have moved
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"

# name, and what Python runs; all run, and one line is printed for each
CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("lint", ("-m", "ruff", "check", ".")),
    ("imports", ("-c", LINT_IMPORTS)),
    ("types", ("-m", "mypy")),
    ("generated documents", ("-m", "stegvis.config.documents", "--check")),
    ("translations", ("-m", "stegvis.config.translations", "--check")),
)

DEVELOPER_HELP = """
För den som utvecklar:
  test [argument till pytest]  kör alla tester
  check                        kontrollera form, beroenden, typer, dokument och översättningar
  bench [NAMN]                 mät snabbheten mot gränserna
  documents                    skriv om de dokument som skapas ur koden
  translations                 uppdatera översättningskatalogen
  lock                         skriv om requirements*.txt efter en ändring i pyproject.toml
"""


class CannotStartError(Exception):
    """The environment cannot be made; the message is what the person should do."""


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        print("Stegvis behöver Python 3.11 eller senare.", file=sys.stderr)
        return 1
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if command in {"-h", "--help"}:
        return show_help()
    try:
        return COMMANDS.get(command, run_product)(command, rest)
    except (CannotStartError, PermissionError) as refused:
        print(f"Stegvis kan inte starta. {refused}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def show_help() -> int:
    """Shown by the Python at hand: nobody waits for an installation to read a list."""
    sys.path.insert(0, str(ROOT))
    from stegvis.config.commands import main as product  # noqa: PLC0415 - only here

    code = product([])
    print(DEVELOPER_HELP)
    return code


def run_product(command: str, rest: list[str]) -> int:
    prepare(RUNTIME)
    become("-m", "stegvis.config.commands", command, *rest)


def run_tests(_command: str, rest: list[str]) -> int:
    prepare(RUNTIME, DEVELOPMENT)
    os.chdir(ROOT)
    become("-m", "pytest", *rest)


def run_bench(_command: str, rest: list[str]) -> int:
    prepare(RUNTIME, DEVELOPMENT)
    os.chdir(ROOT)
    become("-m", "bench", *rest)


def run_config(command: str, rest: list[str]) -> int:
    prepare(RUNTIME, DEVELOPMENT)
    become("-m", f"stegvis.config.{command}", *rest)


def run_checks(_command: str, _rest: list[str]) -> int:
    prepare(RUNTIME, DEVELOPMENT)
    return max([run_check(name, arguments) for name, arguments in CHECKS])


def run_check(name: str, arguments: tuple[str, ...]) -> int:
    started = time.monotonic()
    done = subprocess.run(
        python(*arguments),
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    verdict = "FEL" if done.returncode else "ok "
    print(f"{verdict} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout.decode(errors="replace"), flush=True)
    return 1 if done.returncode else 0


def lock_requirements(_command: str, _rest: list[str]) -> int:
    """Pin everything with hashes and no address, so that any mirror will do."""
    prepare(RUNTIME, DEVELOPMENT)
    pin = ("-m", "uv", "pip", "compile", "--universal", "--generate-hashes", "--no-emit-index-url")
    quiet = ("--no-header", "--quiet", "--python-version", ".".join(map(str, OLDEST)))
    runtime = ("pyproject.toml", "-o", RUNTIME.name)
    development = ("--group", "dev", "-c", RUNTIME.name, "-o", DEVELOPMENT.name)
    for wanted in (runtime, development):
        subprocess.run(python(*pin, *quiet, *wanted), cwd=ROOT, env=environment(), check=True)
    return 0


COMMANDS = {
    "test": run_tests,
    "check": run_checks,
    "bench": run_bench,
    "documents": run_config,
    "translations": run_config,
    "lock": lock_requirements,
}


def python(*arguments: str) -> list[str]:
    return [str(PYTHON), "-P", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def become(*arguments: str) -> NoReturn:
    """Replace this process: signals and the exit code need no passing on."""
    sys.stdout.flush()
    os.execve(PYTHON, python(*arguments), environment())  # noqa: S606 - no shell wanted


def prepare(*requirements: Path) -> None:
    if not is_ready(requirements):
        with one_at_a_time():
            if not is_ready(requirements):
                install(requirements)


def is_ready(requirements: tuple[Path, ...]) -> bool:
    return PYTHON.exists() and all(map(is_installed, requirements))


def is_installed(requirements: Path) -> bool:
    mark = installed_mark(requirements)
    return mark.is_file() and mark.read_text() == digest(requirements)


def installed_mark(requirements: Path) -> Path:
    """Holds the digest of the file that was installed; written last."""
    return ENVIRONMENT / f"{requirements.stem}.installed"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Väntar på en annan start som installerar …", file=sys.stderr)
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def install(requirements: tuple[Path, ...]) -> None:
    print("Installerar det som behövs (första gången tar det någon minut) …", file=sys.stderr)
    if not answers(PYTHON, "-P", "-c", "pass"):
        make_environment()
    files = [part for file in requirements for part in ("-r", str(file))]
    options = ("--require-hashes", "--only-binary", ":all:", "--no-compile", "-qq", "--no-input")
    done = subprocess.run([*pip(), "install", *options, *files], check=False, cwd=ROOT)
    if done.returncode:
        raise CannotStartError("Paketen gick inte att installera; se felet ovan. Finns nätet?")
    for file in requirements:
        installed_mark(file).write_text(digest(file))


def make_environment() -> None:
    without = () if importlib.util.find_spec("ensurepip") else ("--without-pip",)
    command = [sys.executable, *SAFE_MODULE, "venv", "--clear", *without, str(ENVIRONMENT)]
    if subprocess.run(command, check=False).returncode:
        raise CannotStartError(MISSING_TOOLS)


def pip() -> list[str]:
    """The environment's own pip; without ensurepip, the one of the Python at hand."""
    own, at_hand = ([str(python), *SAFE_MODULE, "pip"] for python in (PYTHON, sys.executable))
    if answers(*own, "--version"):
        return own
    if answers(*at_hand, "--version"):
        return [*at_hand, "--python", str(PYTHON)]
    raise CannotStartError(MISSING_TOOLS)


MISSING_TOOLS = (
    "Python saknar både venv och pip. Installera dem och försök igen; "
    "på Debian och Ubuntu: apt install python3-venv"
)


def answers(*command: str | Path) -> bool:
    try:
        return not subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
