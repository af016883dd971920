"""The XML of one sheet looked through: how large, and what the reader would drop in silence.

Bytes are searched, not parsed: 74 MB take about a second, where callbacks would take ten.
Only what is found suspicious is looked at closely, and only so much of it: a file made to
be suspicious everywhere would otherwise cost many seconds.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.markup import PREFIX
from stegvis.core.files.isolated.problems import Problem, Unfit, unfit

DIMENSION = re.compile(
    rb"<" + PREFIX + rb"dimension\s[^>]*?ref\s*=\s*[\"'](?:[^\"':]*:)?([A-Za-z]*)(\d{0,9})"
)
OPENS = re.compile(rb"<(" + PREFIX + rb")sheetData[^>]*>")
CLOSES = re.compile(rb"</" + PREFIX + rb"sheetData\s*>")
CELL = re.compile(rb"([A-Za-z]+)(\d{1,9})$")
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+)(\d{1,9})")
ROW_WITH_CELLS = re.compile(rb"<" + PREFIX + rb"row(\s[^<>]*)>\s*<" + PREFIX + rb"c[\s/>]")
ROW_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,9})")
A_CELL = re.compile(rb"<" + PREFIX + rb"c[\s/>]")
FORMULA = re.compile(rb"<" + PREFIX + rb"f(?:/?>|\s[^>]*>)([^<]*)")
FORMULA_MARKS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
ERROR = re.compile(rb"<" + PREFIX + rb"c\s[^>]*?\bt\s*=\s*[\"']e[\"'][^>]*>(?:<[^/>]*>([^<]*))?")
ERROR_MARKS = (b'"e"', b"'e'")
CELLS_OUTSIDE = re.compile(rb"<" + PREFIX + rb"(?:c|row|sheetData)[\s/>]")
LETTERS = 26


@dataclass
class Effort:
    """What has been spent on the sheets of one workbook."""

    careful: int = 0  # bytes
    rows: int = 0

    def spend(self, *, careful: int = 0, rows: int = 0) -> None:
        self.careful += careful
        self.rows += rows
        if self.careful > limits.CAREFUL_BYTES or self.rows > limits.ROWS:
            raise unfit("unusual")


class SheetScan:
    """Counts and findings of one sheet; `feed` it pieces that end with a whole tag."""

    def __init__(self, name: str, effort: Effort | None = None) -> None:
        self.name = name
        self.rows = self.columns = self.cells = 0
        self.problems: list[Problem] = []
        self.count = 0
        self._effort = effort or Effort()
        self._region = "before"
        self._tag = b"<c"  # how a cell begins, with the prefix of this sheet
        self._latest = b""  # the last reference seen in earlier pieces

    def feed(self, piece: bytes) -> None:
        if self._region == "before":
            piece = self._before(piece)
        if self._region == "inside":
            piece = self._inside(piece)
        if self._region == "after" and CELLS_OUTSIDE.search(piece):
            raise unfit("damaged_xml", sheet=self.name)

    def _before(self, piece: bytes) -> bytes:
        opened = OPENS.search(piece)
        head = piece[: opened.start()] if opened else piece
        if CELLS_OUTSIDE.search(head):
            raise unfit("damaged_xml", sheet=self.name)
        if found := DIMENSION.search(head):
            self._check_size(int(found[2] or 1), column_number(found[1]))
        if not opened:
            return b""
        self._region = "after" if opened[0].endswith(b"/>") else "inside"
        self._tag = b"<" + opened[1] + b"c"
        return piece[opened.end() :]

    def _inside(self, piece: bytes) -> bytes:
        closed = CLOSES.search(piece) if b"sheetData" in piece else None
        cells, rest = (piece[: closed.start()], piece[closed.end() :]) if closed else (piece, b"")
        self._measure(cells)
        self._search("formula", cells, FORMULA, FORMULA_MARKS)
        self._search("error_cell", cells, ERROR, ERROR_MARKS)
        self._latest = _last_reference(cells) or self._latest
        if closed:
            self._region = "after"
        return rest

    def _measure(self, piece: bytes) -> None:
        usual = self._tag + b' r="'
        cells = piece.count(self._tag)
        if cells == piece.count(usual) and (cells or b":c" not in piece):
            ends = piece.split(b"row>")
            self._effort.spend(rows=len(ends))
            self._reach(_last_cell(row, usual) for row in ends)
        else:  # written in another way than spreadsheets do
            self._effort.spend(careful=len(piece))
            cells = len(A_CELL.findall(piece))
            self._reach(found[0] for found in REFERENCE.finditer(piece))
            rows = (ROW_NUMBER.search(found[1]) for found in ROW_WITH_CELLS.finditer(piece))
            self.rows = max(self.rows, *(int(row[1]) for row in rows if row), 0)
        self.cells += cells
        self._check_size(self.rows, self.columns)

    def _reach(self, references: Iterable[bytes]) -> None:
        """Cells stand in order within a row, so the last one of each row tells how far it goes."""
        for reference in references:
            if found := CELL.search(reference):
                self.rows = max(self.rows, int(found[2]))
                self.columns = max(self.columns, column_number(found[1]))

    def _check_size(self, rows: int, columns: int) -> None:
        """The reader lays out every cell from A1 to the last one, also where nothing stands."""
        if columns > limits.COLUMNS:
            raise Unfit(self._far("far_column", rows, columns, limits.COLUMNS))
        if self.cells > limits.CELLS:
            raise unfit("many_cells", limit=limits.CELLS)
        if rows * max(columns, 1) > limits.CELLS:
            raise Unfit(self._far("far_cell", rows, columns, limits.CELLS))

    def _far(self, kind: str, rows: int, columns: int, limit: int) -> Problem:
        return Problem(kind, self.name, max(rows, 1), max(columns, 1), limit=limit)

    def _search(
        self, kind: str, piece: bytes, pattern: re.Pattern[bytes], marks: tuple[bytes, ...]
    ) -> None:
        """Cheap searches decide whether the careful one is needed, the shortest first."""
        starts = {mark[:2] for mark in marks}
        if not any(start[:1] in piece and start in piece for start in starts):
            return
        if not any(mark in piece for mark in marks):
            return
        if len(self.problems) >= limits.FAULTS:  # listed enough: the rest is only counted
            self.count += sum(map(piece.count, marks))
            return
        before = self.count
        for found in pattern.finditer(piece):
            self._add(Problem(kind, self.name), piece, found)
        if self.count == before:
            self._effort.spend(careful=len(piece))

    def _add(self, problem: Problem, piece: bytes, found: re.Match[bytes]) -> None:
        self.count += 1
        if len(self.problems) >= limits.FAULTS:
            return
        tag_ends = piece.find(b">", found.start())
        near = piece[max(0, found.start() - limits.KILOBYTE) : tag_ends + 1]
        place = REFERENCE.match(_last_reference(near) or self._latest)
        row, column = (int(place[2]), column_number(place[1])) if place else (0, 0)
        text = (found[1] or b"")[: limits.KILOBYTE].decode(errors="replace")
        self.problems.append(replace(problem, row=row, column=column, read=text))


def column_number(letters: bytes) -> int:
    """A → 1, XFD → 16 384; anything longer is far outside and counts as one past the last."""
    number = 0
    for letter in letters[:4].upper():
        number = number * LETTERS + letter - ord("A") + 1
    return number


def _last_cell(row: bytes, usual: bytes) -> bytes:
    start = row.rfind(usual) + len(usual)
    return row[start : row.find(b'"', start)] if start >= len(usual) else b""


def _last_reference(piece: bytes) -> bytes:
    """The reference of the last cell that opens in the piece, as ` r="B7`."""
    latest = b""
    for found in REFERENCE.finditer(piece[-limits.KILOBYTE :]):
        latest = found[0]
    return latest
