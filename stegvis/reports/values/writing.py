"""What people do with a report: begin one, write in it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.reports.values.texts import Place


@dataclass(frozen=True)
class NewReport:
    template: str
    as_of: date
    language: str
    note: str = ""


@dataclass(frozen=True)
class Writer:
    """Who writes, and the address under which what they have not sent is kept for them.

    It is the address that the texts are sent to: what was on its way there when the session
    ended is kept in the same place.
    """

    user: UUID
    texts: str

    def address_of(self, place: Place) -> str:
        return f"{self.texts}{place}/"

    def place_of(self, address: str) -> Place:
        heading, _slash, part = address.removeprefix(self.texts).strip("/").partition("/")
        return Place(heading, part)


@dataclass(frozen=True)
class Typed:
    """A text as it was sent; `base` is the version it was written on, 0 where nothing stood."""

    place: Place
    text: str
    base: int


@dataclass(frozen=True)
class NewNote:
    """What a page said, for a heading; `figure` is its reference, `part/figure` in a part."""

    place: Place
    text: str
    source: str
    address: str = ""
    figure: str = ""
    said: str = ""
    cut_off: date | None = None
