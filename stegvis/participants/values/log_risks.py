"""What may be wrong with a reading in the access log: the risk rules, as data.

Every number is our own choice, and an association decides its own in place of it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.sightings import Action

HOUR, DAY = 60, 24 * 60  # minutes
GRACE_DAYS = 14
"""So long after an involvement its reader may still have a word to write."""

RARE_SHARE = 0.01
RARE_PERSONS = 3
"""A family name is rare when no more share it, of all whom the association has registered."""


class Risk(StrEnum):
    MANY = "many"
    DAY = "day"
    LISTED = "listed"
    EXPORTED = "exported"
    SEARCHED = "searched"
    FAMILY = "family"
    SAME_NAME = "same_name"
    RELATIVE = "relative"
    AFTER_END = "after_end"
    OFF_HOURS = "off_hours"
    REFUSED = "refused"
    PROTECTED = "protected"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class RiskRule:
    """More than `limit` within so many minutes is too much; without minutes it never alarms.

    Persons are counted, or requests. A review draws `each` reading of the kind, or only those
    that together are too much.
    """

    risk: Risk
    name: str
    limit: int = 0
    minutes: int = 0
    of_persons: bool = True
    each: bool = False


RULES: dict[Risk, RiskRule] = {
    rule.risk: rule
    for rule in (
        RiskRule(Risk.MANY, N_("Många personer på kort tid"), 40, 10),
        RiskRule(Risk.DAY, N_("Många personer på ett dygn"), 150, DAY),
        RiskRule(Risk.LISTED, N_("Bläddrade genom listor"), 300, 10),
        RiskRule(Risk.EXPORTED, N_("Hämtade eller skrev ut om många"), 10, HOUR),
        RiskRule(Risk.SEARCHED, N_("Sökte gång på gång"), 15, 10, of_persons=False),
        RiskRule(Risk.FAMILY, N_("Flera med samma efternamn, inte egna ärenden"), 2, HOUR),
        RiskRule(
            Risk.SAME_NAME,
            N_("Samma person med läsarens efternamn gång på gång, inte eget ärende"),
            2,
            DAY,
            of_persons=False,
            each=True,
        ),
        RiskRule(
            Risk.RELATIVE,
            N_("Samma ovanliga efternamn som den som läste"),
            0,
            DAY,
            of_persons=False,
            each=True,
        ),
        RiskRule(
            Risk.AFTER_END,
            N_("Läste efter att uppdraget hade slutat"),
            2,
            DAY,
            of_persons=False,
            each=True,
        ),
        RiskRule(Risk.OFF_HOURS, N_("Utanför arbetstid"), 5, HOUR, each=True),
        RiskRule(Risk.REFUSED, N_("Nekades flera gånger"), 3, HOUR, of_persons=False),
        RiskRule(
            Risk.PROTECTED, N_("Skyddade personuppgifter"), 0, DAY, of_persons=False, each=True
        ),
        RiskRule(Risk.OUTSIDE, N_("Läste för en annan myndighet än den ansvariga"), each=True),
    )
}
ALARMING = tuple(rule for rule in RULES.values() if rule.minutes)
RANDOM = "random"
"""Why a row was drawn, when no rule did it."""


@dataclass(frozen=True)
class Limits:
    """What an association has decided. Working hours are whole hours, Monday to Friday."""

    sample_size: int = 20
    opens: int = 6
    closes: int = 20
    limits: dict[str, int] = field(default_factory=dict)

    def of(self, rule: RiskRule) -> int:
        return self.limits.get(rule.risk, rule.limit)

    def is_off_hours(self, at: datetime) -> bool:
        """`at` in local time."""
        saturday = 5
        return at.weekday() >= saturday or not self.opens <= at.hour < self.closes


@dataclass(frozen=True)
class Reading:
    """A row of the log with what is known of who read and of whom. `family` is compared only."""

    number: int
    at: datetime
    user: UUID
    person: UUID
    action: Action
    request: UUID
    family: str = ""
    is_own_case: bool = False
    is_same_name: bool = False
    is_rare: bool = False
    is_after_end: bool = False
    is_protected: bool = False
    is_outside: bool = False


@dataclass(frozen=True)
class Found:
    """Somebody has gone past a limit: how far at most, and the rows that show it."""

    user: UUID
    risk: Risk
    at: datetime
    count: int
    rows: tuple[int, ...]
