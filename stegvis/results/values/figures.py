"""A figure: a value that cannot be separated from what it is a value of."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from stegvis.programmes.values.indicators import Target

Number = int | float
"""A count stays whole wherever it is kept, as JSON too."""


class Verdict(StrEnum):
    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    NOT_MEASURED = "not_measured"
    NO_BASELINE = "no_baseline"
    TOO_FEW = "too_few"
    NONE = "none"


class DisclosureLevel(StrEnum):
    INTERNAL = "internal"
    REPORT = "report"
    OPEN = "open"


@dataclass(frozen=True)
class Interval:
    method: str
    level: float
    low: float
    high: float


@dataclass(frozen=True)
class Cell:
    """One group's part of a figure. `hidden` says why a number may not be shown.

    `unknown` is None where it may not be told.
    """

    value: Number | None
    k: int | None = None
    n: int | None = None
    unknown: int | None = 0
    excluded: dict[str, int] = field(default_factory=dict)
    interval: Interval | None = None
    hidden: str = ""


@dataclass(frozen=True)
class Coverage:
    """Of how many persons everything is known, and how many took part; the rest by year and gender.

    None, both, where a few are left out and it may not be told how few.
    """

    counted: int | None
    everybody: int | None


@dataclass(frozen=True)
class Point:
    """One point of a curve: `at` is a day number of the calendar or days since a start."""

    at: int
    value: Number
    at_risk: int | None = None
    low: Number | None = None
    high: Number | None = None
    name: str = ""


@dataclass(frozen=True)
class Figure:
    """What was counted, among whom, until when, under which definition.

    Shares 0–1 unrounded, money öre, times in days; None where nothing can be said.
    `population` is the denominator's code, `population_name` its Swedish words.
    `bounds` are the lowest and highest possible value when the unknown are settled.
    `missing` is how much is lacking to the target, in whole units (persons, places, öre …).
    `coverage` is None where the figure is of everybody who took part.
    `groups` maps a grouping (gender, exit_reason …) to its cells by code; "" is unknown.
    """

    id: str
    goal: str
    kind: str
    unit: str
    value: Number | None
    k: int | None
    n: int | None
    population: str
    population_name: str
    cut_off: date
    definition_version: str
    excluded: dict[str, int] = field(default_factory=dict)
    unknown: int | None = 0
    not_yet_due: int | None = 0
    after_cut_off: int | None = 0
    bounds: tuple[Number, Number] | None = None
    interval: Interval | None = None
    groups: dict[str, dict[str, Cell]] = field(default_factory=dict)
    points: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    target: Target | None = None
    missing: Number | None = None
    verdict: Verdict = Verdict.NONE
    parts: "tuple[Figure, ...]" = ()
    method: str = ""
    notes: tuple[str, ...] = ()
    replaces: str = ""
    valid: tuple[date | None, date | None] = (None, None)
    hidden: str = ""
    coverage: Coverage | None = None

    def with_notes(self, *notes: str) -> "Figure":
        return replace(self, notes=(*self.notes, *notes))


@dataclass(frozen=True)
class FollowUp:
    """Every figure of one programme at one cut-off, from one state of data.

    `since` limits figures about people to those enrolled from that day on.
    """

    programme: str
    programme_name: str
    definition_version: str
    as_of: date
    data_state: str
    level: DisclosureLevel
    rows_left_out: int
    figures: tuple[Figure, ...]
    parts: "tuple[FollowUp, ...]" = ()
    since: date | None = None

    @property
    def preliminary(self) -> bool:
        return self.rows_left_out > 0

    def figure(self, figure_id: str) -> Figure | None:
        return next((one for one in self.figures if one.id == figure_id), None)
