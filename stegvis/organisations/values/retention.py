"""What an association decides about erasing, and how it is counted."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

ERASING = "erasing"
"""The kind of the two-step matter."""

LONGEST_MONTHS = 1200  # a hundred years: longer than any record is kept by rule


@dataclass(frozen=True)
class NewRule:
    """`decision` says which decision, such as the number of the minutes and of the clause."""

    kind: str
    event: str
    months: int
    decision: str
    decided_on: date
    spares_births: bool = True


@dataclass(frozen=True)
class Row:
    """One line of a preview, as it is reckoned into the digest."""

    rule: UUID
    subject: UUID
    person: UUID | None
    since: date

    @property
    def words(self) -> str:
        return f"{self.rule} {self.subject} {self.person or ''} {self.since}"
