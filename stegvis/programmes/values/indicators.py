"""Goals and other figures as data: what is counted, among whom, against which target."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from stegvis.programmes.values.conditions import Operator, Span
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.records import (
    Code,
    ConditionText,
    Dated,
    Record,
    Slug,
    Source,
    TermText,
    Words,
)

FEWEST_FOR_A_VERDICT = 5  # [OWN:glossary] "för få"; a definition may say otherwise

Scalar = str | int | float | bool | date


class Level(StrEnum):
    OVERALL = "overall"
    EFFECT = "effect"
    PROGRAMME = "programme"


class Denominator(StrEnum):
    """Whom a share is a share of. NONE is said aloud for what is only counted."""

    NONE = "none"
    ENROLLED = "enrolled"
    EXITED = "exited"
    COMPLETED = "completed"
    CONSENTED = "consented"
    ASKED = "asked"
    RESPONDENTS = "respondents"
    MEASURED = "measured"
    MEASURED_TWICE = "measured_twice"
    ROWS = "rows"


class Unknown(StrEnum):
    """What a missing answer does: counts as no, is left out, or only widens the bounds."""

    NO = "no"
    EXCLUDE = "exclude"
    BOUNDS = "bounds"


class Window(Dated):
    """Only those whose date in `field` falls in the window."""

    field: Code


class Population(Record):
    """`name` in Swedish words stands in every footnote; `which` enrolment of a person counts."""

    name: Words
    where: ConditionText | None = None
    window: Window | None = None
    which: Literal["latest", "first"] = "latest"


class LeftOut(Record):
    """An exclusion is never counted; an exception is counted only when it reached the goal."""

    id: Code
    name: Words
    where: ConditionText


class Target(Record):
    """Shares are 0–1, money öre, time days, everything else whole units."""

    op: Literal[Operator.AT_LEAST, Operator.AT_MOST, Operator.EQUAL] = Operator.AT_LEAST
    value: float


class Expected(Record):
    value: float | None = None
    k: int | None = None
    n: int | None = None
    unknown: int | None = None
    not_yet_due: int | None = None
    excluded: dict[str, int] = Field(default_factory=dict)
    verdict: str | None = None


class Example(Record):
    """A worked example beside the definition: rows in, figure out; run as a test.

    `journeys` are flat rows (person, enrolment, exit and destination in one) numbered 1, 2, …;
    `rows` are rows of the other fact tables and name those numbers as `enrolment`.
    """

    as_of: date
    journeys: tuple[dict[str, Scalar], ...] = ()
    rows: dict[str, tuple[dict[str, Scalar], ...]] = Field(default_factory=dict)
    expect: Expected


class Indicator(Record):
    """What every kind has. A goal has a level and a target; another figure has neither."""

    id: Slug
    text: Words
    unit: Unit
    denominator: Denominator
    population: Population
    source: Source
    level: Level | None = None
    definition: str = ""
    exclusions: tuple[LeftOut, ...] = ()
    exceptions: tuple[LeftOut, ...] = ()
    unknown: Unknown = Unknown.NO
    groups: tuple[Code, ...] = ()
    target: Target | None = None
    fewest: int = FEWEST_FOR_A_VERDICT
    valid: Dated = Dated()
    replaces: Slug | None = None
    deviation: Slug | None = None
    measured_when: str = ""
    examples: tuple[Example, ...] = ()


class SubCriterion(Record):
    """One part of a goal that may be partly reached; `numerator` replaces the goal's own."""

    id: Code
    name: Words
    numerator: ConditionText
    target: Target


class Share(Indicator):
    """How large a share of the population fulfils `numerator`."""

    kind: Literal["share"]
    numerator: ConditionText
    sub_criteria: tuple[SubCriterion, ...] = ()


class Count(Indicator):
    """How many units there are, or how many of them fulfil `numerator`."""

    kind: Literal["count"]
    numerator: ConditionText | None = None


class Conversion(Indicator):
    """The share that got `event` within a time of `start`; later starts are not yet due."""

    kind: Literal["conversion"]
    event: TermText
    start: TermText
    within: Annotated[int, Field(gt=0)]
    span: Span


class TimeToEvent(Indicator):
    """Time from `start` to `event`; `competing` events end the waiting in another way.

    The value is the share that reached the event `at_days` after the start, or the median days.
    """

    kind: Literal["time_to_event"]
    event: TermText
    start: TermText
    competing: dict[Code, TermText] = Field(default_factory=dict)
    measure: Literal["share_at", "median_days"] = "share_at"
    at_days: int = 365


class Change(Indicator):
    """First against latest measurement of the same person, one instrument.

    `least` is the smallest change that counts; higher is better unless `better` says lower.
    """

    kind: Literal["change"]
    instrument: Code
    items: tuple[Code, ...] = ()
    least: float
    least_is: Literal["published", "reliable", "raw", "convention"]
    better: Literal["higher", "lower"] = "higher"
    measure: Literal["share_improved", "mean_change"] = "share_improved"


class DomainsImproved(Indicator):
    """The share that improved by `least` in at least `domains` items of one instrument."""

    kind: Literal["domains_improved"]
    instrument: Code
    items: tuple[Code, ...] = ()
    least: float
    domains: Annotated[int, Field(gt=0)]
    better: Literal["higher", "lower"] = "higher"


class StandingVolume(Indicator):
    """How many are enrolled at once: the mean over the window, or the number on the cut-off."""

    kind: Literal["standing_volume"]
    measure: Literal["mean", "at_cut_off"] = "mean"


class Deliverable(Indicator):
    """Something that shall exist, shown by an event with its date and evidence."""

    kind: Literal["deliverable"]
    event: Code
    by: date | None = None


class Qualitative(Indicator):
    """A goal that only people can judge; no verdict is ever computed."""

    kind: Literal["qualitative"]


AnyIndicator = Annotated[
    Share
    | Count
    | Conversion
    | TimeToEvent
    | Change
    | DomainsImproved
    | StandingVolume
    | Deliverable
    | Qualitative,
    Field(discriminator="kind"),
]
