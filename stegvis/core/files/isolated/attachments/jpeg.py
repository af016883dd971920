"""JPEG without anything but the picture. Source: ITU-T T.81, annex B; JFIF 1.02."""

import re
import struct
from collections.abc import Iterator

from stegvis.core.files.isolated.attachments.cleaned import METADATA, TRAILING, Cleaned
from stegvis.core.files.isolated.attachments.orientation import orientation_of, orientation_segment
from stegvis.core.files.isolated.attachments.pixels import check_pixels
from stegvis.core.files.isolated.problems import unfit

START, END = b"\xff\xd8", 0xD9
JFIF, EXIF, ADOBE, SCAN = 0xE0, 0xE1, 0xEE, 0xDA
FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive: what browsers show
LONGEST = {  # what the picture is made of, and how long such a segment can honestly be
    **dict.fromkeys(FRAMES, 8 + 3 * 4),
    0xC4: 2 + 8 * (17 + 256),  # Huffman tables
    0xDB: 2 + 4 * (1 + 128),  # quantisation tables
    0xDD: 4,  # restart interval
    SCAN: 6 + 2 * 4,
}
PLAIN_JFIF = b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"
ADOBE_LENGTH = 12  # says how the colours are written
NEXT = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)  # a marker, not data or a restart

Segment = tuple[int, bytes]


def cleaned_jpeg(content: bytes, *, turns: bool = True) -> Cleaned:
    """`turns`: how it is to be turned when it is shown is kept, the only thing that is."""
    kept, removed, frames = [START], set(), 0
    end = 0
    for marker, body, data, after in _segments(content):
        part = _part(marker, body, turns=turns)
        if part != body and marker != JFIF:
            removed.add(METADATA)
        kept.append(_written(marker, part) if part else b"")
        kept.append(data)
        frames += marker in FRAMES
        end = after
    if frames != 1:
        raise unfit("damaged")
    if content[end:].strip(b"\0\r\n"):
        removed.add(TRAILING)
    return Cleaned("jpeg", b"".join([*kept, b"\xff\xd9"]), frozenset(removed))


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes, int]]:
    """Marker, body, the coded data that follow it, and where the file ends if it does here."""
    at, scans = len(START), 0
    while True:
        found = NEXT.match(content, at)
        if not found:
            raise unfit("damaged")
        marker, at = content[found.end() - 1], found.end()
        if marker == END:
            break
        (length,) = struct.unpack_from(">H", content, at) if at + 2 <= len(content) else (0,)
        body = content[at + 2 : at + length]
        if length < 2 or len(body) != length - 2 or length > LONGEST.get(marker, length):  # noqa: PLR2004 - counts itself
            raise unfit("damaged")
        at += length
        data = b""
        if marker == SCAN:
            scans += 1
            data, at = _coded(content, at)
        yield marker, body, data, at
    if not scans:
        raise unfit("damaged")
    yield END, b"", b"", at


def _coded(content: bytes, at: int) -> tuple[bytes, int]:
    after = NEXT.search(content, at)
    if not after:
        raise unfit("damaged")  # cut off in the middle of the picture
    return content[at : after.start()], after.start()


def _part(marker: int, body: bytes, *, turns: bool) -> bytes:
    """What is kept of a segment; nothing of what is not known."""
    if marker in FRAMES:
        height, width = struct.unpack_from(">HH", body, 1) if len(body) > 5 else (0, 0)  # noqa: PLR2004 - both and their precision
        check_pixels(width, height)
    if marker in LONGEST:
        return body
    if marker == JFIF and body.startswith(b"JFIF\0"):
        return PLAIN_JFIF
    if marker == ADOBE and body.startswith(b"Adobe"):
        return body[:ADOBE_LENGTH]
    turned = orientation_of(body) if turns and marker == EXIF else 0
    return orientation_segment(turned) if turned else b""


def _written(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
