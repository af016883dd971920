"""Readers for a sheet with words and date formats of its own."""

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.code_lists import CodeList
from stegvis.results.calculations.reading.cells import CellReader, CellValue, code_reader
from stegvis.results.calculations.reading.days import read_day
from stegvis.results.calculations.reading.words import cut, fold, listed
from stegvis.results.values.mapping import NOTHING
from stegvis.results.values.reading import Unreadable


def reworded(texts: pl.Series, words: dict[str, str]) -> pl.Series:
    """Their words replaced by ours; what stands for nothing becomes null."""
    meanings = {fold(word): meaning for word, meaning in words.items() if meaning}
    different = texts.drop_nulls().unique().to_list()
    changed = {text: meanings[fold(text)] for text in different if fold(text) in meanings}
    if not changed:
        return texts
    new = [None if meaning == NOTHING else meaning for meaning in changed.values()]
    return texts.replace(pl.Series(list(changed)), pl.Series(new, dtype=pl.String))


def own_code_reader(codes: CodeList, heading: str, words: dict[str, str]) -> CellReader:
    """Says of an unknown word where in the mapping its meaning belongs."""
    read = code_reader(codes)
    unsaid = {fold(word) for word, meaning in words.items() if not meaning}

    def read_own(text: str) -> CellValue | Unreadable:
        value = read(text)
        if not isinstance(value, Unreadable):
            return value
        if fold(text) in unsaid:
            sentence = _("Ordet har ingen betydelse än i översättningen, under {place}.")
            expected = listed(entry.name for entry in codes.codes)
            return Unreadable(sentence.format(place=_place(heading)), expected)
        hint = _("Det kan läggas till i översättningen, under {place}.")
        return Unreadable(f"{value.what} {hint.format(place=_place(heading))}", value.expected)

    return read_own


def day_reader(formats: tuple[str, ...], heading: str) -> CellReader:
    """Says of a word without figures how the mapping may tell that it stands for nothing."""

    def read_own(text: str) -> CellValue | Unreadable:
        value = read_day(text, formats)
        if not isinstance(value, Unreadable) or any(map(str.isdigit, text)):
            return value
        hint = _('Betyder det att inget har hänt? Skriv "{text}" = "-" under {place}.')
        told = hint.format(text=cut(text), place=_place(heading))
        return Unreadable(f"{value.what} {told}", value.expected)

    return read_own


def _place(heading: str) -> str:
    """As the file of the mapping writes it."""
    return f'[words."{heading}"]'
