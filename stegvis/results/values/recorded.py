"""Journeys as the database gives them out without names: what the facts of them are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

Row = Mapping[str, Any]

PEOPLE = (
    "persons",
    "enrolments",
    "anonymous",
    "exits",
    "destinations",
    "situations",
    "plans",
    "consents",
)
"""The tables that are made of what is recorded on screen, also where they have no rows."""


@dataclass(frozen=True)
class Nameless:
    """Rows by what they are of, with the keys of the database: never kept as they are.

    A person who has been merged into another stands there as that other.
    """

    persons: Mapping[UUID, Row] = field(default_factory=dict)
    enrolments: Sequence[Row] = ()
    plans: Sequence[Row] = ()
    incomes: Sequence[Row] = ()
    consents: Sequence[Row] = ()
