"""Drafts put together, and findings told as faults with sheet, row and column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.facts import TABLES
from stegvis.results.calculations.reading.words import listed
from stegvis.results.values.reading import INDEX, ORIGIN, ROW, Draft, Finding, Place

ROWS_NAMED = 5  # a reader finds the rest by mending the first ones
ORDER = {table.name: place for place, table in enumerate(TABLES)}


def joined(
    pieces: Sequence[tuple[Draft, list[Finding]]],
) -> tuple[Draft, list[Finding]]:
    """Pieces of one table as one draft; rows are renumbered, and findings with them."""
    if len(pieces) == 1:
        return pieces[0]
    frames, findings = [], []
    height, origins = 0, 0
    for draft, found in pieces:
        shifted = draft.frame.with_columns(
            (pl.col(INDEX) + height).cast(pl.UInt32), (pl.col(ORIGIN) + origins).cast(pl.UInt16)
        )
        frames.append(shifted)
        findings += [replace(one, index=one.index + height) for one in found]
        origins += len(draft.origins)
        height += draft.frame.height
    first = pieces[0][0]
    every = tuple(origin for draft, _found in pieces for origin in draft.origins)
    return Draft(first.table, pl.concat(frames), every), findings


def faults_of(findings: Sequence[Finding], drafts: Mapping[str, Draft]) -> dict[Fault, Place]:
    """One fault for the same thing in the same column, with the rows where it stands.

    A column of somebody's own sheet may feed several tables and is still told of once.
    """
    told_of = {one.table for one in findings}
    places = {name: drafts[name].frame.select(ROW, ORIGIN).rows() for name in told_of}
    rows: dict[tuple[str, str, str, str, str], list[tuple[int, int]]] = {}
    for one in sorted(findings, key=lambda finding: ORDER[finding.table]):
        row, origin = places[one.table][one.index]
        place = drafts[one.table].origins[origin]
        key = (place.sheet, place.heading(one.column), one.what, one.read, one.expected)
        rows.setdefault(key, []).append((ORDER[one.table], row))
    told = []
    for (sheet, heading, what, read, expected), found in rows.items():
        place = Place(sheet, heading, tuple(sorted({row for _table, row in found})))
        told.append((min(found), Fault(_where(place), what, read, expected), place))
    return {fault: place for _order, fault, place in sorted(told, key=lambda one: one[0])}


def _where(place: Place) -> str:
    sentence = (
        _("blad {sheet}, rad {rows}, kolumn {heading}")
        if place.heading
        else _("blad {sheet}, rad {rows}")
    )
    rows = listed(map(str, place.rows), ROWS_NAMED)
    return sentence.format(sheet=place.sheet, rows=rows, heading=place.heading)


def doubts_of(findings: Iterable[Finding], kept: Mapping[str, Draft]) -> list[Finding]:
    """Warnings of rows that are counted; of one left out only its fault is worth telling."""
    doubts = [one for one in findings if not one.is_fault]
    counted = {name: set(kept[name].frame[INDEX]) for name in {one.table for one in doubts}}
    return [one for one in doubts if one.index in counted[one.table]]


def left_out(before: Mapping[str, Draft], after: Mapping[str, Draft]) -> tuple[dict[str, int], int]:
    """By table how many of our rows, and in all how many rows of the sheets."""
    by_table: dict[str, int] = {}
    sheet_rows: set[tuple[str, int]] = set()
    for name, draft in before.items():
        gone = draft.frame.join(after[name].frame.select(INDEX), on=INDEX, how="anti")
        if gone.height:
            by_table[name] = gone.height
            pairs = gone.select(ORIGIN, ROW).rows()
            sheet_rows |= {(draft.origins[origin].sheet, row) for origin, row in pairs}
    return by_table, len(sheet_rows)


def hanging_rows(
    findings: Iterable[Finding], by_table: Mapping[str, int], drafts: Mapping[str, Draft]
) -> list[Fault]:
    """What is said of rows that have no fault themselves but belong to one that has."""
    at_fault: dict[str, set[int]] = {}
    for one in findings:
        if one.is_fault:
            at_fault.setdefault(one.table, set()).add(one.index)
    told = []
    for name, count in by_table.items():
        hanging = count - len(at_fault.get(name, ()))
        if hanging:
            what = ngettext(
                "{count} rad hör till en rad som lämnats utanför och är inte med.",
                "{count} rader hör till rader som lämnats utanför och är inte med.",
                hanging,
            )
            told.append(Fault(_(drafts[name].table.title), what.format(count=hanging)))
    return told
