"""Which readings go past the limits."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from random import Random
from uuid import UUID

from stegvis.core.values.sightings import Action
from stegvis.participants.values.log_reviews import FEWEST
from stegvis.participants.values.log_risks import (
    ALARMING,
    RANDOM,
    RULES,
    Found,
    Limits,
    Reading,
    Risk,
    RiskRule,
)

OPENED = frozenset({Action.READ, Action.CREATE, Action.CHANGE, Action.DISCLOSE})
TAKEN_OUT = frozenset({Action.EXPORT, Action.PRINT})
SOUGHT = OPENED | TAKEN_OUT | {Action.SEARCH, Action.REFUSED}

Fits = Callable[[Reading, Limits], bool]

FITS: dict[Risk, Fits] = {
    Risk.MANY: lambda one, _: one.action in OPENED,
    Risk.DAY: lambda one, _: one.action in OPENED,
    Risk.LISTED: lambda one, _: one.action is Action.LIST,
    Risk.EXPORTED: lambda one, _: one.action in TAKEN_OUT,
    Risk.SEARCHED: lambda one, _: one.action is Action.SEARCH,
    Risk.FAMILY: lambda one, _: one.action in OPENED and bool(one.family) and not one.is_own_case,
    Risk.SAME_NAME: lambda one, _: _is_of_own_name(one),
    Risk.RELATIVE: lambda one, _: _is_of_own_name(one) and one.is_rare,
    Risk.AFTER_END: lambda one, _: one.action in SOUGHT and one.is_after_end,
    Risk.OFF_HOURS: lambda one, limits: one.action in OPENED and limits.is_off_hours(one.at),
    Risk.REFUSED: lambda one, _: one.action is Action.REFUSED,
    Risk.PROTECTED: lambda one, _: _is_protected(one),
    Risk.OUTSIDE: lambda one, _: one.action in SOUGHT and one.is_outside,
}


def alarms(readings: Iterable[Reading], limits: Limits) -> list[Found]:
    """For each user, rule and day the worst that was found, the rows in order."""
    return [
        _found(user, rule, worst)
        for user, theirs in _by_user(readings).items()
        for rule in ALARMING
        for worst in _worst_of_days(rule, theirs, limits)
    ]


def risky(readings: Iterable[Reading], limits: Limits) -> dict[Risk, list[int]]:
    """The rows that a review draws from, rule by rule; rules that fit none are left out."""
    users = _by_user(readings)
    found: dict[Risk, list[int]] = {}
    for rule in RULES.values():
        numbers = {one.number for each in users.values() for one in _drawn_from(rule, each, limits)}
        if numbers:
            found[rule.risk] = sorted(numbers)
    return found


def drawn(numbers: Iterable[int], size: int, seed: str) -> list[int]:
    """A random sample, the same every time for a seed, in order. Every row as likely as another.

    The order of the numbers given does not matter.
    """
    there = sorted(set(numbers))
    chance = Random(seed)  # noqa: S311 - to be drawn again from the protocol, not to be secret
    return sorted(chance.sample(there, min(size, len(there))))


def draw(readings: Iterable[Reading], limits: Limits, seed: str) -> dict[int, list[str]]:
    """The rows that a review looks at, each with why: at random, and some of each risk.

    Lists are not drawn at random: they are most of the log, and tell the least.
    """
    there = list(readings)
    chosen = drawn(
        (x.number for x in there if x.action is not Action.LIST), limits.sample_size, seed
    )
    why: dict[int, list[str]] = {number: [RANDOM] for number in chosen}
    for risk, numbers in risky(there, limits).items():
        for number in drawn(numbers, FEWEST, seed + risk):
            why.setdefault(number, []).append(risk.value)
    return dict(sorted(why.items()))


def _is_of_own_name(one: Reading) -> bool:
    return one.action in SOUGHT and one.is_same_name and not one.is_own_case


def _is_protected(one: Reading) -> bool:
    """One's own case is one's work, also when it is protected."""
    return one.action in SOUGHT and one.is_protected and not one.is_own_case


def _by_user(readings: Iterable[Reading]) -> dict[UUID, list[Reading]]:
    found = defaultdict(list)
    for one in sorted(readings, key=lambda one: (one.at, one.number)):
        found[one.user].append(one)
    return found


def _drawn_from(rule: RiskRule, theirs: list[Reading], limits: Limits) -> Iterable[Reading]:
    if rule.each:
        return (one for one in theirs if FITS[rule.risk](one, limits))
    return (one for window in _too_much(rule, theirs, limits) for one in window)


def _found(user: UUID, rule: RiskRule, worst: list[Reading]) -> Found:
    rows = tuple(one.number for one in worst)
    return Found(user, rule.risk, worst[-1].at, len(_counted(rule, worst)), rows)


def _worst_of_days(
    rule: RiskRule, theirs: list[Reading], limits: Limits
) -> Iterable[list[Reading]]:
    days: dict[date, list[Reading]] = {}
    for window in _too_much(rule, theirs, limits):
        day = window[-1].at.date()
        if len(_counted(rule, window)) > len(_counted(rule, days.get(day, []))):
            days[day] = window
    return days.values()


def _too_much(rule: RiskRule, theirs: list[Reading], limits: Limits) -> Iterator[list[Reading]]:
    """The windows in which the limit is passed, each ending with a reading."""
    groups: dict[str, list[Reading]] = defaultdict(list)
    for one in theirs:
        if FITS[rule.risk](one, limits):
            groups[_group(rule, one)].append(one)
    for group in groups.values():
        yield from _windows(rule, group, limits.of(rule))


def _group(rule: RiskRule, one: Reading) -> str:
    """What is counted together: a family by its name; of a common name, one person."""
    if rule.risk is Risk.FAMILY:
        return one.family
    return str(one.person) if rule.risk is Risk.SAME_NAME else ""


def _windows(rule: RiskRule, group: list[Reading], limit: int) -> Iterator[list[Reading]]:
    long, first = timedelta(minutes=rule.minutes), 0
    counted: dict[UUID, int] = defaultdict(int)
    for last, one in enumerate(group):
        counted[_key(rule, one)] += 1
        while one.at - group[first].at > long:
            gone = _key(rule, group[first])
            counted[gone] -= 1
            if not counted[gone]:
                del counted[gone]
            first += 1
        if len(counted) > limit:
            yield group[first : last + 1]


def _counted(rule: RiskRule, window: list[Reading]) -> set[UUID]:
    return {_key(rule, one) for one in window}


def _key(rule: RiskRule, one: Reading) -> UUID:
    return one.person if rule.of_persons else one.request
