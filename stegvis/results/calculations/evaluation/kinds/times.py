"""Time to an event for those followed so far, whether or not it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import narwhals as nw

from stegvis.programmes.values.indicators import TimeToEvent
from stegvis.results.calculations.evaluation.expressions import term_expression
from stegvis.results.calculations.evaluation.kinds.blank import figure_of
from stegvis.results.calculations.evaluation.kinds.shares import population_rows
from stegvis.results.calculations.evaluation.populations import left_out, reason_code
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import computed
from stegvis.results.calculations.evaluation.waiting import Waits, curve_of
from stegvis.results.calculations.verdicts import reaches, verdict_of, without_noise
from stegvis.results.values.figures import Cell, Figure, Verdict


def time_to_event(indicator: TimeToEvent, prepared: Prepared) -> Figure:
    scope = prepared.scope(indicator)
    days = {
        "start": term_expression(indicator.start.tree, scope),
        "event": term_expression(indicator.event.tree, scope),
    } | {
        f"other_{code}": term_expression(term.tree, scope)
        for code, term in indicator.competing.items()
    }
    return time_figure(indicator, prepared, days)


def time_figure(indicator: TimeToEvent, prepared: Prepared, days: Mapping[str, nw.Expr]) -> Figure:
    """`days` are those of the start, of the event and of what competes with it (`other_…`)."""
    rows, excluded = _counted(indicator, _rows(indicator, prepared, days))
    waits = Waits.of(rows, tuple(indicator.competing), prepared.frames.cut_off)
    whole = curve_of(waits.all(), indicator)
    by_group = {code: curve_of(some, indicator) for code, some in waits.by_group().items()}
    figure = figure_of(
        indicator,
        prepared,
        value=whole.value,
        k=whole.events,
        n=whole.n,
        excluded=excluded,
        interval=whole.interval,
        points={"all": whole.points},
        groups={
            "gender": {
                code: Cell(curve.value, curve.events, curve.n, interval=curve.interval)
                for code, curve in by_group.items()
            }
        },
        method=whole.method,
    )
    return _judged(figure, indicator)


def _judged(figure: Figure, indicator: TimeToEvent) -> Figure:
    if indicator.target is None:
        return figure
    if figure.value is None:
        few = (figure.n or 0) < indicator.fewest
        return replace(figure, verdict=Verdict.TOO_FEW if few else Verdict.NOT_MEASURED)
    reached = reaches(without_noise(figure.value), indicator.target)
    return replace(
        figure, verdict=verdict_of(reached=reached, n=figure.n or 0, fewest=indicator.fewest)
    )


def _rows(
    indicator: TimeToEvent, prepared: Prepared, days: Mapping[str, nw.Expr]
) -> list[dict[str, Any]]:
    scope = prepared.scope(indicator)
    found = (
        population_rows(indicator, prepared)
        .select(
            "gender",
            left_out=left_out(indicator.exclusions, scope),
            excepted=reason_code(indicator.exceptions, scope),
            **days,
        )
        .filter(~nw.col("start").is_null())
        .pipe(computed)
    )
    return found.rows(named=True)


def _counted(
    indicator: TimeToEvent, rows: Iterable[dict[str, Any]]
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Those who count, and how many are left out why; an exception counts if the event came."""
    excluded = {reason.id: 0 for reason in (*indicator.exclusions, *indicator.exceptions)}
    counted = []
    for row in rows:
        reason = row["left_out"] or (row["excepted"] if row["event"] is None else None)
        if reason is None:
            counted.append(row)
        else:
            excluded[reason] = excluded.get(reason, 0) + 1
    return counted, excluded
