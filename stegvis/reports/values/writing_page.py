"""What stands before the person who writes: every heading with its figures and its texts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.reports.values.document import Block
from stegvis.reports.values.remaining import TypedNumber
from stegvis.reports.values.templates import TemplateHeading
from stegvis.reports.values.texts import Place


@dataclass(frozen=True)
class Saved:
    by: str
    at: datetime


@dataclass(frozen=True)
class Noted:
    """A note that waits: one's own words, and what the page said that day."""

    id: UUID
    text: str
    said: str
    source: str
    address: str
    by: str
    at: datetime


@dataclass(frozen=True)
class TextBox:
    """One text: `about` is the goal or sub-programme it is about, empty for the whole heading.

    `base` is the version it was written on. `unsent_at` says that it is not saved yet.
    """

    place: Place
    about: str
    text: str
    base: int
    saved: Saved | None = None
    unsent_at: datetime | None = None
    is_stale: bool = False
    typed: tuple[TypedNumber, ...] = ()
    faults: tuple[str, ...] = ()
    shown: tuple[Block, ...] = ()
    notes: tuple[Noted, ...] = ()

    @property
    def is_used(self) -> bool:
        return bool(self.text.strip() or self.notes or self.unsent_at)


@dataclass(frozen=True)
class OpenHeading:
    """`blocks` come from the figures and the definition; people's words stand in `boxes`."""

    heading: TemplateHeading
    blocks: tuple[Block, ...]
    boxes: tuple[TextBox, ...]
    is_answered: bool
    is_missing: bool

    @property
    def main(self) -> TextBox:
        return self.boxes[0]

    @property
    def others(self) -> tuple[TextBox, ...]:
        return self.boxes[1:]
