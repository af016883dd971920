"""A check of the log: what it says of each row, and what a protocol holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from stegvis.core.values.language import gettext_noop as N_

LONGEST_NOTE = 500
LARGEST_SAMPLE = 200
LONGEST_DAYS = 366
FEWEST = 5
"""Own choice: so many rows at most are drawn for each risk rule."""


class Verdict(StrEnum):
    JUSTIFIED = "JUSTIFIED"
    ASK = "ASK"
    SUSPECTED = "SUSPECTED"


VERDICT_NAMES = {
    Verdict.JUSTIFIED: N_("Motiverad"),
    Verdict.ASK: N_("Fråga medarbetaren"),
    Verdict.SUSPECTED: N_("Misstänkt"),
}


@dataclass(frozen=True)
class NewReview:
    """`last` is the last day included."""

    unit: UUID
    first: date
    last: date


@dataclass(frozen=True)
class Redrawn:
    """What a review's own seed draws today: at random the same or not; of risks so many of `risky`.

    Risks are compared with how things stand today, so that they may differ.
    """

    at_random: int
    is_same: bool
    risky: int
    risky_again: int


@dataclass(frozen=True)
class Said:
    """What is said of one drawn row."""

    number: int
    verdict: Verdict
    note: str = ""
