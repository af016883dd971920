"""Where the definitions that come with the program are."""

from pathlib import Path

import stegvis

FOLDER = "definitions"
COMMON_LISTS = "code-lists.toml"
PATTERNS = "patterns.toml"
STARTER = "starter.toml"
NOT_PROGRAMMES = frozenset({COMMON_LISTS, PATTERNS})


def shipped_folder() -> Path:
    """Beside the package in a checkout, inside it when it is installed."""
    package = Path(stegvis.__file__).parent
    beside = package.parent / FOLDER
    return beside if (beside / COMMON_LISTS).is_file() else package / FOLDER


def shipped(name: str) -> Path:
    return shipped_folder() / name
