"""Files to attach, made here: a page of PDF, a letter from a word processor, and a picture."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO

from docx import Document

STEP = 24  # points of the picture
STEPS = 8
LIGHT, DARK = b"\xf2\xf5\xf7", b"\x1f\x5c\x7a"


def pdf(title: str, lines: Iterable[str]) -> bytes:
    """One page; the letters of Swedish are in the encoding that every reader has."""
    text = "".join(f"0 -18 Td ({_escaped(line)}) Tj\n" for line in lines)
    stream = f"BT /F1 18 Tf 72 760 Td ({_escaped(title)}) Tj /F1 11 Tf 0 -12 Td\n{text}ET"
    content = stream.encode("cp1252")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    return _pdf_of(objects)


def letter(title: str, lines: Iterable[str]) -> bytes:
    made = Document()
    made.add_heading(title, level=1)
    for line in lines:
        made.add_paragraph(line)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def staircase() -> bytes:
    """A picture of steps, as PNG."""
    wide, high = STEPS * STEP, STEPS * STEP
    rows = []
    for y in range(high):
        dark = wide - (high - y - 1) // STEP * STEP
        rows.append(b"\0" + LIGHT * (wide - dark) + DARK * dark)
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    told = name + body
    return struct.pack(">I", len(body)) + told + struct.pack(">I", zlib.crc32(told))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pdf_of(objects: tuple[bytes, ...]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end
