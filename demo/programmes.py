"""Which programme belongs to whom in the example, and where in its time it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from demo import first_version
from demo.people import ALVA, BO, CECILIA, GUN, HERE, JON, LOVE, MIRA, OLLE, PIA, ULF, Person
from demo.reconstructions import (
    enter,
    hikikomori,
    impuls,
    sara,
    three_four_four,
    ung_framtid,
)
from demo.tables import Tables


class When(StrEnum):
    GOING_ON = "going_on"  # in the last year of what was decided
    ENDED = "ended"  # within the last year
    BEGUN = "begun"  # within the last year, and its people are recorded on screen


class Written(StrEnum):
    NOTHING = "nothing"
    BEGUN = "begun"
    FROZEN = "frozen"


@dataclass(frozen=True)
class Staged:
    """One programme with its parts; the first of those assigned delivers the facts.

    `changed_on` is the day of its second version, where there is a first one to begin with.
    """

    slug: str
    when: When
    people: tuple[Person, ...]
    facts: Callable[[], Tables] | None = None
    parts: tuple[str, ...] = ()
    is_faulty: bool = False
    report: Written = Written.NOTHING
    changed_on: date | None = None

    @property
    def association(self) -> str:
        return self.people[0].association

    @property
    def is_elsewhere(self) -> bool:
        return self.association != HERE


STAGED = (
    Staged(
        "ung-framtid",
        When.GOING_ON,
        (ALVA, BO, LOVE, PIA, ULF),
        ung_framtid.build,
        parts=("halsoverket",),
        is_faulty=True,
        report=Written.BEGUN,
        changed_on=first_version.CHANGED_ON,
    ),
    Staged("hikikomori", When.GOING_ON, (ALVA,), hikikomori.build),
    Staged("enter", When.GOING_ON, (ALVA, BO), enter.build),
    Staged("impuls", When.ENDED, (ALVA,), impuls.build),
    Staged("forrehabiliterande-insatser", When.BEGUN, (ALVA, GUN, JON, OLLE, MIRA, ULF)),
    Staged("3-4-4", When.GOING_ON, (CECILIA,), three_four_four.build),
    Staged("sara", When.ENDED, (CECILIA,), sara.build, report=Written.FROZEN),
)
