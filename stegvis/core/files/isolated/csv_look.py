"""The bytes of a CSV file looked through: encoding, endless lines, how many cells at most."""

import codecs
from dataclasses import dataclass
from typing import BinaryIO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.problems import Problem, Unfit

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DEFAULT = "utf-8"
DELIMITERS = (";", "\t", ",")  # the order decides when a heading row holds as many of each


@dataclass
class Look:
    coding: str
    characters: int = 0
    marks: int = 0  # ends of cells and lines, at most
    lines: int = 1
    heading: str = ""  # the first line that is not blank
    has_formula_mark: bool = False
    gap: int = 0  # characters since the last end of line

    @property
    def cells(self) -> int:
        return self.marks + 1

    def take(self, piece: str) -> None:
        at = piece.find("\0")
        if at >= 0:
            raise Unfit(Problem("nul", row=self.lines + piece.count("\n", 0, at)))
        self._check_line(piece)
        if not self.heading:
            self.heading = next((line for line in piece.splitlines() if line.strip()), "")
        self.characters += len(piece)
        self.lines += piece.count("\n")
        self.marks += sum(piece.count(mark) for mark in (*DELIMITERS, "\n", "\r"))
        self.has_formula_mark = self.has_formula_mark or "=" in piece
        if self.cells > limits.CELLS:
            raise Unfit(Problem("many_cells", limit=limits.CELLS))

    def _check_line(self, piece: str) -> None:
        first = piece.find("\n")
        longest = self.gap + (len(piece) if first < 0 else first)
        if longest > limits.LINE_BYTES:
            raise Unfit(Problem("long_line", row=self.lines, limit=limits.LINE_BYTES))
        self.gap = longest if first < 0 else len(piece) - piece.rfind("\n") - 1

    def delimiter(self) -> str:
        """The mark that divides the heading row: the one it holds most of outside quotes."""
        outside = "".join(self.heading.split('"')[::2])
        return max(DELIMITERS, key=outside.count)


def look_through(source: BinaryIO, declared: str | None) -> Look:
    look = Look(_coding(source, declared))
    decoder = codecs.getincrementaldecoder(look.coding)()
    done = 0
    while raw := source.read(limits.PIECE):
        try:
            piece = decoder.decode(raw)
        except UnicodeDecodeError as error:
            raise _undecodable(error, raw, done, look) from error
        look.take(piece)
        done += len(raw)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Unfit(Problem("encoding", row=look.lines, number=done, read=look.coding)) from error
    source.seek(0)
    return look


def _coding(source: BinaryIO, declared: str | None) -> str:
    start = source.read(4)
    source.seek(0)
    marked = next((coding for bom, coding in BOMS if start.startswith(bom)), None)
    return marked or declared or DEFAULT


def _undecodable(error: UnicodeDecodeError, raw: bytes, done: int, look: Look) -> Unfit:
    """Byte (from 1) and line of the fault; the decoder may have kept bytes from before."""
    kept = len(error.object) - len(raw)
    at = max(0, error.start - kept)
    line = look.lines + raw[:at].count(b"\n")
    return Unfit(Problem("encoding", row=line, number=done + at + 1, read=look.coding))
