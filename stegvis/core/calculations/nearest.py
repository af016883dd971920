"""The known word that a misspelt one probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from stegvis.core.values.language import gettext as _

ALIKE = 0.6  # difflib's own default cut-off


def nearest(word: str, known: Iterable[str]) -> str | None:
    lowered = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(word.casefold(), list(lowered), n=1, cutoff=ALIKE)
    return lowered[found[0]] if found else None


def with_guess(sentence: str, meant: str | None) -> str:
    """The sentence, and the question whether the nearest word was meant."""
    if not meant:
        return sentence
    question = _("Menade du {word}?").format(word=meant)
    return f"{sentence} {question}"
