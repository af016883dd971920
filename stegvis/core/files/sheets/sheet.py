"""A sheet as columns of cells that still know where they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused

Cell = str | int | float | bool | date | None
LETTERS = 26


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet or file, column by column; entirely blank rows are left out.

    `numbers[i]` is the row, counted from 1 as the spreadsheet shows it, of `cells[c][i]`.
    In CSV every cell is text. In Parquet the names of the columns stand as row 1.
    """

    name: str
    numbers: Sequence[int]
    cells: list[list[Cell]]
    visible: bool = True
    warnings: tuple[Fault, ...] = ()

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Row number and cells of each row, headings first."""
        return zip(self.numbers, zip(*self.cells, strict=True), strict=True)

    def columns(self, index: int = 0) -> dict[str, int]:
        """Heading → position in `cells`; the headings stand at `index`, by default first."""
        names = [_heading(column[index]) if column else "" for column in self.cells]
        faults = [*self._doubled(names, index), *self._nameless(names, index)]
        if faults:
            sentence = _("Rubrikerna i bladet {sheet} går inte att läsa entydigt.")
            raise Refused(sentence.format(sheet=self.name), faults)
        return {name: position for position, name in enumerate(names) if name}

    def place(self, index: int, position: int) -> str:
        """Where a cell stands, in words; `index` counts in `numbers`, `position` in `cells`."""
        return place(self.name, self.numbers[index], position + 1)

    def _doubled(self, names: list[str], index: int) -> list[Fault]:
        often = {name for name, count in Counter(names).items() if name and count > 1}
        what = _("rubriken står i flera kolumner")
        expected = _("ett eget namn på varje kolumn")
        return [
            Fault(self.place(index, position), what, name, expected)
            for position, name in enumerate(names)
            if name in often
        ]

    def _nameless(self, names: list[str], index: int) -> list[Fault]:
        what = _("kolumnen har innehåll men ingen rubrik")
        expected = _("en rubrik, eller en tom kolumn")
        return [
            Fault(self.place(index, position), what, expected=expected)
            for position, (name, column) in enumerate(zip(names, self.cells, strict=True))
            if not name and any(cell is not None for cell in column[index + 1 :])
        ]


def place(sheet: str, row: int, column: int = 0) -> str:
    """`blad Deltagare, rad 7, kolumn C`; row and column count from 1, column 0 is the row."""
    if not column:
        return _("blad {sheet}, rad {row}").format(sheet=sheet, row=row)
    sentence = _("blad {sheet}, rad {row}, kolumn {column}")
    return sentence.format(sheet=sheet, row=row, column=column_letters(column))


def column_letters(number: int) -> str:
    """1 → A, 27 → AA: the name a spreadsheet gives the column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _heading(cell: Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())
