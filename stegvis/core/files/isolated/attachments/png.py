"""PNG without anything but the picture. Source: W3C PNG, third edition, 5 and 11."""

import struct
import zlib
from collections.abc import Iterator

from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.attachments.cleaned import METADATA, TRAILING, Cleaned
from stegvis.core.files.isolated.attachments.pixels import check_pixels
from stegvis.core.files.isolated.problems import unfit

START = b"\x89PNG\r\n\x1a\n"
FIRST, DATA, LAST = b"IHDR", b"IDAT", b"IEND"
CRITICAL = {FIRST, b"PLTE", DATA, LAST}
SHOWN_BY = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"bKGD"}
HEAD = struct.Struct(">LL5B")  # width, height, and how a point is written
LENGTH, SUM = struct.Struct(">L"), struct.Struct(">L")


def cleaned_png(content: bytes) -> Cleaned:
    kept, removed = [START], set()
    end = 0
    for name, whole, after in _chunks(content):
        if name in CRITICAL | SHOWN_BY:
            kept.append(whole)
        else:
            removed.add(METADATA)
        end = after
    if content[end:].strip(b"\0"):
        removed.add(TRAILING)
    return Cleaned("png", b"".join(kept), frozenset(removed))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Name, all bytes and where the next begins; each with the checksum it says."""
    name, at = b"", len(START)
    while name != LAST:
        if at + 12 > len(content):
            raise unfit("damaged")
        (length,) = LENGTH.unpack_from(content, at)
        end = at + length + 12
        chunk = content[at:end]
        if end > len(content) or SUM.unpack(chunk[-4:])[0] != zlib.crc32(chunk[4:-4]):
            raise unfit("damaged")
        _check(chunk[4:8], chunk[8:-4], is_first=not name)
        name = chunk[4:8]
        yield name, chunk, end
        at = end


def _check(name: bytes, body: bytes, *, is_first: bool) -> None:
    if is_first != (name == FIRST) or (name[:1].isupper() and name not in CRITICAL):
        raise unfit("damaged")
    if name == FIRST:
        if len(body) != HEAD.size:
            raise unfit("damaged")
        width, height, *_how = HEAD.unpack(body)
        check_pixels(width, height)
    elif name != DATA and name in CRITICAL | SHOWN_BY and len(body) > limits.CHUNK_BYTES:
        raise unfit("damaged")
