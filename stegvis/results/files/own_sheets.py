"""Sheets of somebody's own among those that were delivered, and the mappings that fit them."""

import hashlib
from collections.abc import Iterable

from stegvis.core.files.sheets import Sheet
from stegvis.core.values.refusals import Refused
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.reading.layout import table_named
from stegvis.results.calculations.reading.mapping_check import mapping_findings
from stegvis.results.calculations.reading.words import fold
from stegvis.results.files.facts import delivered_own, visible_sheets
from stegvis.results.files.written_sheets import written_sheet
from stegvis.results.values.mapping import Mapping

ENROLMENTS = "enrolments"


def asks_for_mapping(sheets: list[Sheet], definition: Definition) -> bool:
    """Whether there is a sheet of one's own, and nothing else that says who was enrolled."""
    visible = visible_sheets(sheets)
    tables = {table.name for one in visible if (table := table_named(one.name))}
    own = [one for one in visible if table_named(one.name) is None and len(one.numbers) > 1]
    if not own or ENROLMENTS in tables:
        return False
    return delivered_own(visible, definition) is None


def headings_digest(sheet: Sheet, heading_row: int) -> str:
    """What is the same for sheets with the same headings, in any order; nothing for no headings."""
    try:
        headings = written_sheet(sheet, heading_row).headings
    except Refused:
        return ""
    return hashlib.sha256("\n".join(sorted(map(fold, headings))).encode()).hexdigest()


def fitting(
    sheets: list[Sheet], saved: Iterable[tuple[str, Mapping]], definition: Definition
) -> Mapping | None:
    """The first saved mapping whose headings stand in one of the sheets, made for that sheet."""
    candidates = [one for one in visible_sheets(sheets) if table_named(one.name) is None]
    for digest, mapping in saved:
        if mapping_findings(mapping, definition):
            continue  # the definition has changed since: it must be looked through again
        for sheet in candidates:
            if headings_digest(sheet, mapping.heading_row) == digest:
                return mapping.model_copy(update={"sheet": sheet.name})
    return None
