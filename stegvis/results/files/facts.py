"""Facts from somebody's file: a workbook, a CSV or Parquet file, or a folder of them."""

import hashlib
from dataclasses import replace
from pathlib import Path

from stegvis.core.files.sheets import Sheet, read_sheets
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.language import in_every_language
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.reading.facts import Delivery, facts_of
from stegvis.results.calculations.reading.layout import table_named
from stegvis.results.calculations.reading.participant_sheet import (
    PARTICIPANTS,
    implied_mapping,
)
from stegvis.results.calculations.reading.words import fold, listed
from stegvis.results.files.written_sheets import unread_sheet, written_sheet
from stegvis.results.values.mapping import Mapping
from stegvis.results.values.reading import ImportResult, Written

README_SHEET = N_("Läs mig")
"""Instructions in the workbooks that we write ourselves."""


def read_facts(
    path: Path,
    definition: Definition,
    *,
    mapping: Mapping | None = None,
    encoding: str | None = None,
) -> ImportResult:
    """Facts with every fault of the run; Refused when no figure would mean anything.

    With a mapping one sheet is read by it, and the others as documented tables.
    """
    sheets = read_sheets(path, encoding=encoding)
    return facts_in(sheets, delivered(sheets, definition, mapping=mapping, path=path), definition)


def delivered(
    sheets: list[Sheet], definition: Definition, *, mapping: Mapping | None, path: Path
) -> Delivery:
    """What the sheets of `path` hold, as they were written."""
    visible = visible_sheets(sheets)
    own, mapping = _participants(visible, definition, mapping)
    return Delivery(
        documented=tuple(_documented(sheet) for sheet in visible if sheet is not own),
        own=None if own is None or mapping is None else written_sheet(own, mapping.heading_row),
        mapping=mapping,
        source=path.name,
        digest=digest_of(path),
    )


def facts_in(sheets: list[Sheet], delivery: Delivery, definition: Definition) -> ImportResult:
    result = facts_of(delivery, definition)
    noted = [warning for sheet in sheets for warning in sheet.warnings]
    return replace(result, warnings=(*noted, *_hidden(sheets), *result.warnings))


def visible_sheets(sheets: list[Sheet]) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.visible and not is_readme(sheet)]


def _documented(sheet: Sheet) -> Written:
    """Nobody asks a sheet of notes for headings: it is told of, and not read."""
    if table_named(sheet.name) is None:
        return unread_sheet(sheet)
    return written_sheet(sheet)


def _participants(
    sheets: list[Sheet], definition: Definition, mapping: Mapping | None
) -> tuple[Sheet | None, Mapping | None]:
    """The sheet with a row a participant: as the mapping says, or as our own template has it."""
    if mapping is not None:
        return own_sheet(sheets, mapping), mapping
    ours = next((sheet for sheet in sheets if _is_named(sheet, PARTICIPANTS)), None)
    if ours is None or not len(ours.numbers):
        return None, None
    implied = implied_mapping(tuple(ours.columns()), definition)
    return (ours if implied else None), implied


def delivered_own(sheets: list[Sheet], definition: Definition) -> Sheet | None:
    """The sheet of participants as our own template has it, which needs no mapping."""
    return _participants(sheets, definition, None)[0]


def own_sheet(sheets: list[Sheet], mapping: Mapping) -> Sheet:
    """The sheet of participants: the one the mapping names, or the only one that is no table."""
    named = [sheet for sheet in sheets if fold(sheet.name) == fold(mapping.sheet)]
    others = [one for one in sheets if table_named(one.name) is None]
    chosen = named or others
    if len(chosen) == 1:
        return chosen[0]
    sentence = _("Översättningen gäller bladet {sheet}, som inte finns. Bladen är: {sheets}.")
    if len(chosen) > 1:
        sentence = _(
            "Översättningen säger inte vilket blad den gäller. Skriv det efter sheet =. "
            "Bladen är: {sheets}."
        )
    names = listed(sheet.name for sheet in sheets)
    raise Refused(sentence.format(sheet=mapping.sheet or "?", sheets=names))


def is_readme(sheet: Sheet) -> bool:
    return _is_named(sheet, README_SHEET)


def _is_named(sheet: Sheet, name: str) -> bool:
    is_table = table_named(sheet.name) is not None
    return not is_table and fold(sheet.name) in map(fold, in_every_language(name))


def _hidden(sheets: list[Sheet]) -> list[Fault]:
    """A hidden table is not read, for nobody has looked at it; our own lists are no table."""
    return [
        Fault(_("blad {sheet}").format(sheet=sheet.name), _("Bladet är dolt och läses inte."))
        for sheet in sheets
        if not sheet.visible and table_named(sheet.name) is not None
    ]


def digest_of(path: Path) -> str:
    """SHA-256 of the file, or of a folder's files with their names in order."""
    total = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file():
            total.update(file.name.encode() if path.is_dir() else b"")
            with file.open("rb") as opened:
                total.update(hashlib.file_digest(opened, "sha256").digest())
    return total.hexdigest()
