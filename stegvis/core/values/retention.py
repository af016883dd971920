"""How long records are kept: kinds that rooms register, and when the time of one is over.

Nothing is erased because it stands here. An association decides rules for kinds, and two people
decide each time that something is erased.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.periods import add_months

RESEARCH_BIRTHS = frozenset({5, 15, 25})
"""Days of the month. Of persons born on them the record is kept for research.

Source: SFS-2001-937:7 kap. 2 §.
"""
GROUND = "retention"


@dataclass(frozen=True)
class Terms:
    """A rule as it is reckoned: so many whole months must have passed since the event."""

    kind: str
    event: str
    months: int
    spares_births: bool = False


@dataclass(frozen=True)
class Candidate:
    """One thing that has a clock. `born` is the day of the month, None where nobody knows it."""

    subject: UUID
    since: date
    person: UUID | None = None
    born: int | None = None


@dataclass(frozen=True)
class Suggestion:
    """What is usual, with where it is said: never a rule until an association has decided it."""

    months: int
    event: str
    source: str
    spares_births: bool = False


@dataclass(frozen=True)
class Scope:
    """Whom it is about: everybody of an association, or only some of them."""

    association: UUID
    persons: frozenset[UUID] | None = None

    def of(self, person: str = "person") -> dict[str, object]:
        """As a filter, where `person` leads to the person; "" is the person itself."""
        path = f"{person}__" if person else ""
        here: dict[str, object] = {f"{path}association": self.association}
        return here if self.persons is None else here | {f"{path}pk__in": self.persons}


Find = Callable[[Scope, str], Iterable[Candidate]]
"""By one event: those whose clock has started."""

Erase = Callable[[UUID], bool]
"""Whether there was anything to erase. Called in a transaction, behind no wall."""


@dataclass(frozen=True)
class RecordKind:
    """`table` is that of the subject; `events` are what a clock can run from, with their words."""

    code: str
    name: str
    table: str
    events: Mapping[str, str]
    find: Find
    erase: Erase
    suggestion: Suggestion | None = None
    is_of_persons: bool = True


@dataclass(frozen=True)
class PersonRows:
    """A table of rows about a person: how they are found, and which moment says when they came.

    `model` is Django's label; `file` a field that points at a stored file, which goes with the row.
    """

    model: str
    lookups: tuple[str, ...] = ("person",)
    noted: str = ""
    file: str = ""


Clock = Callable[[Scope], Mapping[UUID, date | None]]
"""Of persons: the last day of what went on, None while it goes on."""

Before = Callable[[Collection[UUID]], None]
"""What is done before persons are erased, in the same transaction."""

KINDS: dict[str, RecordKind] = {}
PERSON_ROWS: dict[str, PersonRows] = {}
CLOCKS: list[Clock] = []
BEFORE_PERSONS: list[Before] = []
KEPT: dict[str, str] = {
    "core.AccessEntry": N_("Åtkomstloggen har nycklar, inga namn, och bevaras minst fem år."),
    "organisations.PlannedErasure": N_("Beslutet om gallring säger vilka nycklar det gällde."),
}
"""Tables with a person that are kept when the person is erased, each with the reason."""


def is_over(since: date, months: int, today: date) -> bool:
    """The day that completes the last month belongs to the time that is kept."""
    return add_months(since, months) < today


def is_spared(terms: Terms, candidate: Candidate) -> bool:
    """Nobody knows the birthday of some: they are spared too."""
    if not terms.spares_births or candidate.person is None:
        return False
    return candidate.born is None or candidate.born in RESEARCH_BIRTHS


def due(terms: Terms, candidates: Iterable[Candidate], today: date) -> list[Candidate]:
    return [
        one
        for one in candidates
        if is_over(one.since, terms.months, today) and not is_spared(terms, one)
    ]


def latest(clocks: Iterable[Mapping[UUID, date | None]]) -> dict[UUID, date | None]:
    """What goes on in one of them goes on."""
    found: dict[UUID, date | None] = {}
    for clock in clocks:
        for person, day in clock.items():
            known = found.get(person, date.min)
            found[person] = None if day is None or known is None else max(day, known)
    return found


def register_kind(kind: RecordKind) -> None:
    KINDS[kind.code] = kind


def register_rows(*rows: PersonRows) -> None:
    PERSON_ROWS.update({one.model: one for one in rows})


def register_clock(clock: Clock) -> None:
    if clock not in CLOCKS:
        CLOCKS.append(clock)


def register_before(act: Before) -> None:
    if act not in BEFORE_PERSONS:
        BEFORE_PERSONS.append(act)
