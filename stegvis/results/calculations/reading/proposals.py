"""A proposed mapping from the headings and words of somebody's sheet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column, ColumnKind
from stegvis.results.calculations.reading.evidence import (
    OWN_FORMATS,
    date_format,
    is_yes_or_no,
    misfit,
    proposed_words,
)
from stegvis.results.calculations.reading.meanings import Guess, guessed
from stegvis.results.calculations.reading.personal_data import (
    PERSONAL_NAME,
    PERSONAL_NUMBER,
    personal_column,
)
from stegvis.results.calculations.reading.rules import rules_of
from stegvis.results.calculations.reading.words import fold
from stegvis.results.values.mapping import Mapping, Proposal, RowRule
from stegvis.results.values.reading import Written
from stegvis.results.values.synonyms import AGE_WORDS, KEY_WORDS

MOST_DIFFERENT = 200  # texts of a column that are looked at; a proposal needs no more


@dataclass
class _Sorted:
    """Where each heading went, while they are gone through one by one."""

    guesses: dict[str, Guess] = field(default_factory=dict)
    whens: dict[str, Guess] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    key: str = ""
    age: str = ""
    personal_number: str = ""
    personal: list[str] = field(default_factory=list)


def propose_mapping(sheet: Written, definition: Definition, *, heading_row: int = 1) -> Proposal:
    texts = {one: different_texts(sheet, one) for one in sheet.headings}
    sorted_ = _Sorted()
    for heading in sheet.headings:
        _sort(heading, texts[heading], sorted_, sheet, definition)
    rules, doubts, without_rule = rules_of(sorted_.guesses, sorted_.whens)
    doubts |= {
        heading: _("datum läses som {form}").format(form=_(OWN_FORMATS[form]))
        for heading, form in sorted_.formats.items()
    }
    words, word_doubts = words_of(rules, texts, definition)
    unread = {**sorted_.unread, **without_rule}
    mapping = Mapping(
        programme=definition.id,
        sheet=sheet.name,
        heading_row=heading_row,
        key=sorted_.key,
        age_at_enrolment="" if _tells_birth_year(rules) else sorted_.age,
        date_formats=tuple(dict.fromkeys(sorted_.formats.values())),
        rows=tuple(rules),
        words=words,
        unread=tuple(unread),
    )
    return Proposal(
        mapping,
        doubts,
        unread,
        word_doubts,
        sorted_.personal_number,
        headings=sheet.headings,
        personal=tuple(sorted_.personal),
    )


def different_texts(sheet: Written, heading: str) -> list[str]:
    texts = sheet.frame[heading].drop_nulls().unique(maintain_order=True)
    return texts.head(MOST_DIFFERENT).to_list()


def _sort(
    heading: str, texts: list[str], into: _Sorted, sheet: Written, definition: Definition
) -> None:
    kind = kind_of_person(heading, sheet, definition)
    if kind:
        into.personal.append(heading)
        into.unread[heading] = seems_personal(kind)
        into.personal_number = heading if kind == PERSONAL_NUMBER else into.personal_number
    elif fold(heading) in KEY_WORDS and not into.key:
        into.key = heading
    elif fold(heading) in set(map(fold, AGE_WORDS)) and not into.age:
        into.age = heading
    else:
        _sort_guess(heading, texts, into, definition)


def kind_of_person(heading: str, sheet: Written, definition: Definition) -> str:
    """What the column tells of who somebody is; nothing when it may be read."""
    kind = personal_column(heading, sheet.frame[heading])
    if kind == PERSONAL_NAME and guessed(heading, definition) is not None:
        return ""  # Norra Älvnäs in a column of municipalities
    return kind


def seems_personal(kind: str) -> str:
    return _("ser ut att innehålla {kind}; den läses inte").format(kind=_(kind))


def _sort_guess(heading: str, texts: list[str], into: _Sorted, definition: Definition) -> None:
    guess = guessed(heading, definition)
    if guess is None:
        into.unread[heading] = _("känns inte igen")
        return
    column = _column(guess)
    own_format = date_format(texts) if column.kind is ColumnKind.DAY else ""
    if own_format:
        into.formats[heading] = own_format
    wrong = misfit(column, texts, definition, (own_format,) if own_format else ())
    same = _same(guess, into.guesses)
    if guess.meaning.table == "consents" and wrong and is_yes_or_no(texts):
        into.whens[heading] = guess
    elif wrong:
        into.unread[heading] = wrong
    elif same:
        into.unread[heading] = _("betyder samma sak som {heading}").format(heading=same)
    else:
        into.guesses[heading] = guess


def _column(guess: Guess) -> Column:
    column = TABLE_OF[guess.meaning.table].column(guess.meaning.column)
    if column is None:
        message = f"no column {guess.meaning}"
        raise LookupError(message)
    return column


def _same(guess: Guess, guesses: dict[str, Guess]) -> str:
    known = ((heading, one.meaning, one.row) for heading, one in guesses.items())
    return next((one for one, *what in known if what == [guess.meaning, guess.row]), "")


def _tells_birth_year(rules: list[RowRule]) -> bool:
    return any("birth_year" in rule.take for rule in rules)


def words_of(
    rules: Iterable[RowRule], texts: dict[str, list[str]], definition: Definition
) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], str]]:
    """Words to translate, and doubts, of the headings whose texts are given."""
    words: dict[str, dict[str, str]] = {}
    doubts: dict[tuple[str, str], str] = {}
    for rule in rules:
        for name, heading in rule.take.items():
            if heading not in texts:
                continue
            column = TABLE_OF[rule.table].column(name)
            is_code = column is not None and column.kind is ColumnKind.CODE
            codes = definition.codes(column.code_list) if column and is_code else None
            proposed, uncertain = proposed_words(texts[heading], codes, definition)
            if proposed:
                words[heading] = proposed
            doubts |= {(heading, word): why for word, why in uncertain.items()}
    return words, doubts
