"""The small part of Markdown that a report needs: headings by id, paragraphs, lists, bold.

Whatever somebody writes is read in one pass: nothing here looks for an end again and again.
"""

import re
from dataclasses import dataclass, field

from stegvis.reports.values.texts import Passage, Piece, ReportTexts, Section

HEADING = re.compile(r"#\s+([^\s#].*)$")
SUBHEADING = re.compile(r"#{2,6}\s+(.*)$")
BULLET = re.compile(r"\s*[-*+•]\s+(.*)")
COMMENT, END_OF_COMMENT = "<!--", "-->"
INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\{\{(?P<reference>(?:[^{}\n]|\{(?!\{)|\}(?!\}))*)\}\}"
)


@dataclass
class _Writer:
    """Gathers lines into passages, and passages into sections."""

    sections: list[Section] = field(default_factory=list)
    heading: str = ""
    line: int = 1
    passages: list[Passage] = field(default_factory=list)
    items: list[list[Piece]] = field(default_factory=list)
    is_list: bool = False

    def begin(self, heading: str, line: int) -> None:
        self.end_section()
        self.heading, self.line = heading, line

    def end_section(self) -> None:
        self.end_passage()
        if self.heading or self.passages:
            heading, _slash, part = self.heading.partition("/")
            self.sections.append(
                Section(heading.strip(), self.line, tuple(self.passages), part.strip())
            )
        self.passages = []

    def end_passage(self) -> None:
        if self.items:
            self.passages.append(Passage(tuple(map(tuple, self.items)), self.is_list))
        self.items, self.is_list = [], False

    def add(self, text: str, line: int, *, bullet: bool = False) -> None:
        """A line without a mark continues what stands above it."""
        if bullet and not self.is_list:
            self.end_passage()
        if bullet or not self.items:
            self.items.append([])
            self.is_list = bullet
        elif self.items[-1]:
            self.items[-1].append(Piece(" ", line))
        self.items[-1] += pieces(text, line)


def parse_texts(text: str, file: str = "") -> ReportTexts:
    writer = _Writer()
    for line, content in enumerate(_without_comments(text).splitlines(), start=1):
        _take(writer, content, line)
    writer.end_section()
    return ReportTexts(tuple(writer.sections), file)


def _take(writer: _Writer, content: str, line: int) -> None:
    stripped = content.strip()
    if not stripped:
        writer.end_passage()
    elif found := HEADING.match(stripped):
        writer.begin(_title(found[1]), line)
    elif found := SUBHEADING.match(stripped):
        writer.end_passage()
        writer.add(f"**{_title(found[1])}**", line)
        writer.end_passage()
    elif found := BULLET.match(content):
        writer.add(found[1].strip(), line, bullet=True)
    else:
        writer.add(stripped, line)


def _title(written: str) -> str:
    """Without the marks that may stand after it as well."""
    return written.rstrip().rstrip("#").rstrip()


def _without_comments(text: str) -> str:
    """Comments are blanked, not cut, so that lines keep their numbers."""
    before, begun, rest = text.replace("\r\n", "\n").partition(COMMENT)
    kept = [before]
    while begun:
        inside, ended, after = rest.partition(END_OF_COMMENT)
        if not ended:
            return "".join([*kept, begun, rest])
        before, begun, rest = after.partition(COMMENT)
        kept += ["\n" * inside.count("\n"), before]
    return "".join(kept)


def pieces(text: str, line: int, *, strong: bool = False) -> list[Piece]:
    found: list[Piece] = []
    place = 0
    for match in INLINE.finditer(text):
        if match.start() > place:
            found.append(Piece(text[place : match.start()], line, strong))
        if match["strong"] is not None:
            found += pieces(match["strong"], line, strong=True)
        else:
            found.append(Piece("", line, strong, match["reference"].strip()))
        place = match.end()
    if place < len(text):
        found.append(Piece(text[place:], line, strong))
    return found
