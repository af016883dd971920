"""A person's texts by heading id, before their figures are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """Where a text stands: under a heading, or under its `part`, a sub-programme's id."""

    heading: str
    part: str = ""

    def __str__(self) -> str:
        return f"{self.heading}/{self.part}" if self.part else self.heading


@dataclass(frozen=True)
class Piece:
    """A piece of a line: plain or strong text, or a `reference` to a figure."""

    text: str
    line: int
    strong: bool = False
    reference: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph (one item), or a list of several items."""

    items: tuple[tuple[Piece, ...], ...]
    is_list: bool = False


@dataclass(frozen=True)
class Section:
    """`part` is the id of the sub-programme the text is about: `# purpose/halsoverket`."""

    heading: str
    line: int
    passages: tuple[Passage, ...]
    part: str = ""


@dataclass(frozen=True)
class ReportTexts:
    """From a `file`, or from a screen: then `titles` are the headings' own words, by id."""

    sections: tuple[Section, ...] = ()
    file: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_on_screen(self) -> bool:
        return bool(self.titles)

    def where(self, heading: str) -> str:
        """What a reader looks for: the file, or the heading on the screen."""
        return self.titles.get(heading, self.file)

    def of(self, heading: str, part: str = "") -> tuple[Section, ...]:
        return tuple(one for one in self.sections if (one.heading, one.part) == (heading, part))
