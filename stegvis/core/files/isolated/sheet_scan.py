"""The XML of one sheet looked through: how large, and what the reader would drop in silence.

Bytes are searched, not parsed: 72 MB take about a second, where callbacks would take ten.
Only what is found suspicious is looked at closely.
"""

import re
from collections.abc import Iterable

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.markup import PREFIX
from stegvis.core.files.isolated.problems import Problem, Unfit, unfit

DIMENSION = re.compile(
    rb"<" + PREFIX + rb"dimension\s[^>]*?ref\s*=\s*[\"'](?:[^\"':]*:)?([A-Za-z]*)(\d{0,9})"
)
OPENS = re.compile(rb"<" + PREFIX + rb"sheetData\s*(?:\s[^>]*)?(/?)>")
CLOSES = re.compile(rb"</" + PREFIX + rb"sheetData\s*>")
ROW_WITH_CELLS = re.compile(
    rb"<" + PREFIX + rb"row\s[^>]*?\br\s*=\s*[\"'](\d{1,9})[^>]*>\s*<" + PREFIX + rb"c[\s/>]"
)
USUAL_CELL = b'<c r="'
CELL = re.compile(rb"([A-Za-z]+)(\d{1,9})$")
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+)(\d{1,9})")
FORMULA = re.compile(rb"<" + PREFIX + rb"f(?:/?>|\s[^>]*>)([^<]*)")
ERROR = re.compile(rb"<" + PREFIX + rb"c\s[^>]*?\bt\s*=\s*[\"']e[\"'][^>]*>(?:<[^/>]*>([^<]*))?")
CELLS_OUTSIDE = re.compile(rb"<" + PREFIX + rb"(?:c|row|sheetData)[\s/>]")
A_CELL = re.compile(rb"<" + PREFIX + rb"c[\s/>]")
LETTERS = 26


class SheetScan:
    """Counts and findings of one sheet; `feed` it pieces that end with a whole tag."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows = self.columns = self.cells = 0
        self.problems: list[Problem] = []
        self.count = 0
        self._region = "before"
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
        self._region = "after" if opened[1] else "inside"
        return piece[opened.end() :]

    def _inside(self, piece: bytes) -> bytes:
        closed = CLOSES.search(piece) if b"sheetData" in piece else None
        cells, rest = (piece[: closed.start()], piece[closed.end() :]) if closed else (piece, b"")
        self._measure(cells)
        self._search(cells)
        self._latest = _last_reference(cells) or self._latest
        if closed:
            self._region = "after"
        return rest

    def _measure(self, piece: bytes) -> None:
        cells = piece.count(b"<c")
        if cells == piece.count(USUAL_CELL):
            self._reach(map(_last_usual, piece.split(b"</row>")))
        else:  # written in another way than spreadsheets do
            cells = len(A_CELL.findall(piece))
            self._reach(ref[0] for ref in REFERENCE.finditer(piece))
            self.rows = max(self.rows, *map(int, ROW_WITH_CELLS.findall(piece)), 0)
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
        if rows * max(columns, 1) > limits.CELLS or self.cells > limits.CELLS:
            raise Unfit(self._far("far_cell", rows, columns, limits.CELLS))

    def _far(self, kind: str, rows: int, columns: int, limit: int) -> Problem:
        return Problem(kind, self.name, max(rows, 1), max(columns, 1), limit=limit)

    def _search(self, piece: bytes) -> None:
        """Three cheap searches decide whether the two careful ones are needed."""
        careful = b":f" in piece or b"'" in piece
        if careful or b"<f" in piece:
            for found in FORMULA.finditer(piece):
                self._add("formula", piece, found.start(), found[1])
        if careful or b'"e"' in piece:
            for found in ERROR.finditer(piece):
                self._add("error_cell", piece, found.start() + 2, found[1] or b"")

    def _add(self, kind: str, piece: bytes, at: int, read: bytes) -> None:
        self.count += 1
        if len(self.problems) >= limits.FAULTS:
            return
        tag_ends = piece.find(b">", at)
        reference = _last_reference(piece[max(0, at - limits.KILOBYTE) : tag_ends + 1])
        found = REFERENCE.match(reference or self._latest)
        row, column = (int(found[2]), column_number(found[1])) if found else (0, 0)
        text = read[: limits.KILOBYTE].decode(errors="replace")
        self.problems.append(Problem(kind, self.name, row, column, text))


def column_number(letters: bytes) -> int:
    """A → 1, XFD → 16 384; anything longer is far outside and counts as one past the last."""
    number = 0
    for letter in letters[:4].upper():
        number = number * LETTERS + letter - ord("A") + 1
    return number


def _last_usual(row: bytes) -> bytes:
    start = row.rfind(USUAL_CELL) + len(USUAL_CELL)
    return row[start : row.find(b'"', start)] if start >= len(USUAL_CELL) else b""


def _last_reference(piece: bytes) -> bytes:
    """The reference of the last cell that opens in the piece, as ` r="B7`."""
    latest = b""
    for found in REFERENCE.finditer(piece[-limits.KILOBYTE :]):
        latest = found[0]
    return latest
