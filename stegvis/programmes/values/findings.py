"""What is found wrong in a definition: which key, before anyone knows its file and line."""

from dataclasses import dataclass
from typing import TypeAlias

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault

LONGEST_READ = 80
"""Characters of a wrong value that are shown."""

KeyPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """`path` leads to the key through tables and places in lists: ("goals", 0, "target")."""

    path: KeyPath
    what: str
    read: str = ""
    expected: str = ""

    def within(self, *outer: str | int) -> "Finding":
        return Finding((*outer, *self.path), self.what, self.read, self.expected)

    def as_fault(self, where: str, line: int = 0) -> Fault:
        is_long = len(self.read) > LONGEST_READ
        read = f"{self.read[:LONGEST_READ]}…" if is_long else self.read
        return Fault(where, self.what, read, self.expected, line, self.path)


def unknown_word(path: KeyPath, sentence: str, word: str, known: tuple[str, ...]) -> Finding:
    """A word that no list has, with the nearest one that some list has."""
    what = with_guess(sentence, nearest(word, known))
    return Finding(path, what, word, one_of(known))


def one_of(words: tuple[str, ...], most: int = 12) -> str:
    shown = ", ".join(words[:most])
    if not words:
        return _("inget, listan är tom")
    return _("{words} med flera").format(words=shown) if len(words) > most else shown
