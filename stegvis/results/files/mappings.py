"""Mappings as TOML: proposed with comments for the person who completes them, and read back."""

from pathlib import Path

from pydantic import ValidationError

from stegvis.core.files.sheets import Sheet, read_sheets
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.complaints import findings_of
from stegvis.programmes.files.toml_text import read_toml
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.checks.delivery import refuse_another_programme
from stegvis.results.calculations.reading.layout import table_named
from stegvis.results.calculations.reading.mapping_check import mapping_findings
from stegvis.results.calculations.reading.own_sheet import without_sums
from stegvis.results.calculations.reading.proposals import propose_mapping
from stegvis.results.calculations.reading.remembered import looked_through
from stegvis.results.files.facts import is_readme
from stegvis.results.files.written_sheets import written_sheet
from stegvis.results.values.mapping import MAPPING_FORMAT, Mapping, Proposal

SUFFIX, IN_FOLDER = ".mapping.toml", "mapping.toml"
ROWS_LOOKED_AT = 8  # a title, an empty line and a date stand above the headings, seldom more


def find_mapping(data: Path, definition: Definition, given: Path | None = None) -> Mapping | None:
    """The mapping that is given, or that lies with the data.

    It is called `<name>.mapping.toml` beside a file and `mapping.toml` in a folder.
    None: the data are the documented tables or our own sheet of participants.
    """
    if given is not None:
        return load_mapping(given, definition)
    beside = data / IN_FOLDER if data.is_dir() else data.with_name(data.stem + SUFFIX)
    return load_mapping(beside, definition) if beside.is_file() else None


def load_mapping(path: Path, definition: Definition) -> Mapping:
    file = read_toml(path)
    stated = file.values.get("format", MAPPING_FORMAT)
    if isinstance(stated, int) and stated > MAPPING_FORMAT:
        sentence = _("{file} är skriven i format {stated}; den här versionen läser {ours}.")
        raise Refused(sentence.format(file=path.name, stated=stated, ours=MAPPING_FORMAT))
    try:
        mapping = Mapping.model_validate(file.values)
        refuse_another_programme(mapping.programme, definition)
        findings = mapping_findings(mapping, definition)
    except ValidationError as error:
        findings = findings_of(error, file.values, Mapping)
    if findings:
        sentence = _("Översättningen {file} går inte att använda.").format(file=path.name)
        raise Refused(sentence, map(file.fault, file.in_order(findings)))
    return mapping


def propose(path: Path, definition: Definition, *, sheet: str = "") -> Proposal:
    """A proposal for the sheet of participants in somebody's file."""
    return propose_for(read_sheets(path), definition, sheet=sheet)


def propose_for(found: list[Sheet], definition: Definition, *, sheet: str = "") -> Proposal:
    sheets = [one for one in found if one.visible]
    candidates = [one for one in sheets if _may_be_own(one, sheet)]
    tried = [
        proposal
        for candidate in candidates
        for number in list(candidate.numbers)[:ROWS_LOOKED_AT]
        if (proposal := _try(candidate, number, definition)) is not None
    ]
    if not tried:
        names = ", ".join(one.name for one in sheets)
        sentence = _("Inget blad har rubriker som går att översätta. Bladen är: {sheets}.")
        raise Refused(sentence.format(sheets=names))
    return max(tried, key=_recognised)


def look_through(found: list[Sheet], mapping: Mapping, definition: Definition) -> Proposal:
    """An answered mapping, with what the sheet has that it says nothing of yet."""
    sheet = next(one for one in found if one.name == mapping.sheet)
    written, _sums = without_sums(written_sheet(sheet, mapping.heading_row))
    return looked_through(written, mapping, definition)


def _may_be_own(sheet: Sheet, wanted: str) -> bool:
    if wanted:
        return sheet.name == wanted
    return table_named(sheet.name) is None and not is_readme(sheet)


def _try(sheet: Sheet, heading_row: int, definition: Definition) -> Proposal | None:
    try:
        written, _sums = without_sums(written_sheet(sheet, heading_row))
    except Refused:
        return None
    return propose_mapping(written, definition, heading_row=heading_row)


def _recognised(proposal: Proposal) -> tuple[int, int]:
    read = len(proposal.mapping.headings)
    return read, -proposal.mapping.heading_row
