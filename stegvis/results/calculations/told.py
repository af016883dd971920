"""What a check found, as it is kept and shown."""

from collections.abc import Iterable, Mapping

import polars as pl

from stegvis.core.values.refusals import Fault, Refused
from stegvis.results.calculations.reading.personal_data import PERSONAL_NUMBER, personal_column
from stegvis.results.values.checked import (
    Excerpt,
    ExcerptRow,
    KeptProposal,
    Told,
    ToldFault,
)
from stegvis.results.values.mapping import Mapping as SheetMapping
from stegvis.results.values.mapping import Proposal
from stegvis.results.values.reading import ROW, ImportResult, Place, Written

MOST_TOLD = 500  # faults: nobody reads more, and the first ones explain the rest
MOST_ROWS = 1_000  # rows shown as they were written: twenty pages


def told_of(result: ImportResult, *, state: str) -> Told:
    """`state` is the state of data that the delivery was compared with."""
    return Told(
        faults=tuple(_told(one, result.places.get(one)) for one in result.faults[:MOST_TOLD]),
        warnings=tuple(str(one) for one in result.warnings[:MOST_TOLD]),
        fault_count=len(result.faults),
        warning_count=len(result.warnings),
        counted=dict(result.counted),
        left_out=dict(result.left_out),
        state=state,
    )


def told_refusal(refused: Refused) -> Told:
    faults = tuple(ToldFault(text=str(fault)) for fault in refused.faults[:MOST_TOLD])
    count = len(refused.faults)
    return Told(sentence=refused.sentence, faults=faults, fault_count=count)


def _told(fault: Fault, place: Place | None) -> ToldFault:
    if place is None:
        return ToldFault(text=str(fault))
    return ToldFault(text=str(fault), sheet=place.sheet, row=place.rows[0])


def excerpt(sheets: Iterable[Written], places: Iterable[Place]) -> Excerpt:
    """The faulty rows as they were written, without columns that tell who somebody is."""
    at_fault: dict[str, dict[int, set[str]]] = {}
    for place in places:
        rows = at_fault.setdefault(place.sheet, {})
        for row in place.rows:
            rows.setdefault(row, set()).add(place.heading)
    found = [row for sheet in sheets for row in _rows(sheet, at_fault.get(sheet.name, {}))]
    return Excerpt(rows=tuple(found[:MOST_ROWS]), left=max(0, len(found) - MOST_ROWS))


def _rows(sheet: Written, marked: Mapping[int, set[str]]) -> list[ExcerptRow]:
    if not marked:
        return []
    faulty = set().union(*marked.values())
    shown = [one for one in sheet.headings if _may_be_shown(sheet.frame[one], one, faulty)]
    frame = sheet.frame.filter(pl.col(ROW).is_in(list(marked))).select(ROW, *shown)
    return [
        ExcerptRow(
            sheet=sheet.name,
            number=number,
            cells=dict(zip(shown, cells, strict=True)),
            marked=tuple(one for one in shown if one in marked[number]),
        )
        for number, *cells in frame.iter_rows()
    ]


def _may_be_shown(texts: pl.Series, heading: str, faulty: set[str]) -> bool:
    kind = personal_column(heading, texts)
    return not kind or (kind != PERSONAL_NUMBER and heading in faulty)


def kept_proposal(proposal: Proposal, headings: str) -> KeptProposal:
    return KeptProposal(
        mapping=proposal.mapping.model_dump(mode="json"),
        doubts=proposal.doubts,
        unread=proposal.unread,
        word_doubts=tuple((*place, why) for place, why in proposal.word_doubts.items()),
        personal_number=proposal.personal_number,
        headings=headings,
        columns=proposal.headings,
        personal=proposal.personal,
    )


def proposal_of(kept: KeptProposal) -> Proposal:
    doubts = {(heading, word): why for heading, word, why in kept.word_doubts}
    mapping = SheetMapping.model_validate(kept.mapping)
    return Proposal(
        mapping,
        kept.doubts,
        kept.unread,
        doubts,
        kept.personal_number,
        headings=kept.columns,
        personal=kept.personal,
    )
