"""XML in pieces that end with a whole tag, without the parts of XML that do harm."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.problems import unfit

PREFIX = rb"(?:[^\s<>/:]+:)?"  # any namespace prefix: the reader looks at local names only
ENCODING = re.compile(rb"""^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']""")
UTF_8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
BOM = b"\xef\xbb\xbf"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError)


def pieces(archive: zipfile.ZipFile, name: str, copy: IO[bytes] | None = None) -> Iterator[bytes]:
    """The part in pieces, each ending with `>`; what is read is written to `copy`."""
    rest, first = b"", True
    for raw in _unpacked(archive, name):
        if copy is not None:
            copy.write(raw)
        text = rest + raw
        if first:
            _check_encoding(text, name)
            first = False
        cut = text.rfind(b">") + 1
        if len(text) - cut > limits.MARKUP_GAP:
            raise unfit("long_text", read=name, limit=limits.CELL_CHARACTERS)
        whole, rest = text[:cut], text[cut:]
        check_declarations(whole, name)
        yield whole
    if rest.strip():
        raise unfit("damaged_xml", read=name)


def small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A whole part that is held in memory."""
    check_small(archive, name)
    return b"".join(pieces(archive, name))


def check_small(archive: zipfile.ZipFile, name: str) -> None:
    if archive.getinfo(name).file_size > limits.SMALL_PART_BYTES:
        raise unfit("large_part", read=name, limit=limits.SMALL_PART_BYTES)


def check_declarations(piece: bytes, name: str) -> None:
    """No document type, so no entities; no CDATA, which the reader would drop in silence."""
    at = piece.find(b"<!") if b"!" in piece else -1
    if at >= 0 and piece.count(b"<!") > limits.COMMENTS:
        raise unfit("unusual")
    while at >= 0:
        if not piece.startswith(b"<!--", at):
            kind = "cdata" if piece.startswith(b"<![CDATA[", at) else "doctype"
            raise unfit(kind, read=name)
        at = piece.find(b"<!", at + 4)


def _unpacked(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """As many bytes as the table of contents promised; a wrong checksum is damage."""
    try:
        with archive.open(name) as part:
            while raw := part.read(limits.PIECE):
                yield raw
    except BROKEN as error:
        raise unfit("damaged_zip") from error


def _check_encoding(start: bytes, name: str) -> None:
    declared = ENCODING.match(start.removeprefix(BOM))
    if b"\0" in start[:4] or start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise unfit("xml_encoding", read=name)
    if declared and declared[1].strip().lower() not in UTF_8:
        raise unfit("xml_encoding", read=declared[1].decode("latin-1"))
