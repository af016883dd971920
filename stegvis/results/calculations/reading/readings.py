"""What each heading of a sheet is read as, and a mapping when a person says otherwise."""

from collections.abc import Iterator
from collections.abc import Mapping as Mapped

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.reading.choices import (
    AT_EXIT,
    AT_START,
    OCCASIONS,
    Choice,
    code_of,
)
from stegvis.results.calculations.reading.rules import rules_of
from stegvis.results.values.mapping import AGE, SERIAL, UNREAD, Mapping, RowRule
from stegvis.results.values.synonyms import Meaning

JOURNEY_DAYS = {"enrolled_on": ("enrolments", AT_START), "exited_on": ("exits", AT_EXIT)}
"""Days that rows of other tables borrow, the table of each, and the occasion it stands for."""

BIRTH_YEAR = code_of(Meaning("persons", "birth_year"))


def readings_of(mapping: Mapping) -> dict[str, str]:
    """Heading → the code of its choice; a day that other tables borrow is what it is itself."""
    borrowed, numbers = _borrowed(mapping), _numbers(mapping)
    found = {mapping.key: SERIAL, mapping.age_at_enrolment: AGE}
    for rule in mapping.rows:
        occasion = numbers.get(_measured(rule), "")
        for heading, code in _rule_readings(rule, borrowed, occasion):
            found.setdefault(heading, code)
    return {heading: code for heading, code in found.items() if heading}


def occasions_in(mapping: Mapping) -> int:
    """How many days of measurement an instrument has at most, and never fewer than we offer."""
    found = [int(number) for number in _numbers(mapping).values() if number.isdecimal()]
    return max([OCCASIONS, *found])


def reread(
    mapping: Mapping, said: Mapped[str, str], choices: Mapped[str, Choice]
) -> tuple[Mapping, dict[str, str]]:
    """The rules of what is said of every heading, and why a heading that was chosen has none.

    Words stay only where the meaning does: those of another code list mean nothing here.
    """
    chosen = {heading: choices[code] for heading, code in said.items() if code in choices}
    guesses = {one: what.guess for one, what in chosen.items() if what.guess and not what.decides}
    whens = {one: what.guess for one, what in chosen.items() if what.guess and what.decides}
    rules, _doubts, reasons = rules_of(guesses, whens)
    single: dict[str, object] = {
        "rows": tuple(rules),
        "key": _said_to_be(SERIAL, said),
        "age_at_enrolment": _said_to_be(AGE, said),
    }
    changed = mapping.model_copy(update=single)
    same = {heading for heading, code in readings_of(mapping).items() if said.get(heading) == code}
    read, known = set(changed.headings), (*mapping.headings, *mapping.unread, *said)
    lists: dict[str, object] = {
        "words": {one: words for one, words in mapping.words.items() if one in same & read},
        "unread": tuple(one for one in dict.fromkeys(known) if one not in read),
    }
    return changed.model_copy(update=lists), reasons


def doubled(said: Mapped[str, str]) -> dict[str, str]:
    """Headings that say the same as others, with a sentence that names the others."""
    by_meaning: dict[str, list[str]] = {}
    for heading, code in said.items():
        if code != UNREAD:
            by_meaning.setdefault(BIRTH_YEAR if code == AGE else code, []).append(heading)
    sentence = _("Betyder samma sak som {heading}. Läs bara en av dem.")
    return {
        heading: sentence.format(heading=", ".join(one for one in same if one != heading))
        for same in by_meaning.values()
        for heading in same
        if len(same) > 1
    }


def _said_to_be(code: str, said: Mapped[str, str]) -> str:
    return next((heading for heading, what in said.items() if what == code), "")


def _borrowed(mapping: Mapping) -> dict[str, str]:
    """Heading of a day of the journey → the occasion that it stands for."""
    return {
        heading: JOURNEY_DAYS[name][1]
        for rule in mapping.rows
        for name, heading in rule.take.items()
        if name in JOURNEY_DAYS and rule.table == JOURNEY_DAYS[name][0]
    }


def _measured(rule: RowRule) -> tuple[str, str]:
    return rule.constants.get("instrument", ""), rule.take.get("measured_on", "")


def _numbers(mapping: Mapping) -> dict[tuple[str, str], str]:
    """Instrument and heading of the day → which occasion that is."""
    borrowed, counted = _borrowed(mapping), dict[str, int]()
    found: dict[tuple[str, str], str] = {}
    for rule in mapping.rows:
        instrument, day = _measured(rule)
        if not day or (instrument, day) in found:
            continue
        if day not in borrowed:
            counted[instrument] = counted.get(instrument, 0) + 1
        found[instrument, day] = borrowed.get(day) or str(counted[instrument])
    return found


def _rule_readings(
    rule: RowRule, borrowed: Mapped[str, str], occasion: str
) -> Iterator[tuple[str, str]]:
    happened = TABLE_OF[rule.table].happened
    for name, heading in rule.take.items():
        constants = tuple(
            one for one in rule.constants.items() if name != "measured_on" or one[0] != "item"
        )
        meaning = Meaning(rule.table, name, constants)
        if rule.when:
            yield rule.when, code_of(meaning, decides=True)
        elif not (name == happened and heading in borrowed and name not in JOURNEY_DAYS):
            yield heading, code_of(meaning, occasion)
