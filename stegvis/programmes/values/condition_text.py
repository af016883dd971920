"""Reading a condition from its text."""

from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.condition_parser import parse_condition, parse_term
from stegvis.programmes.values.conditions import Condition, Term


@dataclass(frozen=True)
class Criterion:
    """A condition as it was written and as it is understood."""

    text: str
    tree: Condition

    @classmethod
    def read(cls, written: object) -> "Criterion":
        if isinstance(written, Criterion):
            return written
        return cls(_text(written), parse_condition(_text(written)))


@dataclass(frozen=True)
class Quantity:
    """A value of one row, such as `enrolled_on` or `first(plans.established_on)`."""

    text: str
    tree: Term

    @classmethod
    def read(cls, written: object) -> "Quantity":
        if isinstance(written, Quantity):
            return written
        return cls(_text(written), parse_term(_text(written)))


def _text(written: object) -> str:
    if isinstance(written, str):
        return written
    raise ValueError(_("Ett villkor skrivs som text inom citattecken."))
