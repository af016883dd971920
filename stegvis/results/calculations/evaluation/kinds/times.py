"""Time to an event for those followed so far, whether or not it has come."""

from dataclasses import replace

import narwhals as nw

from stegvis.programmes.values.indicators import TimeToEvent
from stegvis.results.calculations.evaluation.expressions import term_expression
from stegvis.results.calculations.evaluation.kinds.blank import figure_of
from stegvis.results.calculations.evaluation.kinds.shares import population_rows
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import computed
from stegvis.results.calculations.evaluation.waiting import Waits, curve_of
from stegvis.results.calculations.verdicts import reaches, verdict_of, without_noise
from stegvis.results.values.figures import Cell, Figure, Verdict


def time_to_event(indicator: TimeToEvent, prepared: Prepared) -> Figure:
    waits = _waits(indicator, prepared)
    whole = curve_of(waits.all(), indicator)
    figure = figure_of(
        indicator,
        prepared,
        value=whole.value,
        k=whole.events,
        n=whole.n,
        interval=whole.interval,
        points={"all": whole.points},
        groups={
            "gender": {
                code: Cell(curve.value, curve.events, curve.n, interval=curve.interval)
                for code, curve in (
                    (code, curve_of(some, indicator)) for code, some in waits.by_group().items()
                )
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


def _waits(indicator: TimeToEvent, prepared: Prepared) -> Waits:
    """Days from the start to the first of event, competing event, exit or cut-off."""
    rows = population_rows(indicator, prepared)
    scope = prepared.scope(indicator)
    columns = {
        "start": term_expression(indicator.start.tree, scope),
        "event": term_expression(indicator.event.tree, scope),
    } | {
        f"other_{code}": term_expression(term.tree, scope)
        for code, term in indicator.competing.items()
    }
    found = (
        rows.filter(nw.col("belongs"))
        .select("gender", **columns)
        .filter(~nw.col("start").is_null())
        .pipe(computed)
    )
    return Waits.of(found.rows(named=True), tuple(indicator.competing), prepared.frames.cut_off)
