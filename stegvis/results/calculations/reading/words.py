"""Words compared as people mean them: case, spaces, hyphens and underscores do not matter."""

import re
from collections.abc import Iterable

from stegvis.core.values.language import gettext as _

LONGEST_SHOWN = 60  # characters
BETWEEN = re.compile(r"[\s_\-–.:/()]+")


def fold(text: str) -> str:
    return BETWEEN.sub("", text.casefold())


def tidy(text: str) -> str:
    """One ordinary space wherever there was white space of any kind."""
    return " ".join(text.split())


def cut(text: str) -> str:
    """Enough of what stands in a cell to find it again."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} …"


def listed(words: Iterable[str], most: int = 8) -> str:
    """`a, b, c`, and how many more there are than a reader will read."""
    chosen = list(words)
    told, more = ", ".join(chosen[:most]), len(chosen) - most
    return told if more <= 0 else _("{words} och {more} till").format(words=told, more=more)
