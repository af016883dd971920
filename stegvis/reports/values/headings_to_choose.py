"""The headings that a note may be saved to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ReportToChoose:
    """A report on its way, with its headings as (id, words)."""

    id: UUID
    name: str
    headings: tuple[tuple[str, str], ...]
