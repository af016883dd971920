"""The table of contents of a zip file, checked before anything is unpacked."""

import struct
import zipfile
from typing import BinaryIO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.problems import unfit

END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16: end of central directory record
END_SIGNATURE = b"PK\x05\x06"
FLAG_ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that OPC allows


def open_zip(source: BinaryIO) -> zipfile.ZipFile:
    """The archive, when what its table of contents says is within every limit.

    Exactly one table, at the very end and without a comment: then two readers cannot find
    two different ones.
    """
    _check_end(source)
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise unfit("damaged_zip") from error
    _check_names(archive.infolist())
    _check_sizes(archive.infolist())
    return archive


def _check_end(source: BinaryIO) -> None:
    size = source.seek(0, 2)
    source.seek(max(0, size - END.size))
    record = source.read(END.size)
    source.seek(0)
    if len(record) < END.size or not record.startswith(END_SIGNATURE):
        raise unfit("damaged_zip")
    _sign, disk, first, here, entries, length, offset, comment = END.unpack(record)
    if entries > limits.ENTRIES or length > limits.DIRECTORY_BYTES:
        raise unfit("zip_entries", number=entries, limit=limits.ENTRIES)
    whole = offset + length == size - END.size and here == entries
    if disk or first or comment or not whole:
        raise unfit("damaged_zip")


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.ENTRIES:
        raise unfit("zip_entries", number=len(entries), limit=limits.ENTRIES)
    seen = set()
    for entry in entries:
        name = entry.orig_filename
        if _leads_out(name):
            raise unfit("zip_path", read=name)
        if name.casefold() in seen:
            raise unfit("zip_double", read=name)
        seen.add(name.casefold())


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\0" in name


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & FLAG_ENCRYPTED:
            raise unfit("password")
        if entry.compress_type not in METHODS:
            raise unfit("damaged_zip")
    total = sum(entry.file_size for entry in entries)
    if total > limits.UNPACKED_BYTES:
        raise unfit("unpacked", number=total, limit=limits.UNPACKED_BYTES)
    for entry in entries:
        big = entry.file_size > limits.RATIO_MATTERS_FROM
        if big and entry.file_size > limits.PACKED_RATIO * entry.compress_size:
            raise unfit("packed_ratio", read=entry.filename, limit=limits.PACKED_RATIO)
