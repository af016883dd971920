"""What a file is by its first bytes, whatever it is called."""

from typing import BinaryIO

from stegvis.core.files.isolated.limits import PIECE
from stegvis.core.files.isolated.problems import Unfit, unfit

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: old Office files, and encrypted new ones
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PARQUET, PARQUET_ENCRYPTED = b"PAR1", b"PARE"

# first bytes → kind of problem or, for other files, a word that the parent translates
KNOWN = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
MARKUP = ((b"<!doctype html", "html"), (b"<html", "html"), (b"<?xml", "xml"))
SUFFIXES = {".xlsx": "zip", ".csv": "text", ".parquet": "parquet"}


def check_kind(source: BinaryIO, suffix: str) -> None:
    """Refuse a file whose content is not what its name says."""
    start = source.read(512)
    source.seek(0)
    if not start:
        raise unfit("empty")
    kind = kind_of(start)
    if kind == "ole":
        raise why_not_ole(source)
    if kind != SUFFIXES[suffix]:
        raise unfit("wrong_kind", read=kind)


def kind_of(start: bytes) -> str:
    if start.startswith(OLE):
        return "ole"
    if start.startswith(ZIP):
        return "zip"
    if start.startswith((PARQUET, PARQUET_ENCRYPTED)):
        return "parquet"
    lowered = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    known = (kind for first, kind in KNOWN if start.startswith(first))
    markup = (kind for first, kind in MARKUP if lowered.startswith(first))
    return next(known, None) or next(markup, "text")


def why_not_ole(source: BinaryIO) -> Unfit:
    """A workbook with a password lies inside an old Office container."""
    tail = b""
    while piece := source.read(PIECE):
        if ENCRYPTED_STREAM in tail + piece:
            return unfit("password")
        tail = piece[-len(ENCRYPTED_STREAM) :]
    return unfit("old_office")
