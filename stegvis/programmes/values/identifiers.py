"""Ids and codes made from the words of a person, so that nobody has to invent them."""

import re
from collections.abc import Container
from unicodedata import combining, normalize

NOT_PLAIN = re.compile(r"[^a-z0-9]+")
LONGEST = 60


def code_from(words: str, taken: Container[str] = ()) -> str:
    """`team_bildat`, with a number after it when another has it already."""
    return _free(_plain(words), "_", taken)


def slug_from(words: str, taken: Container[str] = ()) -> str:
    """`team-bildat`, in the same way."""
    return _free(_plain(words), "-", taken)


def _plain(words: str) -> list[str]:
    letters = "".join(one for one in normalize("NFKD", words.casefold()) if not combining(one))
    return [word for word in NOT_PLAIN.sub(" ", letters)[:LONGEST].split() if word] or ["ny"]


def _free(words: list[str], joint: str, taken: Container[str]) -> str:
    wanted, number = joint.join(words), 2
    found = wanted
    while found in taken:
        found, number = f"{wanted}{joint}{number}", number + 1
    return found
