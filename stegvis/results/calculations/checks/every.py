"""All checks in one run, and what their faults leave out."""

from collections.abc import Iterable, Mapping

import polars as pl

from stegvis.programmes.values.facts import TABLES
from stegvis.results.calculations.checks.amounts import check_magnitude
from stegvis.results.calculations.checks.days import (
    check_after_exit,
    check_after_extraction,
    check_before_enrolment,
    check_order_within_row,
)
from stegvis.results.calculations.checks.decisions import check_decided_period
from stegvis.results.calculations.checks.keys import (
    check_identical_rows,
    check_keys_are_unique,
    check_references,
)
from stegvis.results.calculations.checks.people import (
    check_birth_year,
    check_gender_agrees,
    check_overlaps,
)
from stegvis.results.calculations.checks.scales import (
    check_counts,
    check_instrument_in_use,
    check_items,
    check_scores,
)
from stegvis.results.calculations.checks.subject import Subject
from stegvis.results.values.reading import INDEX, ORIGIN, ROW, Draft, Finding

CHECKS = (
    check_identical_rows,
    check_keys_are_unique,
    check_references,
    check_order_within_row,
    check_before_enrolment,
    check_after_exit,
    check_after_extraction,
    check_overlaps,
    check_birth_year,
    check_gender_agrees,
    check_scores,
    check_items,
    check_instrument_in_use,
    check_counts,
    check_decided_period,
    check_magnitude,
)


def check_all(subject: Subject) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(subject)]


def without_faults(
    drafts: Mapping[str, Draft], findings: Iterable[Finding], *, own_sheet: str = ""
) -> dict[str, Draft]:
    """The rows that may be counted: none at fault, and none that hangs on one at fault.

    A row of the `own_sheet` tells a whole journey, so all of it is left out together.
    """
    at_fault: dict[str, set[int]] = {}
    for finding in findings:
        if finding.is_fault:
            at_fault.setdefault(finding.table, set()).add(finding.index)
    kept = {name: _less(draft, at_fault.get(name, set())) for name, draft in drafts.items()}
    kept = _without_rows(kept, _rows_at_fault(drafts, at_fault, own_sheet), own_sheet)
    if "enrolments" in kept and "exits" in kept:
        kept["enrolments"] = _without_lost_exit(kept["enrolments"], drafts["exits"], kept["exits"])
    for table in TABLES:  # the order in which they refer: persons, enrolments, then the rest
        if table.name in kept:
            kept[table.name] = _without_hanging(kept[table.name], kept)
    return kept


def _rows_at_fault(
    drafts: Mapping[str, Draft], at_fault: Mapping[str, set[int]], sheet: str
) -> set[int]:
    """Rows of the sheet, as it counts them, that any table has found at fault."""
    return {
        row
        for name, places in at_fault.items()
        for row in _of_sheet(drafts[name], sheet).filter(pl.col(INDEX).is_in(list(places)))[ROW]
    }


def _of_sheet(draft: Draft, sheet: str) -> pl.DataFrame:
    origins = [place for place, origin in enumerate(draft.origins) if origin.sheet == sheet]
    return draft.frame.filter(pl.col(ORIGIN).is_in(origins))


def _without_rows(drafts: Mapping[str, Draft], rows: set[int], sheet: str) -> dict[str, Draft]:
    """Persons stay: another row of the sheet may be about the same one."""
    return {
        name: draft if name == "persons" or not rows else _less(draft, _places(draft, rows, sheet))
        for name, draft in drafts.items()
    }


def _places(draft: Draft, rows: set[int], sheet: str) -> set[int]:
    return set(_of_sheet(draft, sheet).filter(pl.col(ROW).is_in(list(rows)))[INDEX])


def _without_lost_exit(enrolments: Draft, before: Draft, after: Draft) -> Draft:
    """Whose exit is left out is neither in nor out, and would be counted as in."""
    lost = set(before.frame["enrolment"]) - set(after.frame["enrolment"])
    known = pl.col("enrolment")
    return enrolments.with_frame(enrolments.frame.filter(known.is_null() | ~known.is_in(lost)))


def _less(draft: Draft, rows: set[int]) -> Draft:
    if not rows:
        return draft
    return draft.with_frame(draft.frame.filter(~pl.col(INDEX).is_in(list(rows))))


def _without_hanging(draft: Draft, kept: Mapping[str, Draft]) -> Draft:
    frame = draft.frame
    for column in draft.table.columns:
        target = kept.get(column.refers_to)
        if target is not None:
            known = target.frame[target.table.key[0]].implode()
            value = pl.col(column.name)
            frame = frame.filter(value.is_null() | value.is_in(known))
    return draft.with_frame(frame)
