"""A person's texts by heading id, before their figures are filled in."""

from dataclasses import dataclass


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
    sections: tuple[Section, ...] = ()
    file: str = ""

    def of(self, heading: str, part: str = "") -> tuple[Section, ...]:
        return tuple(one for one in self.sections if (one.heading, one.part) == (heading, part))
