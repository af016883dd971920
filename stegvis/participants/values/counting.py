"""How much of a person the figures may be made of."""

from enum import StrEnum


class Counted(StrEnum):
    """Anonymous: the year and the gender only, so that the whole is still right."""

    FULL = "full"
    ANONYMOUS = "anonymous"
