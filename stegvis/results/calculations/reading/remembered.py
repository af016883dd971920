"""A mapping that a person has answered, held against a sheet: what it does not say yet."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column, ColumnKind
from stegvis.results.calculations.reading.evidence import OWN_FORMATS, date_format, misfit
from stegvis.results.calculations.reading.personal_data import PERSONAL_NUMBER
from stegvis.results.calculations.reading.proposals import (
    different_texts,
    kind_of_person,
    seems_personal,
    words_of,
)
from stegvis.results.calculations.reading.words import fold
from stegvis.results.values.mapping import Mapping, Proposal
from stegvis.results.values.reading import Written

Texts = dict[str, list[str]]


def looked_through(sheet: Written, mapping: Mapping, definition: Definition) -> Proposal:
    """Only words and ways to write dates that the mapping does not have are doubtful."""
    kinds = {one: kind_of_person(one, sheet, definition) for one in sheet.headings}
    personal = tuple(one for one in sheet.headings if kinds[one])
    read = [one for one in mapping.headings if one in kinds and not kinds[one]]
    texts = {one: different_texts(sheet, one) for one in read}
    formats = _new_formats(mapping, texts)
    words, word_doubts = _with_new_words(mapping, texts, definition)
    changes = {
        "words": words,
        "date_formats": tuple(dict.fromkeys((*mapping.date_formats, *formats.values()))),
    }
    return Proposal(
        mapping.model_copy(update=changes),
        {one: _read_as(form) for one, form in formats.items()},
        {one: _why(kinds[one]) for one in sheet.headings if one not in mapping.headings},
        word_doubts,
        next((one for one in personal if kinds[one] == PERSONAL_NUMBER), ""),
        headings=sheet.headings,
        personal=personal,
    )


def _why(kind: str) -> str:
    return seems_personal(kind) if kind else _("så är det sagt i översättningen")


def _read_as(form: str) -> str:
    return _("datum läses som {form}").format(form=_(OWN_FORMATS[form]))


def _columns(mapping: Mapping) -> list[tuple[str, Column]]:
    found = [
        (heading, TABLE_OF[rule.table].column(name))
        for rule in mapping.rows
        for name, heading in rule.take.items()
    ]
    return [(heading, column) for heading, column in found if column is not None]


def _new_formats(mapping: Mapping, texts: Texts) -> dict[str, str]:
    days = {one for one, column in _columns(mapping) if column.kind is ColumnKind.DAY}
    formats = {one: date_format(texts[one]) for one in texts if one in days}
    return {one: form for one, form in formats.items() if form and form not in mapping.date_formats}


def _with_new_words(
    mapping: Mapping, texts: Texts, definition: Definition
) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], str]]:
    free = {
        heading
        for heading, column in _columns(mapping)
        if column.kind is ColumnKind.CODE and misfit(column, texts.get(heading, []), definition, ())
    }
    wordy = {one: said for one, said in texts.items() if one not in free}
    proposed, doubts = words_of(mapping.rows, wordy, definition)
    words = {heading: dict(known) for heading, known in mapping.words.items()}
    new = {
        (heading, word): meaning
        for heading, said in proposed.items()
        for word, meaning in said.items()
        if not _knows(mapping, heading, word)
    }
    for (heading, word), meaning in new.items():
        words.setdefault(heading, {})[word] = meaning
    return words, {place: doubts[place] for place in new if place in doubts}


def _knows(mapping: Mapping, heading: str, word: str) -> bool:
    return fold(word) in map(fold, mapping.words.get(heading, {}))
