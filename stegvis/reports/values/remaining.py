"""What is left to do before a report is whole, and what a reader should be warned of."""

from dataclasses import dataclass, field
from enum import IntEnum


class Harm(IntEnum):
    """How badly a reader is misled if it stays as it is; the worst first."""

    ROWS_LEFT_OUT = 1
    GOAL_NOT_MEASURED = 2
    GOAL_UNCERTAIN = 3
    MONEY_ABOVE_CEILING = 4
    TYPED_NUMBER = 5
    HEADING_EMPTY = 6
    LOW_COVERAGE = 7
    TEXT_WITHOUT_HEADING = 8
    UNSIGNED = 9


@dataclass(frozen=True, order=True)
class Remaining:
    """One thing left to do; `place` is the heading, goal or line where it is.

    `heading` is the id of the heading where it is put right, when there is one; `figure` is the
    figure that it is about, of the (sub-)programme `programme`.
    """

    harm: Harm
    place: str
    sentence: str
    heading: str = field(default="", compare=False)
    programme: str = field(default="", compare=False)
    figure: str = field(default="", compare=False)


@dataclass(frozen=True)
class TypedNumber:
    """A number that somebody typed where a figure should speak: what stands there, and instead."""

    line: int
    sentence: str
    typed: str
    advice: str
    heading: str = ""
    part: str = ""
