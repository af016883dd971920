"""From written sheets to checked facts: the whole way, without a file."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from stegvis.core.values.periods import day_of
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.checks.delivery import (
    check_delivery,
    refuse_another_programme,
    refuse_unrecognised,
)
from stegvis.results.calculations.checks.every import check_all, without_faults
from stegvis.results.calculations.checks.subject import Subject
from stegvis.results.calculations.reading.assembly import (
    doubts_of,
    faults_of,
    hanging_rows,
    joined,
    left_out,
)
from stegvis.results.calculations.reading.conversion import converted
from stegvis.results.calculations.reading.documented import documented_pieces
from stegvis.results.calculations.reading.own_sheet import (
    own_pieces,
    unmapped_headings,
    without_sums,
)
from stegvis.results.calculations.reading.persons import merged_persons
from stegvis.results.calculations.reading.spreading import Piece
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.mapping import Mapping
from stegvis.results.values.reading import Draft, Finding, ImportResult, Written


@dataclass(frozen=True)
class Delivery:
    """What a file holds: documented sheets, and perhaps one of participants in own words."""

    documented: tuple[Written, ...]
    own: Written | None = None
    mapping: Mapping | None = None
    source: str = ""
    digest: str = ""


def facts_of(delivery: Delivery, definition: Definition) -> ImportResult:
    """Checked facts, with every fault of the run; refused when no figure would mean anything."""
    pieces, warnings = documented_pieces(delivery.documented)
    if delivery.own is not None and delivery.mapping is not None:
        refuse_another_programme(delivery.mapping.programme, definition)
        own, sums = without_sums(delivery.own)
        pieces += own_pieces(own, delivery.mapping, definition)
        warnings += [*unmapped_headings(own, delivery.mapping), *sums]
    drafts, findings = _read(pieces, definition)
    refuse_unrecognised([sheet.name for sheet in delivery.documented], drafts)
    about = drafts.get("about")
    warnings += _about_warnings(delivery, about, definition)
    extracted_on = _extracted_on(about)
    findings += check_all(Subject(_countable(drafts), definition, extracted_on))
    own_sheet = delivery.own.name if delivery.own is not None else ""
    kept = without_faults(drafts, findings, own_sheet=own_sheet)
    by_table, rows = left_out(drafts, kept)
    faults = faults_of([one for one in findings if one.is_fault], drafts)
    doubtful = faults_of(doubts_of(findings, kept), drafts)
    hanging = hanging_rows(findings, by_table, drafts)
    facts = FactSet(
        programme=definition.id,
        tables={name: _facts(draft) for name, draft in _countable(kept).items()},
        extracted_on=extracted_on,
        source=delivery.source,
        digest=delivery.digest,
        rows_left_out=rows,
    )
    counted = {name: draft.frame.height for name, draft in _countable(kept).items()}
    told = (*warnings, *doubtful, *hanging)
    return ImportResult(facts, tuple(faults), told, by_table, counted, faults)


def _read(pieces: list[Piece], definition: Definition) -> tuple[dict[str, Draft], list[Finding]]:
    by_table: dict[str, list[tuple[Draft, list[Finding]]]] = {}
    for piece in pieces:
        typed, found = converted(piece.draft, definition, piece.readers)
        if piece.one_row_an_enrolment and typed.table.name == "persons":
            typed, found = merged_persons(typed, found)
        whole = typed.with_frame(_with_programme(typed, definition))
        by_table.setdefault(typed.table.name, []).append((whole, [*piece.findings, *found]))
    read = {name: joined(parts) for name, parts in by_table.items()}
    findings = [one for _draft, found in read.values() for one in found]
    return {name: draft for name, (draft, _found) in read.items()}, findings


def _with_programme(draft: Draft, definition: Definition) -> pl.DataFrame:
    """An enrolment that names no part is in the programme itself."""
    if draft.table.name != "enrolments":
        return draft.frame
    return draft.frame.with_columns(pl.col("programme").fill_null(definition.id))


def _countable(drafts: dict[str, Draft]) -> dict[str, Draft]:
    return {name: draft for name, draft in drafts.items() if name != "about"}


def _about_warnings(delivery: Delivery, about: Draft | None, definition: Definition) -> list[Fault]:
    """A mapping says which programme it is for, so a sheet of one's own needs no more."""
    if about is None and delivery.own is not None:
        return []
    return check_delivery(about, definition)


def _extracted_on(about: Draft | None) -> date | None:
    if about is None or about.frame.is_empty():
        return None
    day = about.frame["extracted_on"][0]
    return None if day is None else day_of(day)


def _facts(draft: Draft) -> pl.DataFrame:
    return draft.frame.select(draft.table.column_names)
