"""What is handed over when somebody is to be shut out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.core.values.privacy import About


@dataclass(frozen=True)
class NewException:
    """As the row: no owner is every agency's rows, nobody against is all, no classes are all."""

    starts_on: date
    ends_on: date | None = None
    owner: UUID | None = None
    against_agency: UUID | None = None
    against_user: UUID | None = None
    classes: frozenset[About] = frozenset()
    why: str = ""
