"""What is written about an agency, a unit or the agreements of an association."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class AgencySaid:
    name: str
    kind: str
    records: str
    last_day: date | None = None


@dataclass(frozen=True)
class UnitSaid:
    name: str
    last_day: date | None = None


@dataclass(frozen=True)
class Agreements:
    """The days of the three that must be there before anybody is registered."""

    processor_agreement_on: date | None
    joint_controllers_on: date | None
    impact_assessment_on: date | None


@dataclass(frozen=True)
class LevelSaid:
    """`level` is None where the association takes what Stegvis suggests."""

    association: UUID
    role: str
    level: int | None
