"""How many texts a workbook stores, and how much text its cells show together."""

import re
import zipfile
from collections.abc import Iterable, Iterator

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.markup import PREFIX
from stegvis.core.files.isolated.problems import unfit

ENDS = re.compile(rb"</" + PREFIX + rb"si\s*>|<" + PREFIX + rb"si\s*/>")
SHOWN = re.compile(
    rb"<" + PREFIX + rb"c\s[^>]*?\bt\s*=\s*[\"']s[\"'][^>]*>\s*<" + PREFIX + rb"v[^>]*>\s*(\d{1,9})"
)


def lengths_of(pieces: Iterable[bytes], part: str) -> list[int]:
    """Bytes of each stored text, in order; markup is counted as text."""
    lengths: list[int] = []
    rest = b""
    for piece in pieces:
        *whole, rest = ENDS.split(rest + piece)
        if whole and not lengths:  # what stands before the first text is no text
            whole[0] = whole[0][max(0, whole[0].rfind(b"si>") - 1) :]
        lengths.extend(map(len, whole))
        if len(lengths) > limits.SHARED_STRINGS:
            raise unfit("many_strings", number=len(lengths), limit=limits.SHARED_STRINGS)
        if len(rest) > limits.MARKUP_GAP:
            raise unfit("long_text", read=part, limit=limits.CELL_CHARACTERS)
    return lengths


def check_shown_text(
    scratch: zipfile.ZipFile, sheets: Iterable[tuple[str, int]], lengths: list[int]
) -> int:
    """Bytes of all shared text that the cells of the sheets show, at most; part and cells.

    A text of 30 000 characters shown by a million cells is a small file and 30 GB of cells.
    """
    sheets = list(sheets)
    longest = max(lengths, default=0)
    at_most = longest * sum(cells for _part, cells in sheets)
    if at_most <= limits.TEXT_BYTES:
        return at_most
    total = sum(_shown(scratch, [part for part, _cells in sheets], lengths))
    if total > limits.TEXT_BYTES:
        raise unfit("much_text", number=total, limit=limits.TEXT_BYTES)
    return total


def _shown(scratch: zipfile.ZipFile, parts: list[str], lengths: list[int]) -> Iterator[int]:
    known = len(lengths)
    for part in parts:
        with scratch.open(part) as xml:
            rest = b""
            while raw := xml.read(limits.PIECE):
                text = rest + raw
                cut = text.rfind(b"<", 0, -limits.KILOBYTE) if len(raw) == limits.PIECE else -1
                whole, rest = (text[:cut], text[cut:]) if cut > 0 else (text, b"")
                shown = map(int, SHOWN.findall(whole))
                yield sum(lengths[index] for index in shown if index < known)
