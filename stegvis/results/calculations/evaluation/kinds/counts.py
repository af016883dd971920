"""Numbers of persons, places, certificates …: whole units, never shares."""

from dataclasses import replace

import narwhals as nw

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.indicators import Count
from stegvis.results.calculations.evaluation.expressions import condition_expression
from stegvis.results.calculations.evaluation.kinds.blank import figure_of, groups_of
from stegvis.results.calculations.evaluation.kinds.shares import Asked, counted, population_rows
from stegvis.results.calculations.evaluation.populations import base_table
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.evaluation.sources import ever_recorded, rows_on_record
from stegvis.results.calculations.evaluation.tallies import MISSING, add_up, by_group
from stegvis.results.calculations.verdicts import (
    exact,
    lacking,
    reaches,
    verdict_within,
)
from stegvis.results.values.figures import Cell, Figure, Verdict

Range = tuple[int, int]


def count(indicator: Count, prepared: Prepared) -> Figure:
    if base_table(indicator.unit) == "volumes":
        return _approximate(indicator, prepared)
    rows = population_rows(indicator, prepared)
    scope = prepared.scope(indicator)
    wanted = nw.lit(value=True)
    if indicator.numerator is not None:
        wanted = condition_expression(indicator.numerator.tree, scope)
    counts = counted(indicator, prepared, rows, Asked(wanted))
    reasons = [reason.id for reason in (*indicator.exclusions, *indicator.exceptions)]
    whole = add_up(counts, indicator.unknown, reasons)
    groups = {
        group: {
            code: Cell(members.k, members.k, unknown=members.unknown, excluded=members.excluded)
            for code, members in (
                (code, add_up(some, indicator.unknown, reasons))
                for code, some in by_group(counts, position).items()
            )
        }
        for position, group in enumerate(groups_of(indicator, prepared))
    }
    figure = figure_of(
        indicator,
        prepared,
        value=whole.k,
        k=whole.k,
        excluded=whole.excluded,
        unknown=whole.unknown,
        bounds=(whole.k, whole.k + whole.unknown),
        groups=groups,
    )
    return _judged(figure, indicator, prepared)


def _judged(figure: Figure, indicator: Count, prepared: Prepared) -> Figure:
    if not _on_record(indicator, prepared):
        told = indicator.target is None or not prepared.frames.facts.tables
        verdict = Verdict.NOT_MEASURED if indicator.target else Verdict.NONE
        return replace(figure if told else _unmeasured(figure), verdict=verdict)
    if indicator.target is None or figure.value is None:
        return figure
    reached = reaches(exact(figure.value), indicator.target)
    verdict = Verdict.REACHED if reached else Verdict.NOT_REACHED
    return replace(figure, verdict=verdict, missing=lacking(figure.value, indicator.target))


def _on_record(indicator: Count, prepared: Prepared) -> bool:
    numerator = indicator.numerator.tree if indicator.numerator else None
    rows = rows_on_record(base_table(indicator.unit), numerator, prepared.frames)
    return bool(rows) and ever_recorded([numerator], prepared.frames)


def _unmeasured(figure: Figure) -> Figure:
    groups = {name: dict.fromkeys(cells, Cell(None)) for name, cells in figure.groups.items()}
    return replace(figure, value=None, k=None, bounds=None, groups=groups)


def _approximate(indicator: Count, prepared: Prepared) -> Figure:
    """Volumes may be ranges ("ungefär tusen"): then bounds are known, and no single value."""
    rows = population_rows(indicator, prepared)
    scope = prepared.scope(indicator)
    if indicator.numerator is not None:
        rows = rows.filter(condition_expression(indicator.numerator.tree, scope))
    summed = _sums(rows, "gender")
    low, high = sum(one[0] for one in summed.values()), sum(one[1] for one in summed.values())
    exactly = low if low == high else None
    verdict = Verdict.NONE
    if indicator.target is not None:
        verdict = verdict_within((low, high), indicator.target) if summed else Verdict.NOT_MEASURED
    return figure_of(
        indicator,
        prepared,
        value=exactly if summed else None,
        k=exactly if summed else None,
        bounds=(low, high) if summed else None,
        groups={"gender": {code: _cell(span) for code, span in sorted(summed.items())}},
        verdict=verdict,
        missing=lacking(low, indicator.target) if indicator.target and summed else None,
        notes=() if low == high else (_about(low, high),),
    )


def _about(low: int, high: int) -> str:
    sentence = _("Ungefärligt antal: minst {low}, högst {high}.")
    return sentence.format(low=number(low), high=number(high))


def _cell(span: Range) -> Cell:
    value = span[0] if span[0] == span[1] else None
    return Cell(value, value)


def _sums(rows: Rows, group: str) -> dict[str, Range]:
    high = nw.when(nw.col("high").is_null()).then(nw.col("low")).otherwise(nw.col("high"))
    found = (
        rows.with_columns(high=high)
        .group_by(group)
        .agg(nw.col("low").sum(), nw.col("high").sum())
        .pipe(computed)
    )
    return {
        MISSING if row[group] is None else row[group]: (int(row["low"]), int(row["high"]))
        for row in found.iter_rows(named=True)
    }
