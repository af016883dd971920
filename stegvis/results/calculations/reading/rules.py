"""Guesses about single headings, put together to rules that make rows."""

from collections.abc import Mapping as Mapped

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.reading.meanings import Guess
from stegvis.results.calculations.reading.words import fold
from stegvis.results.values.mapping import RowRule
from stegvis.results.values.synonyms import MOMENT_WORDS

DAY_OF_MOMENT = {"before": "enrolled_on", "start": "enrolled_on", "exit": "exited_on"}
"""The day on which what is said of a moment was known."""
FIRST = ("persons", "enrolments")


def rules_of(
    guesses: Mapped[str, Guess], whens: Mapped[str, Guess]
) -> tuple[list[RowRule], dict[str, str], dict[str, str]]:
    """Rules, doubts by heading, and reasons of headings that make no rule.

    `whens` are yes/no columns that stand for a row on the day of enrolment.
    """
    days = _days(guesses)
    doubts = {heading: guess.doubt for heading, guess in guesses.items() if guess.doubt}
    unread: dict[str, str] = {}
    rules = []
    groups = _grouped(guesses)
    used = {heading for group in groups.values() for heading in group}
    unread |= {heading: _("inget värde hör till dagen") for heading in guesses.keys() - used}
    for group in groups.values():
        rule = _rule(group, days)
        lacking = _lacking(rule)
        if lacking:
            why = _("hör ihop med {column}, som inte finns i bladet").format(column=lacking)
            unread |= dict.fromkeys(group, why)
            continue
        rules.append(rule)
        if _borrows_day(rule, group):
            doubts |= {one: _("dagen tas från en annan kolumn") for one in group}
    for heading, guess in whens.items():
        if "enrolled_on" in days:
            take = {guess.meaning.column: days["enrolled_on"]}
            constants = dict(guess.meaning.constants)
            rules.append(
                RowRule(table=guess.meaning.table, take=take, constants=constants, when=heading)
            )
            doubts[heading] = _("ja räknas från inskrivningsdagen")
        else:
            unread[heading] = _("dagen saknas")
    return sorted(rules, key=_place), doubts, unread


def _days(guesses: Mapped[str, Guess]) -> dict[str, str]:
    return {
        guess.meaning.column: heading
        for heading, guess in guesses.items()
        if guess.meaning.column in {"enrolled_on", "exited_on"}
    }


def _grouped(guesses: Mapped[str, Guess]) -> dict[tuple[object, ...], dict[str, Guess]]:
    """Headings of one row together; each question of an instrument is a row with its day."""
    groups: dict[tuple[object, ...], dict[str, Guess]] = {}
    shared = {
        (guess.meaning.table, guess.row): (heading, guess)
        for heading, guess in guesses.items()
        if guess.meaning.column == "measured_on"
    }
    for heading, guess in guesses.items():
        if guess.meaning.column == "measured_on":
            continue
        item = dict(guess.meaning.constants).get("item", "")
        key = (guess.meaning.table, guess.row, item)
        day = shared.get((guess.meaning.table, guess.row))
        if day is not None:
            groups.setdefault(key, {}).setdefault(*day)
        groups.setdefault(key, {})[heading] = guess
    return groups


def _rule(group: Mapped[str, Guess], days: Mapped[str, str]) -> RowRule:
    first = next(iter(group.values()))
    take = {guess.meaning.column: heading for heading, guess in group.items()}
    constants = dict(pair for guess in group.values() for pair in guess.meaning.constants)
    day_column = TABLE_OF[first.meaning.table].happened
    source = days.get(DAY_OF_MOMENT.get(_moment(first), ""))
    if source and day_column and day_column not in take and first.meaning.table not in FIRST:
        take[day_column] = source
    return RowRule(table=first.meaning.table, take=take, constants=constants)


def _moment(guess: Guess) -> str:
    """`skala start` was measured at the start; a destination says its moment itself."""
    said = dict(guess.meaning.constants).get("moment", "")
    occasion = guess.row.rpartition(" ")[2]
    folded = {fold(word): moment for word, moment in MOMENT_WORDS.items()}
    return said or folded.get(occasion, "")


def _borrows_day(rule: RowRule, group: Mapped[str, Guess]) -> bool:
    return rule.table == "measurements" and len(rule.take) > len(group)


def _lacking(rule: RowRule) -> str:
    """The title of a required column that nothing in the sheet gives."""
    for column in TABLE_OF[rule.table].columns:
        given = column.name in rule.take or column.name in rule.constants
        if column.required and column.kind != "key" and not given:
            return _(column.title)
    return ""


def _place(rule: RowRule) -> int:
    return list(TABLE_OF).index(rule.table)
