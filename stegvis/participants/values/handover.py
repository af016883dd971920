"""Cases that go from somebody who leaves to somebody else."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from stegvis.participants.values.reasons import Reason

NAMES_SHOWN = timedelta(days=14)
"""Own choice: so long a head who has asked for the names sees them, if nobody takes over before."""

NOT_ANOTHERS = (Reason.REGISTERED, Reason.REFERRED, Reason.RECEIVED)
"""What one did oneself: whoever takes over has the case instead."""


@dataclass(frozen=True)
class Case:
    """One person for one agency. `name` is "" where the head does not see who it is.

    `key` is an involvement, which tells nothing of whom; `others` work with the person there too.
    """

    key: UUID
    person: UUID
    name: str
    programmes: tuple[str, ...]
    since: date
    others: int
    may_be_named: bool


@dataclass(frozen=True)
class HandOver:
    """`to` by the key of the case: who takes over, or None where nobody has to."""

    on: date
    to: dict[UUID, UUID | None]
