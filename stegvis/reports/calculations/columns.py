"""How wide the columns of a table stand: numbers as narrow as they can, words share the rest."""

from math import ceil

from stegvis.reports.calculations.charts.words import text_width
from stegvis.reports.values.document import Table

PAGE = 453.0  # points between the margins of an A4 page of ours
ONE_PAGE = 570.0  # the same with narrow margins and small type, counted in letters of _SIZE
_SIZE = 9.5
_PADDING = 13.0
_MOST_LINES_KEPT = 14
_HALF = 0.6  # of a line, with some room for where it happens to break
_SHORT = 58.0  # `minst 100 %` stands on one line
_WIDEST = 300.0  # a longer text is wrapped before it takes more of the page


def is_tight(table: Table, page: float = PAGE) -> bool:
    """Whether the longest words leave no room, so that words must be hyphenated."""
    columns = zip(table.header, *table.rows, strict=True)
    return sum(max(map(_longest_word, column)) + _PADDING for column in columns) > page


def stands_whole(table: Table, page: float = PAGE) -> bool:
    """Whether the table is short enough to be kept on one page."""
    shares = column_shares(table, page)
    return sum(_lines(row, shares, page) for row in table.rows) <= _MOST_LINES_KEPT


def has_single_lines(table: Table, page: float = PAGE) -> bool:
    """Whether no cell can wrap, as widths are never estimated too narrow."""
    shares = column_shares(table, page)
    return all(_lines(row, shares, page) == 1 for row in table.rows)


def _lines(row: tuple[str, ...], shares: tuple[float, ...], page: float) -> int:
    return max(
        sum(_lines_of(line, share * page - _PADDING) for line in cell.split("\n"))
        for cell, share in zip(row, shares, strict=True)
    )


def _lines_of(line: str, width: float) -> int:
    return max(1, ceil(round(_width(line) / max(1.0, width), 6)))


def column_shares(table: Table, page: float = PAGE) -> tuple[float, ...]:
    """Each column's share of the width of the page; together 1."""
    columns = list(zip(table.header, *table.rows, strict=True))
    least = [_least(column, is_number=at in table.numeric) for at, column in enumerate(columns)]
    wanted = [
        max(least[at], min(_WIDEST, max(map(_width, column)) + _PADDING))
        for at, column in enumerate(columns)
    ]
    widths = _shared_out(least, wanted, (frozenset(table.numeric), page))
    total = sum(widths)
    return tuple(width / total for width in widths)


def _least(column: tuple[str, ...], *, is_number: bool) -> float:
    """No word is broken; `75 av 156 (48 %)` takes two lines at most."""
    narrowest = max(map(_longest_word, column))
    widest = max(map(_width, column)) if is_number else 0.0
    return max(narrowest, widest * _HALF, min(widest, _SHORT)) + _PADDING


def _shared_out(
    least: list[float], wanted: list[float], how: tuple[frozenset[int], float]
) -> list[float]:
    """Numbers are as narrow as they can before words give way; what is left over goes to words."""
    numeric, page = how
    room = page - sum(wanted)
    if room < 0:
        wanted = [
            low if at in numeric else high
            for at, (low, high) in enumerate(zip(least, wanted, strict=True))
        ]
        room = page - sum(wanted)
    if room < 0:
        slack = sum(wanted) - sum(least)
        given = max(0.0, min(1.0, (page - sum(least)) / slack)) if slack else 0.0
        return [low + (high - low) * given for low, high in zip(least, wanted, strict=True)]
    words = sum(width for at, width in enumerate(wanted) if at not in numeric)
    if not words:
        return wanted
    return [
        width if at in numeric else width + room * width / words for at, width in enumerate(wanted)
    ]


def _longest_word(cell: str) -> float:
    return max((_width(word) for word in cell.replace("\n", " ").split(" ")), default=0.0)


def _width(cell: str) -> float:
    return max((text_width(line, _SIZE) for line in cell.split("\n")), default=0.0)
