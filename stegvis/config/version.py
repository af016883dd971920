"""The version, which stands in the changelog and nowhere else."""

import re
from pathlib import Path

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
NUMBER = re.compile(r"^## .*?(\d+\.\d+\.\d+)", re.MULTILINE)


def version() -> str:
    """The newest number: the changelog has the newest first."""
    newest = NUMBER.search(CHANGELOG.read_text(encoding="utf-8"))
    if newest is None:
        message = f"no heading in {CHANGELOG.name} carries a version"
        raise ValueError(message)
    return newest[1]
