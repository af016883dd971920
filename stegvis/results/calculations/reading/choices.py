"""What a person may say that a column means: all that a proposal can build rules of."""

from collections.abc import Iterator
from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition, Instrument
from stegvis.programmes.values.facts import TABLE_OF, Column
from stegvis.results.calculations.reading.meanings import NAMED, Guess
from stegvis.results.values.mapping import AGE, SERIAL
from stegvis.results.values.synonyms import MOMENT_WORDS, SITUATION_WORDS, WORDS_OF, Meaning

OCCASIONS = 2  # first and latest, as in our own sheet; more where the sheet has more
AT_START, AT_EXIT = "start", "slut"
"""Occasions without a day of their own, in words that MOMENT_WORDS has."""


@dataclass(frozen=True)
class Choice:
    """`guess` is none for the serial number and the age, which are no columns of a table.

    `decides`: a column of yes and no that says whether there is a row.
    """

    table: str
    label: str
    guess: Guess | None = None
    decides: bool = False


def choices_of(definition: Definition, occasions: int = OCCASIONS) -> dict[str, Choice]:
    """By code, in the order of the tables."""
    choices = {
        SERIAL: Choice("persons", _("Löpnummer")),
        AGE: Choice("persons", _("Ålder vid inskrivning")),
    }
    for guess in (*_usual(), *_situations(), *_named(definition)):
        if _has_codes(guess.meaning, definition):
            choices |= _choices(guess, definition)
    for instrument in definition.instruments:
        choices |= _measured(instrument, occasions)
    places = list(TABLE_OF)
    return dict(sorted(choices.items(), key=lambda one: places.index(one[1].table)))


def code_of(meaning: Meaning, occasion: str = "", *, decides: bool = False) -> str:
    said = [code for _name, code in meaning.constants]
    more = [occasion] * bool(occasion) + ["when"] * decides
    return "/".join((f"{meaning.table}.{meaning.column}", *said, *more))


def _usual() -> Iterator[Guess]:
    return (Guess(meaning) for meaning in WORDS_OF)


def _situations() -> Iterator[Guess]:
    for moment in dict.fromkeys(MOMENT_WORDS.values()):
        for column in SITUATION_WORDS:
            yield Guess(Meaning("situations", column, (("moment", moment),)), moment)


def _named(definition: Definition) -> Iterator[Guess]:
    for table, kind, column, _words in NAMED:
        for entry in definition.codes(kind).codes:
            yield Guess(Meaning(table, column, ((kind, entry.code),)), entry.code)


def _has_codes(meaning: Meaning, definition: Definition) -> bool:
    """Whether the programme has the codes that the rule names, and any to choose among."""
    own = _column(meaning.table, meaning.column)
    known = all(
        code in definition.codes(_column(meaning.table, name).code_list)
        for name, code in meaning.constants
    )
    return known and (not own.code_list or bool(definition.codes(own.code_list).codes))


def _column(table: str, name: str) -> Column:
    return next(one for one in TABLE_OF[table].columns if one.name == name)


def _choices(guess: Guess, definition: Definition) -> dict[str, Choice]:
    meaning = guess.meaning
    table, column = TABLE_OF[meaning.table], _column(meaning.table, meaning.column)
    names = [
        definition.codes(_column(table.name, name).code_list).name_of(code)
        for name, code in meaning.constants
    ]
    title, said = _(table.title), _(column.title)
    label = ", ".join((f"{title}: {said}", *names))
    choices = {code_of(meaning): Choice(table.name, label, guess)}
    if table.name == "consents":
        whether = _("{meaning} (ja eller nej, från inskrivningsdagen)").format(meaning=label)
        choices[code_of(meaning, decides=True)] = Choice(table.name, whether, guess, decides=True)
    return choices


def _measured(instrument: Instrument, occasions: int) -> dict[str, Choice]:
    choices = {}
    for number in map(str, range(1, occasions + 1)):
        title = _("{instrument}, mätning {number}").format(
            instrument=instrument.name, number=number
        )
        day = Meaning("measurements", "measured_on", (("instrument", instrument.code),))
        choices[code_of(day, number)] = _of_occasion(day, number, title, _("datum"))
        choices |= _scores(instrument, number, title)
    at_start = _("{instrument} vid start").format(instrument=instrument.name)
    at_exit = _("{instrument} vid avslut").format(instrument=instrument.name)
    return {
        **choices,
        **_scores(instrument, AT_START, at_start),
        **_scores(instrument, AT_EXIT, at_exit),
    }


def _scores(instrument: Instrument, occasion: str, title: str) -> dict[str, Choice]:
    asked: list[tuple[tuple[tuple[str, str], ...], str]] = [
        ((("item", item.code),), item.name) for item in instrument.items
    ]
    found = {}
    for item, name in asked or [((), _("värde"))]:
        score = Meaning("measurements", "score", (("instrument", instrument.code), *item))
        found[code_of(score, occasion)] = _of_occasion(score, occasion, title, name)
    return found


def _of_occasion(meaning: Meaning, occasion: str, title: str, name: str) -> Choice:
    row = f"{meaning.constants[0][1]} {occasion}"
    return Choice(meaning.table, f"{title}: {name}", Guess(meaning, row))
