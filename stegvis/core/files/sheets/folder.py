"""The one way in: a workbook, a CSV or Parquet file, or a folder of CSV and Parquet files."""

from pathlib import Path

from stegvis.core.files.isolated.limits import FOLDER_FILES
from stegvis.core.files.sheets.reading import read_each
from stegvis.core.files.sheets.sheet import Sheet
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused

TABLES = {".csv", ".parquet"}
BESIDE = {".md", ".txt", ".toml"}  # a note or a mapping may lie beside the data


def read_sheets(path: Path, *, encoding: str | None = None) -> list[Sheet]:
    """The sheets of a file, or of every table in a folder, each named by its file's stem.

    `encoding` is what the sender has said of CSV without a byte order mark: `utf-8` (also when
    nothing is said), `utf-16` or `cp1252`. Raises Refused.
    """
    paths = _tables(path) if path.is_dir() else [path]
    sheets: list[Sheet] = []
    refusals: list[tuple[str, Refused]] = []
    for table, outcome in zip(paths, read_each(paths, encoding=encoding), strict=True):
        if isinstance(outcome, Refused):
            refusals.append((table.name, outcome))
        else:
            sheets.extend(outcome)
    if refusals:
        raise _together(path, refusals)
    return sheets


def _together(folder: Path, refusals: list[tuple[str, Refused]]) -> Refused:
    if len(refusals) == 1:
        return refusals[0][1]
    faults = [
        fault
        for name, refused in refusals
        for fault in (Fault(name, refused.sentence), *refused.faults)
    ]
    sentence = _("{number} filer i mappen {folder} läses inte.")
    return Refused(sentence.format(number=len(refusals), folder=folder.name), faults)


def _tables(folder: Path) -> list[Path]:
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "~")))
    tables = [entry for entry in entries if entry.suffix.lower() in TABLES]
    faults = [
        *(_stray(entry) for entry in entries if entry.suffix.lower() not in TABLES | BESIDE),
        *(_leading_out(entry) for entry in tables if not _lies_in(entry, folder)),
        *_doubled(tables),
    ]
    if faults:
        raise Refused(_("Mappen {folder} läses inte.").format(folder=folder.name), faults)
    if not tables:
        sentence = _("Mappen {folder} har inga CSV- eller Parquet-filer.")
        raise Refused(sentence.format(folder=folder.name))
    if len(tables) > FOLDER_FILES:
        sentence = _("Mappen {folder} har {number} filer; högst {limit} läses.")
        raise Refused(sentence.format(folder=folder.name, number=len(tables), limit=FOLDER_FILES))
    return tables


def _lies_in(entry: Path, folder: Path) -> bool:
    return entry.resolve().is_relative_to(folder.resolve())


def _stray(entry: Path) -> Fault:
    expected = _("bara CSV- och Parquet-filer i mappen; flytta det andra")
    what = _("undermappar läses inte") if entry.is_dir() else _("filen är ingen tabell")
    return Fault(entry.name, what, expected=expected)


def _leading_out(entry: Path) -> Fault:
    what = _("filen är en länk som pekar ut ur mappen")
    return Fault(entry.name, what, expected=_("filen själv"))


def _doubled(tables: list[Path]) -> list[Fault]:
    """Two files that would become one sheet."""
    stems = [table.stem.casefold() for table in tables]
    what = _("flera filer har samma namn före punkten")
    expected = _("en fil för varje tabell")
    return [
        Fault(table.name, what, expected=expected)
        for table, stem in zip(tables, stems, strict=True)
        if stems.count(stem) > 1
    ]
