"""Whether what stands in a column fits what its heading seems to mean."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from stegvis.core.calculations.nearest import nearest
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import Column, ColumnKind
from stegvis.results.calculations.reading.cells import (
    READER_OF,
    CellReader,
    code_reader,
    read_yes_no,
)
from stegvis.results.calculations.reading.days import read_day
from stegvis.results.calculations.reading.words import fold
from stegvis.results.values.mapping import NOTHING
from stegvis.results.values.reading import Unreadable
from stegvis.results.values.synonyms import NOTHING_WORDS

ALIKE = 0.75  # OWN:mapping; `Arbetslös` is 0.67 like `Arbete` and means the opposite
ENOUGH = 0.5  # share of the different texts that must be readable; a convention (OWN:mapping)
MANY_WORDS = 40  # more different unknown texts than any code list has are sentences (OWN:mapping)
LONGEST_WORD = 60  # longer than every name in our code lists; what is longer tells a story
OWN_FORMATS = {
    "%y%m%d": N_("ÅÅMMDD"),
    "%y-%m-%d": N_("ÅÅ-MM-DD"),
    "%d/%m/%Y": N_("DD/MM/ÅÅÅÅ"),
    "%d-%m-%Y": N_("DD-MM-ÅÅÅÅ"),
}


def date_format(texts: Sequence[str]) -> str:
    """The one format of our own that reads what is otherwise unreadable; empty when none is."""
    unread = [text for text in texts if isinstance(read_day(text), Unreadable)]
    if len(unread) <= ENOUGH * len(texts):
        return ""
    fitting = [form for form in OWN_FORMATS if _all_read(unread, form)]
    return fitting[0] if len(fitting) == 1 else ""


def _all_read(texts: Sequence[str], form: str) -> bool:
    return not any(isinstance(read_day(text, (form,)), Unreadable) for text in texts)


def misfit(
    column: Column, texts: Sequence[str], definition: Definition, formats: tuple[str, ...]
) -> str:
    """Why the column is better left unread; empty when it fits or holds nothing yet."""
    reader: CellReader | None = READER_OF.get(column.kind)
    if column.kind is ColumnKind.CODE:
        unknown = _unknown(texts, code_reader(definition.codes(column.code_list)))
        sentences = any(len(text) > LONGEST_WORD for text in unknown)
        free = sentences or len(unknown) > MANY_WORDS
        return _("innehållet ser ut som fri text") if free else ""
    if column.kind is ColumnKind.DAY:
        return _too_few(texts, lambda text: read_day(text, formats), _("inte datum"))
    if reader is None:
        return ""
    wrong = _("varken ja eller nej") if column.kind is ColumnKind.YES_NO else _("inte tal")
    return _too_few(texts, reader, wrong)


def _too_few(texts: Sequence[str], reader: CellReader, wrong: str) -> str:
    said = [text for text in texts if fold(text) not in _nothing()]
    if len(_unknown(said, reader)) <= ENOUGH * len(said):
        return ""
    return _("det mesta som står där är {wrong}").format(wrong=wrong)


def _unknown(texts: Sequence[str], reader: CellReader) -> list[str]:
    return [text for text in texts if isinstance(reader(text), Unreadable)]


def is_yes_or_no(texts: Sequence[str]) -> bool:
    return bool(texts) and len(_unknown(texts, read_yes_no)) <= ENOUGH * len(texts)


def proposed_words(
    texts: Sequence[str], codes: CodeList | None, definition: Definition
) -> tuple[dict[str, str], dict[str, str]]:
    """Each different text with the code it means, and a doubt where a person must look.

    In a column without codes only `pågår` and the like are words.
    """
    if codes is None:
        nothing = [text for text in sorted(texts, key=fold) if fold(text) in _nothing()]
        doubt = _("läses som tom cell")
        return dict.fromkeys(nothing, NOTHING), dict.fromkeys(nothing, doubt)
    read = code_reader(codes)
    words: dict[str, str] = {}
    doubts: dict[str, str] = {}
    once = {fold(text): text for text in reversed(texts)}  # Ja and ja are the same word
    for _folded, text in sorted(once.items()):
        code = read(text)
        if isinstance(code, str):
            words[text] = code
        else:
            words[text], doubts[text] = _doubtful(text, codes, definition)
    return words, doubts


def _doubtful(text: str, codes: CodeList, definition: Definition) -> tuple[str, str]:
    """A code that the text may mean, never without saying so; empty when nothing is near."""
    if fold(text) in _nothing():
        return NOTHING, _("läses som tom cell")
    for other in definition.code_lists.values():  # `Jobb` is known of destinations
        code = code_reader(other)(text)
        if isinstance(code, str) and code in codes:
            return code, _("ordet finns i en annan lista")
    spoken = {
        word: entry.code for entry in codes.codes for word in (entry.name, *entry.also, entry.code)
    }
    meant = nearest(text, spoken)
    if meant is not None and SequenceMatcher(None, fold(text), fold(meant)).ratio() >= ALIKE:
        return spoken[meant], _("liknar {word}").format(word=meant)
    return "", _("fyll i")


def _nothing() -> frozenset[str]:
    return frozenset(fold(word) for word in NOTHING_WORDS) | {""}
