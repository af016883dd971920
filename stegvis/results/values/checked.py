"""What the check of a delivery told, and the rows that it told of, as they are kept."""

from typing import Annotated

from pydantic import Field

from stegvis.programmes.values.records import Record

Count = Annotated[int, Field(ge=0)]


class ToldFault(Record):
    """A fault in words, and the first row of it in the sheet; row 0 is no row."""

    text: str
    sheet: str = ""
    row: int = 0


class Told(Record):
    """`sentence` when nothing could be read. Lists are cut; the numbers are of all."""

    sentence: str = ""
    faults: tuple[ToldFault, ...] = ()
    warnings: tuple[str, ...] = ()
    fault_count: Count = 0
    warning_count: Count = 0
    counted: dict[str, Count] = Field(default_factory=dict)
    left_out: dict[str, Count] = Field(default_factory=dict)
    state: str = ""


class ExcerptRow(Record):
    """A row as it was written; `marked` are the headings of its faulty cells."""

    sheet: str
    number: int
    cells: dict[str, str | None]
    marked: tuple[str, ...] = ()


class Excerpt(Record):
    """The faulty rows of every sheet, in order; `left` more are not here."""

    rows: tuple[ExcerptRow, ...] = ()
    left: Count = 0


class KeptProposal(Record):
    """A proposed mapping as it waits for somebody to look through it.

    `headings` is the digest that it is remembered by, `columns` the headings themselves.
    """

    mapping: dict[str, object]
    doubts: dict[str, str] = Field(default_factory=dict)
    unread: dict[str, str] = Field(default_factory=dict)
    word_doubts: tuple[tuple[str, str, str], ...] = ()
    personal_number: str = ""
    headings: str = ""
    columns: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
