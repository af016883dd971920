"""Where the data of a PDF's streams end, said so that no reader can be in doubt.

Typst ends each stream with a line feed. After data whose own last byte is a carriage return, the
two look like one line end, and a strict reader finds the stream a byte short of its length: it
happens to one report in five. With a carriage return of its own the line end is plain.
"""

import re
from bisect import bisect_left

_DOUBTFUL, _PLAIN = b"\r\nendstream", b"\r\r\nendstream"
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY = 20  # bytes of a row of the table of objects, ISO 32000-1 7.5.4
_DIGITS = 10
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")


def with_plain_line_ends(pdf: bytes) -> bytes:
    """The same document; what it says of its own offsets is moved along."""
    places = [found.start() for found in re.finditer(re.escape(_DOUBTFUL), pdf)]
    start = _START.search(pdf)
    table = _TABLE.match(pdf, int(start[1])) if start else None
    if not places or start is None or table is None:
        return pdf
    rows_end = table.end() + int(table[1]) * _ENTRY
    body = pdf[: table.start()].replace(_DOUBTFUL, _PLAIN)
    rows = b"".join(
        _moved(pdf[at : at + _ENTRY], places) for at in range(table.end(), rows_end, _ENTRY)
    )
    moved_start = str(int(start[1]) + len(places)).encode()
    trailer = pdf[rows_end : start.start(1)] + moved_start + pdf[start.end(1) :]
    return body + table[0] + rows + trailer


def _moved(row: bytes, places: list[int]) -> bytes:
    """A row of the table: an object in use has moved by a byte for each change before it."""
    if not row.rstrip().endswith(b"n"):
        return row
    offset = int(row[:_DIGITS])
    return f"{offset + bisect_left(places, offset):010d}".encode() + row[_DIGITS:]
