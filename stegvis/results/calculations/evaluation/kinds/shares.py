"""Shares of a population: those who fulfil a condition, or who got there in time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import narwhals as nw

from stegvis.programmes.values.conditions import Span
from stegvis.programmes.values.indicators import AnyIndicator, Conversion, Share, Unknown
from stegvis.results.calculations.evaluation.deadlines import column_of, deadline, with_deadline
from stegvis.results.calculations.evaluation.expressions import (
    condition_expression,
    term_expression,
)
from stegvis.results.calculations.evaluation.kinds.blank import figure_of, groups_of
from stegvis.results.calculations.evaluation.populations import (
    cohort,
    left_out,
    reason_code,
)
from stegvis.results.calculations.evaluation.prepared import Prepared, instrument_of
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.sources import ever_recorded
from stegvis.results.calculations.evaluation.tallies import Count, Sum, add_up, by_group, tally
from stegvis.results.calculations.verdicts import (
    exact,
    lacking,
    reaches,
    scaled,
    share_reaches,
    verdict_of,
    verdict_of_parts,
)
from stegvis.results.values.figures import Cell, Figure, Verdict


@dataclass(frozen=True)
class Asked:
    """What each row answers: yes, no or unknown; where `due` is false it is not yet to be told."""

    fulfilled: nw.Expr
    due: nw.Expr | None = None


def population_rows(indicator: AnyIndicator, prepared: Prepared) -> Rows:
    """The rows of the figure's population, before exclusions."""
    rows = prepared.let_in(indicator.unit, indicator.population)
    scope = prepared.scope(indicator)
    return cohort(rows, indicator.denominator, scope, instrument_of(indicator))


def counted(indicator: AnyIndicator, prepared: Prepared, rows: Rows, asked: Asked) -> list[Count]:
    scope = prepared.scope(indicator)
    answers = {"fulfilled": asked.fulfilled}
    if asked.due is not None:
        answers["due"] = asked.due
    if indicator.exclusions or indicator.population.where is not None:
        answers["left_out"] = left_out(indicator.exclusions, scope)
    if indicator.exceptions:
        answers["excepted"] = reason_code(indicator.exceptions, scope)
    return tally(rows, groups_of(indicator, prepared), answers)


def share_figure(
    indicator: AnyIndicator, prepared: Prepared, counts: Sequence[Count], *, measured: bool = True
) -> Figure:
    reasons = [reason.id for reason in (*indicator.exclusions, *indicator.exceptions)]
    whole = add_up(counts, indicator.unknown, reasons)
    measured = measured and not whole.is_all_unknown
    groups = groups_of(indicator, prepared)
    cells: dict[str, dict[str, Cell]] = {
        group: {
            code: add_up(members, indicator.unknown, reasons).as_cell(measured=measured)
            for code, members in by_group(counts, position).items()
        }
        for position, group in enumerate(groups)
    }
    return figure_of(
        indicator,
        prepared,
        value=whole.value if measured else None,
        k=whole.k if measured else None,
        n=whole.n,
        excluded=whole.excluded,
        unknown=whole.unknown if measured else whole.everyone,
        not_yet_due=whole.not_yet_due,
        bounds=whole.bounds if measured else None,
        interval=whole.interval if measured else None,
        groups=cells,
        missing=_missing(whole, indicator) if measured else None,
        verdict=_verdict(whole, indicator, measured=measured),
    )


def _missing(whole: Sum, indicator: AnyIndicator) -> float | None:
    if indicator.target is None or whole.value is None:
        return None
    return lacking(whole.k, scaled(indicator.target, whole.n))


def _verdict(whole: Sum, indicator: AnyIndicator, *, measured: bool) -> Verdict:
    target = indicator.target
    if target is None:
        return Verdict.NONE
    if not measured:
        return Verdict.NOT_MEASURED
    if whole.value is None and whole.bounds and indicator.unknown is Unknown.BOUNDS:
        ends = {reaches(exact(bound), target) for bound in whole.bounds}
        if len(ends) > 1:
            return Verdict.NOT_MEASURED
        return verdict_of(reached=ends.pop(), n=whole.n, fewest=indicator.fewest)
    reached = share_reaches(whole.k, whole.n, target)
    return verdict_of(reached=reached, n=whole.n, fewest=indicator.fewest)


def share(indicator: Share, prepared: Prepared) -> Figure:
    rows = population_rows(indicator, prepared)
    scope = prepared.scope(indicator)
    numerator = condition_expression(indicator.numerator.tree, scope)
    counts = counted(indicator, prepared, rows, Asked(numerator))
    measured = ever_recorded([indicator.numerator.tree], prepared.frames)
    figure = share_figure(indicator, prepared, counts, measured=measured)
    return _with_parts(figure, indicator, prepared) if indicator.sub_criteria else figure


def _with_parts(figure: Figure, indicator: Share, prepared: Prepared) -> Figure:
    parts = tuple(
        share(
            indicator.model_copy(
                update={
                    "id": f"{indicator.id}-{part.id.replace('_', '-')}",
                    "text": part.name,
                    "numerator": part.numerator,
                    "target": part.target,
                    "sub_criteria": (),
                }
            ),
            prepared,
        )
        for part in indicator.sub_criteria
    )
    return replace(figure, parts=parts, verdict=verdict_of_parts([part.verdict for part in parts]))


def conversion(indicator: Conversion, prepared: Prepared) -> Figure:
    """Only those whose time has run out are counted, whether they got there early or not.

    Counting the early ones of a time that is still running would flatter the share. Where the
    start is not known, nobody knows whether it was in time.
    """
    rows = population_rows(indicator, prepared)
    scope = prepared.scope(indicator)
    start = term_expression(indicator.start.tree, scope)
    event = term_expression(indicator.event.tree, scope)
    if indicator.span is Span.MONTHS:
        rows = with_deadline(rows, column_of(indicator.start.tree, scope), indicator.within)
    last = deadline(indicator.start.tree, indicator.within, indicator.span, scope)
    in_time = ((event >= start) & (event <= last)).fill_null(value=False)
    due = (last <= prepared.frames.cut_off).fill_null(value=True)
    told = Asked(nw.when(~start.is_null()).then(in_time), due)
    counts = counted(indicator, prepared, rows, told)
    measured = ever_recorded([indicator.event.tree], prepared.frames)
    return share_figure(indicator, prepared, counts, measured=measured)
