"""Words compared as people mean them: case, spaces, hyphens and underscores do not matter."""

import re
from collections.abc import Iterable

BETWEEN = re.compile(r"[\s_\-–.:/()]+")


def fold(text: str) -> str:
    return BETWEEN.sub("", text.casefold())


def tidy(text: str) -> str:
    """One ordinary space wherever there was white space of any kind."""
    return " ".join(text.split())


def listed(words: Iterable[str], most: int = 8) -> str:
    """`a, b, c` with an ellipsis when there are more than a reader will read."""
    chosen = list(words)
    return ", ".join(chosen[:most]) + (" …" if len(chosen) > most else "")
