"""What is said when somebody is registered, and on whose behalf."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.participants.values.numbers import Number
from stegvis.participants.values.persons import Gender, Ground


@dataclass(frozen=True)
class Seat:
    """Where the one who registers works: the agency answers for the person."""

    association: UUID
    agency: UUID
    name: str


@dataclass(frozen=True)
class NewPerson:
    """The ground and its day come before the row. `why` is read by the unit responsible, if any.

    A number tells the year of birth and the gender itself.
    """

    given_name: str
    family_name: str
    ground: Ground
    ground_on: date
    why: str
    number: Number | None = None
    birth_year: int | None = None
    gender: Gender = Gender.UNKNOWN
    municipality: str = ""
