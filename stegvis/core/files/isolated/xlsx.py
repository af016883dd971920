"""A workbook: looked through byte by byte, then read from a copy of exactly those bytes."""

import os
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.columns import columns_of
from stegvis.core.files.isolated.markup import check_small, pieces
from stegvis.core.files.isolated.messages import Table
from stegvis.core.files.isolated.problems import Problem, Unfit, unfit
from stegvis.core.files.isolated.restraint import allow_read, allow_scan
from stegvis.core.files.isolated.shared_strings import check_shown_text, lengths_of
from stegvis.core.files.isolated.sheet_scan import Effort, SheetScan
from stegvis.core.files.isolated.workbook import Workbook, workbook_of
from stegvis.core.files.isolated.zip_directory import open_zip


@dataclass(frozen=True)
class Measured:
    names: tuple[str, ...]
    cells: int  # laid out from A1 to the last one, in all sheets
    text: int  # bytes


def read_workbook(source: BinaryIO) -> Iterator[Table]:
    """The sheets; the reader meets only what has been looked through, never the file itself."""
    with open_zip(source) as archive, _scratch() as copy:
        allow_scan(sum(entry.file_size for entry in archive.infolist()))
        measured = _look_through(archive, copy)
        allow_read(cells=measured.cells, text=measured.text)
        yield from _tables(copy.fileno(), measured.names)


def _scratch() -> BinaryIO:
    """In memory where the system can: personal data should not touch a disk."""
    if hasattr(os, "memfd_create"):
        return open(os.memfd_create("scratch"), "w+b")  # noqa: PTH123 - closed by `with`
    return tempfile.TemporaryFile()  # type: ignore[return-value]


def _look_through(archive: zipfile.ZipFile, copy: BinaryIO) -> Measured:
    book = workbook_of(archive)
    with zipfile.ZipFile(copy, "w") as scratch:
        for part in book.parts:
            _copied(archive, part, scratch)
        lengths = _strings(archive, book, scratch)
        effort = Effort()
        scans = [
            _scanned(SheetScan(name, effort), archive, part, scratch) for name, part in book.sheets
        ]
    _report([problem for scan in scans for problem in scan.problems], sum(s.count for s in scans))
    cells = sum(scan.rows * scan.columns for scan in scans)
    if cells > limits.CELLS:
        raise unfit("many_cells", limit=limits.CELLS)
    texts = [(part, scan.cells) for (_name, part), scan in zip(book.sheets, scans, strict=True)]
    with zipfile.ZipFile(copy) as scratch:
        text = check_shown_text(scratch, texts, lengths)
    return Measured(tuple(name for name, _part in book.sheets), cells, text)


def _copied(archive: zipfile.ZipFile, part: str, scratch: zipfile.ZipFile) -> None:
    check_small(archive, part)
    with scratch.open(part, "w") as copy:
        for _piece in pieces(archive, part, copy):
            pass


def _strings(archive: zipfile.ZipFile, book: Workbook, scratch: zipfile.ZipFile) -> list[int]:
    if book.strings is None:
        return []
    with scratch.open(book.strings, "w") as copy:
        return lengths_of(pieces(archive, book.strings, copy), book.strings)


def _scanned(
    scan: SheetScan, archive: zipfile.ZipFile, part: str, scratch: zipfile.ZipFile
) -> SheetScan:
    with scratch.open(part, "w") as copy:
        for piece in pieces(archive, part, copy):
            scan.feed(piece)
    return scan


def _report(problems: list[Problem], count: int) -> None:
    if problems:
        raise Unfit(*problems[: limits.FAULTS], count=count)


def _tables(descriptor: int, names: tuple[str, ...]) -> Iterator[Table]:
    from python_calamine import (  # noqa: PLC0415 - no reader before the file has been looked through
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_path(f"/dev/fd/{descriptor}")
        sheets = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        if tuple(meta.name for meta in sheets) != names:
            raise unfit("damaged_xml")
        for meta in sheets:
            rows = _rows(book, meta.name)
            numbers, columns = columns_of(meta.name, rows)
            visible = meta.visible == SheetVisibleEnum.Visible
            yield Table(meta.name, numbers, columns, visible=visible)
    except CalamineError as error:
        raise unfit("damaged_xml") from error


def _rows(book: Any, name: str) -> list[list[Any]]:
    rows: list[list[Any]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return rows
