"""Two texts that began as one, put together so that nothing either wrote is lost."""

import re
from difflib import SequenceMatcher

_BETWEEN = re.compile(r"\n[ \t]*\n+")
MOST_COMPARED = 250_000  # pairs; own choice: five hundred paragraphs against five hundred


def paragraphs(text: str) -> list[str]:
    """What stands between empty lines, without the empty lines."""
    plain = text.replace("\r\n", "\n")
    return [one.strip() for one in _BETWEEN.split(plain) if one.strip()]


def merged(theirs: str, mine: str, base: str = "") -> str:
    """Paragraphs that both have stand once; where they differ, theirs stand before mine.

    One that stands in `base` and only one of them has kept was left out by the other, and so
    stays out: unless it was rewritten there, then the new words are kept. Of texts too long to
    compare, theirs stands whole before what only I have.
    """
    one, other = paragraphs(theirs), paragraphs(mine)
    if len(one) * len(other) > MOST_COMPARED:
        return "\n\n".join(dict.fromkeys((*one, *other)))
    left_out = set(paragraphs(base)) - (set(one) & set(other))
    kept: list[str] = []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            kept += one[first:last]
        else:
            differing = dict.fromkeys((*one[first:last], *other[start:end]))
            kept += [text for text in differing if text not in left_out and text not in kept]
    return "\n\n".join(kept)
