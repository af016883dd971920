"""A programme as its parties decided it: one version, whole."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.conditions import Span
from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.programmes.values.records import (
    Code,
    ConditionText,
    Dated,
    Record,
    Slug,
    Source,
    Words,
)

FORMAT = 1
"""The version of the exchange format that this program reads and writes."""
LONGEST_ID, LONGEST_NAME, LONGEST_VERSION = 80, 200, 60
"""Characters that lists and addresses have room for."""


class Party(Record):
    """An organisation in the programme: owner (insatsägare), partner or performer (utförare)."""

    id: Code
    name: Words
    role: Literal["owner", "partner", "performer"]
    duty: str = ""


class Decision(Dated):
    """A decided period: the first one, or an extension of it."""

    kind: Literal["first", "extension", "supplement"] = "first"
    decided_on: date | None = None
    reference: str = ""


class Phase(Dated):
    name: Words


class TargetGroupRule(Dated):
    """Who the programme is for, between two dates; `where` makes the rule checkable."""

    text: Words
    where: ConditionText | None = None
    priority: bool = False


class Seats(Dated):
    seat: Code
    number: Annotated[int, Field(gt=0)]


class Named(Record):
    code: Code
    name: Words


class Step(Named):
    order: int | None = None


class Activity(Named):
    """`limit` is the longest time in it before a decision to prolong."""

    limit: int | None = None
    span: Span = Span.MONTHS


class Item(Named):
    better: Literal["higher", "lower"] = "higher"


class Instrument(Named):
    """A container: occasions, scale and item codes. Texts under copyright are the site's own."""

    items: tuple[Item, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    every: int | None = None
    span: Span = Span.MONTHS
    used: Dated = Dated()
    licence: str = ""
    source: Source


class Survey(Named):
    items: tuple[Item, ...] = ()
    source: Source


class Due(Record):
    """What must be done when: within a time of enrolment, or every so often after it."""

    what: Literal["plan", "measurement", "step", "consent"]
    code: Code
    within: int | None = None
    every: int | None = None
    span: Span = Span.MONTHS


CODE_LIST_OF_DUE = {
    "plan": "plan_kind",
    "measurement": "instrument",
    "step": "step",
    "consent": "consent_purpose",
}


class Post(Dated):
    role: Words
    percent: Annotated[int, Field(gt=0)]
    payer: Code
    financed: bool
    """True: paid by the association; False: co-financed by the party itself."""


class BudgetRow(Record):
    year: Annotated[int, Field(ge=1900, le=2200)]
    category: Code
    payer: Code
    financed: bool
    amount_ore: int
    name: str = ""


class Deviation(Record):
    """A change after the decision, reported and answered (avvikelse)."""

    id: Slug
    on: date
    kind: Literal["goal", "staff", "money", "period", "method", "target_group", "other"]
    text: Words
    decided_by: str = ""


class Version(Record):
    version: Words
    on: date
    why: Words
    deviation: Slug | None = None


class Definition(Record):
    """Everything that goals, worklists and reports need to know about one programme."""

    format: int
    id: Annotated[Slug, Field(max_length=LONGEST_ID)]
    name: Annotated[Words, Field(max_length=LONGEST_NAME)]
    version: Annotated[Words, Field(max_length=LONGEST_VERSION)]
    kind: Literal["individual", "structural", "volume"]
    associations: tuple[Words, ...]
    source: Source
    reference: str = ""
    part_of: Slug | None = None
    parts: tuple[Slug, ...] = ()
    part_names: dict[Slug, Words] = Field(default_factory=dict)
    """What the parts are called; their own definitions say it better where they are known."""
    parties: tuple[Party, ...]
    decisions: tuple[Decision, ...]
    intake_stop: date | None = None
    phases: tuple[Phase, ...] = ()
    target_group: tuple[TargetGroupRule, ...] = ()
    seats: tuple[Seats, ...] = ()
    steps_ordered: bool = False
    steps: tuple[Step, ...] = ()
    due: tuple[Due, ...] = ()
    activities: tuple[Activity, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    surveys: tuple[Survey, ...] = ()
    assessments: tuple[Named, ...] = ()
    volumes: tuple[Named, ...] = ()
    balances: tuple[Named, ...] = ()
    events: tuple[Named, ...] = ()
    posts: tuple[Post, ...] = ()
    budget: tuple[BudgetRow, ...] = ()
    texts: dict[Slug, str] = Field(default_factory=dict)
    goals: tuple[AnyIndicator, ...] = ()
    figures: tuple[AnyIndicator, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    versions: tuple[Version, ...] = ()
    code_lists: dict[Code, CodeList] = Field(default_factory=dict)

    @property
    def first_day(self) -> date | None:
        days = [decision.first for decision in self.decisions if decision.first]
        return min(days, default=None)

    @property
    def last_day(self) -> date | None:
        """The last decided day; None while any decided period is open."""
        if any(decision.last is None for decision in self.decisions):
            return None
        return max((d.last for d in self.decisions if d.last), default=None)

    def codes(self, code_list: str) -> CodeList:
        """The list a fact's code must stand in, whether shared or declared by this programme."""
        declared: dict[str, tuple[Named, ...]] = {
            "step": self.steps,
            "activity": self.activities,
            "instrument": self.instruments,
            "survey": self.surveys,
            "assessment": self.assessments,
            "volume": self.volumes,
            "balance": self.balances,
            "event": self.events,
            "item": self._items(),
        }
        if code_list == "programme":
            parts = {part: self.part_names.get(part, part) for part in self.parts}
            return CodeList.of({self.id: self.name} | parts)
        if code_list in declared:
            return CodeList.of({named.code: named.name for named in declared[code_list]})
        return self.code_lists.get(code_list, CodeList())

    def _items(self) -> tuple[Item, ...]:
        items = [item for instrument in self.instruments for item in instrument.items]
        items += [item for survey in self.surveys for item in survey.items]
        return tuple({item.code: item for item in items}.values())
