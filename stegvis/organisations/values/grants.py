"""What is asked for when somebody is given a role."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Grant:
    """One role for one person in one association, at a unit of one of its agencies or at none."""

    user: UUID
    association: UUID
    role: str
    unit: UUID | None
    starts_on: date


@dataclass(frozen=True)
class Invited:
    """Who shall have an account."""

    name: str
    email: str


@dataclass(frozen=True)
class Matter:
    """What two people are to agree on: a kind of thing, and which."""

    kind: str
    subject: UUID
    association: UUID
