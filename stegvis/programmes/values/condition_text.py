"""Reading a condition from its text."""

from dataclasses import dataclass

from stegvis.programmes.values.conditions import Condition, Term


@dataclass(frozen=True)
class Criterion:
    """A condition as it was written and as it is understood."""

    text: str
    tree: Condition

    @classmethod
    def read(cls, written: object) -> "Criterion":
        raise NotImplementedError


@dataclass(frozen=True)
class Quantity:
    """A value of one row, such as `enrolled_on` or `first(plans.established_on)`."""

    text: str
    tree: Term

    @classmethod
    def read(cls, written: object) -> "Quantity":
        raise NotImplementedError
