"""Where a programme is in its decided time."""

from enum import StrEnum


class ProgrammeState(StrEnum):
    PLANNED = "planned"
    ONGOING = "ongoing"
    ENDED = "ended"
