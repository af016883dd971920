"""A copy of a public document in which some words may not be read: they are not there at all."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.participants.values.disclosures import Copy, Item, Told

TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHORTEST_WORD = 2  # characters: a single letter would be masked in every word


@dataclass(frozen=True)
class Masking:
    """`whole` are codes of items that are masked altogether, `words` go wherever they stand.

    `ground` is the paragraph that says so, as text. `outside` is who asked, where that is told.
    """

    what: tuple[str, ...]
    whole: frozenset[str]
    words: tuple[str, ...]
    ground: str
    why: str
    outside: str = ""


def can_be_masked(item: Item) -> bool:
    """A file of other kinds than plain text is left out, and the copy says so."""
    return not item.media_type or item.media_type.startswith(TEXT)


def is_left_out(told: Told) -> bool:
    """Of a masked copy: what a file holds is not there, only that there is one."""
    return bool(told.media_type) and not told.media_type.startswith(TEXT) and not told.content


def kind_of(media_type: str) -> str:
    kinds = {"application/pdf": _("PDF"), DOCX: _("Word-dokument")}
    return kinds.get(media_type, _("bild") if media_type.startswith("image/") else _("fil"))


def why_left_out(told: Told) -> str:
    sentence = _("Utelämnad: i en fil av slaget {kind} kan ord inte maskas så att de är borta.")
    return sentence.format(kind=kind_of(told.media_type))


def masked(items: Iterable[Item], masking: Masking) -> Copy:
    """The same mark whatever it hides, so that its length tells nothing.

    What a file that cannot be masked holds is not even read.
    """
    whole = Copy.of(one if can_be_masked(one) else replace(one, content=bytes) for one in items)
    _check_found(whole, masking.words)
    mark = mark_of(masking.ground)
    copy = Copy(items=tuple(_masked(one, masking, mark) for one in whole.items))
    check_gone(" ".join(_texts(copy)), masking.words)
    return copy


def mark_of(ground: str) -> str:
    return _("[maskat: {ground}]").format(ground=ground)


def text_of(told: Told) -> str:
    """What a file of plain text says; nothing of what is no file."""
    return b64decode(told.content).decode("utf-8", "replace") if told.content else ""


def check_gone(text: str, words: Iterable[str]) -> None:
    """Also of what stands around: a heading, the ground, who asked."""
    left = [word for word in words if pattern(word).search(_plain(text))]
    if left:
        sentence = _("Texten ”{word}” står kvar i en rubrik eller i grunden. Skriv om den.")
        raise Refused(sentence.format(word=left[0]))


def pattern(word: str) -> re.Pattern[str]:
    """However it is written: large or small letters, and any space between its parts."""
    parts = [re.escape(part) for part in _plain(word).split()]
    return re.compile(r"\s+".join(parts), re.IGNORECASE)


def _masked(told: Told, masking: Masking, mark: str) -> Told:
    if told.code in masking.whole:
        return told.model_copy(update={"value": mark, "content": ""})
    text = _hidden(text_of(told), masking.words, mark)
    content = b64encode(text.encode()).decode() if told.content else ""
    value = _hidden(told.value, masking.words, mark)
    return told.model_copy(update={"value": value, "content": content})


def _hidden(text: str, words: Iterable[str], mark: str) -> str:
    """Long ones first: a name before a part of it."""
    hidden = _plain(text)
    for word in sorted(words, key=len, reverse=True):
        hidden = pattern(word).sub(lambda _found: mark, hidden)
    return hidden


def _check_found(copy: Copy, words: Iterable[str]) -> None:
    text = _plain(" ".join(_texts(copy)))
    for word in words:
        if len(word) < SHORTEST_WORD:
            raise Refused(_("Skriv minst två tecken på varje rad som ska maskas."))
        if not pattern(word).search(text):
            sentence = _("Texten ”{word}” finns inte i det du har valt. Kontrollera stavningen.")
            raise Refused(sentence.format(word=word))


def _texts(copy: Copy) -> Iterator[str]:
    for one in copy.items:
        yield from (one.label, one.value, text_of(one))


def _plain(text: str) -> str:
    """One form of each letter, and none of the marks that hide inside a word."""
    return re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", normalize("NFKC", text))
