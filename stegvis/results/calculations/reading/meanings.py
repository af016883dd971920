"""What a heading of somebody's sheet probably means, and how sure that is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition, Instrument
from stegvis.results.calculations.reading.words import fold
from stegvis.results.values.synonyms import (
    DAY_WORDS,
    ENDED_WORDS,
    MOMENT_WORDS,
    OFFERED_WORDS,
    PLAN_WORDS,
    SITUATION_WORDS,
    STARTED_WORDS,
    WORDS_OF,
    Meaning,
)

ALIKE = 0.82  # OWN:mapping; `Slutdatum` is 0.74 like `Startdatum` and means the opposite
IN_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")
SAID_LAST = re.compile(r"[^\d]{4,}$")


@dataclass(frozen=True)
class Guess:
    """`row` tells columns of the same row apart from others of the table: `skala 2`."""

    meaning: Meaning
    row: str = ""
    doubt: str = ""


def guessed(heading: str, definition: Definition) -> Guess | None:
    """The surest reading of a heading; None when it looks like nothing we know."""
    plain = IN_BRACKETS.sub("", heading)
    for known in (_exact, _situation, _measurement, _named_by_programme):
        found = known(plain, definition)
        if found is not None:
            return found
    return _alike(plain)


def _exact(heading: str, _definition: Definition) -> Guess | None:
    folded = fold(heading)
    for meaning, words in WORDS_OF.items():
        if folded in {fold(word) for word in words}:
            return Guess(meaning)
    return None


def _situation(heading: str, _definition: Definition) -> Guess | None:
    folded = fold(heading)
    for column, words in SITUATION_WORDS.items():
        for word in words:
            if folded == fold(word):
                doubt = _("gäller det vid start?")
                return Guess(_at_moment("situations", column, "start"), "start", doubt)
            for said, moment in MOMENT_WORDS.items():
                if folded in {fold(word + said), fold(said + word)}:
                    return Guess(_at_moment("situations", column, moment), moment)
    return None


def _at_moment(table: str, column: str, moment: str) -> Meaning:
    return Meaning(table, column, (("moment", moment),))


def _measurement(heading: str, definition: Definition) -> Guess | None:
    """`SMAIL 1 datum`, `SMAIL 1 hälsa`, `SMAIL start hälsa`: instrument, occasion, question."""
    folded = fold(heading)
    for instrument in definition.instruments:
        for name in (instrument.name, instrument.code):
            if folded.startswith(fold(name)):
                rest = folded.removeprefix(fold(name))
                return _of_instrument(instrument, rest)
    return None


def _of_instrument(instrument: Instrument, rest: str) -> Guess | None:
    constant = ("instrument", instrument.code)
    for word in sorted(map(fold, DAY_WORDS), key=len, reverse=True):
        if rest.endswith(word):
            occasion = rest.removesuffix(word)
            return Guess(
                Meaning("measurements", "measured_on", (constant,)), f"{instrument.code} {occasion}"
            )
    for item in instrument.items:
        for name in (item.name, item.code):
            if rest.endswith(fold(name)):
                occasion = rest.removesuffix(fold(name))
                constants = (constant, ("item", item.code))
                row = f"{instrument.code} {occasion}"
                return Guess(Meaning("measurements", "score", constants), row)
    if not instrument.items:
        return Guess(Meaning("measurements", "score", (constant,)), f"{instrument.code} {rest}")
    return _of_similar_item(instrument, rest)


def _of_similar_item(instrument: Instrument, rest: str) -> Guess | None:
    """`1hälsa` where the question is called `Indikatorn om hälsa`, and no other is like it."""
    found = SAID_LAST.search(rest)
    alike = [item for item in instrument.items if found and found[0] in fold(item.name)]
    if found is None or len(alike) != 1:
        return None
    constants = (("instrument", instrument.code), ("item", alike[0].code))
    return Guess(
        Meaning("measurements", "score", constants),
        f"{instrument.code} {rest[: found.start()]}",
        _("liknar {word}").format(word=alike[0].name),
    )


def _named_by_programme(heading: str, definition: Definition) -> Guess | None:
    """Steps, activities, plans, assessments and placements by the names the programme has."""
    folded = fold(heading)
    return next(
        (
            Guess(Meaning(table, column, ((kind, code),)), code)
            for table, kind, column, words in NAMED
            for code, names in _names(definition, kind)
            for name in names
            for word in words
            if folded == fold(name + word)
        ),
        None,
    )


NAMED: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("plans", "plan_kind", "established_on", PLAN_WORDS),
    ("steps", "step", "started_on", STARTED_WORDS),
    ("steps", "step", "ended_on", ENDED_WORDS),
    ("activities", "activity", "offered_on", OFFERED_WORDS),
    ("activities", "activity", "tried_on", (*STARTED_WORDS, "prövad", "provad")),
    ("activities", "activity", "ended_on", ENDED_WORDS),
    ("assessments", "assessment", "assessed_on", DAY_WORDS),
    ("assessments", "assessment", "fulfilled", ("",)),
    ("placements", "placement_kind", "started_on", STARTED_WORDS),
    ("placements", "placement_kind", "ended_on", ENDED_WORDS),
)


def _names(definition: Definition, code_list: str) -> Iterator[tuple[str, Iterable[str]]]:
    for entry in definition.codes(code_list).codes:
        yield entry.code, (entry.name, entry.code, *entry.also)


def _alike(heading: str) -> Guess | None:
    """The most similar of all synonyms, never sure."""
    folded = fold(heading)
    scored = [
        (SequenceMatcher(None, folded, fold(word)).ratio(), word, meaning)
        for meaning, words in WORDS_OF.items()
        for word in words
        if len(fold(word)) > len("start")
    ]
    score, word, meaning = max(scored, key=lambda one: one[0])
    if score < ALIKE:
        return None
    return Guess(meaning, doubt=_("liknar {word}").format(word=word))
