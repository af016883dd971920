"""Everything that can be checked without running the product: one line for each."""

import os
import subprocess
import sys
import time
from pathlib import Path

from stegvis.config.without_database import NO_DATABASE

ROOT = Path(__file__).parents[2]

# the script that pip writes holds the path of the environment, which may have moved
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"

# name, and what Python runs
CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("lint", ("-m", "ruff", "check", ".")),
    ("imports", ("-c", LINT_IMPORTS)),
    ("types", ("-m", "mypy")),
    ("migrations", ("-m", "stegvis.config.manage", "makemigrations", "--check", "--dry-run")),
    ("generated documents", ("-m", "stegvis.config.documents", "--check")),
    ("translations", ("-m", "stegvis.config.translations", "--check")),
)


# the models are looked at, no database is
ENVIRONMENT = {"DATABASE_URL": NO_DATABASE, "DATABASE_OWNER_URL": NO_DATABASE}


def main() -> int:
    """All are run, so that one round shows everything there is to mend."""
    return max([check(name, arguments) for name, arguments in CHECKS])


def check(name: str, arguments: tuple[str, ...]) -> int:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env=os.environ | ENVIRONMENT | {"PYTHONWARNINGS": "ignore::RuntimeWarning"},
    )
    verdict = "FEL" if done.returncode else "ok "
    print(f"{verdict} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout.decode(errors="replace"), flush=True)
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
