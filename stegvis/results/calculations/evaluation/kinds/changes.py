"""Change of the same person between the first and the latest measurement."""

from dataclasses import replace

import narwhals as nw

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import Change, DomainsImproved
from stegvis.results.calculations.evaluation.kinds.blank import figure_of
from stegvis.results.calculations.evaluation.kinds.shares import (
    Asked,
    counted,
    population_rows,
    share_figure,
)
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.calculations.evaluation.verdicts import exact, reaches, verdict_of
from stegvis.results.values.figures import Cell, Figure, Verdict

DAY_ROOM = 10_000_000
SCORE_ROOM = 5_000_000
SCORE_STEPS = 1_000  # scores keep three decimals and stay within ±5 000

MeasuredChange = Change | DomainsImproved


def change(indicator: Change, prepared: Prepared) -> Figure:
    """The mean of a person's items changes by at least `least`, or the mean change of all."""
    rows = _with_change(indicator, prepared)
    if indicator.measure == "mean_change":
        return _mean_change(indicator, prepared, rows)
    enough = nw.col("change") >= indicator.least
    return _share_of_measured(indicator, prepared, rows, enough)


def domains_improved(indicator: DomainsImproved, prepared: Prepared) -> Figure:
    rows = _with_change(indicator, prepared)
    enough = nw.col("domains") >= indicator.domains
    return _share_of_measured(indicator, prepared, rows, enough)


def _share_of_measured(
    indicator: MeasuredChange, prepared: Prepared, rows: Rows, enough: nw.Expr
) -> Figure:
    counts = counted(indicator, prepared, rows, Asked(enough))
    state = _state(indicator, prepared)
    figure = share_figure(indicator, prepared, counts, measured=state is None)
    return _said(figure, indicator, state)


def _said(figure: Figure, indicator: MeasuredChange, state: Verdict | None) -> Figure:
    if state is None or indicator.target is None:
        return figure
    return replace(figure, verdict=state)


def _state(indicator: MeasuredChange, prepared: Prepared) -> Verdict | None:
    """Why no change can be told: nobody was measured, or nobody twice; None when it can."""
    measured = _measurements(indicator, prepared.frames.table("measurements"))
    found = measured.select(
        rows=nw.len(), first=nw.col("measured_on").min(), latest=nw.col("measured_on").max()
    ).collect("polars")
    if not int(found["rows"][0]):
        return Verdict.NOT_MEASURED
    pairs = _first_and_latest(indicator, prepared.definition, measured)
    twice = pairs.filter(nw.col("latest_on") > nw.col("first_on")).select(nw.len())
    return None if int(twice.collect("polars").item()) else Verdict.NO_BASELINE


def _measurements(indicator: MeasuredChange, rows: Rows) -> Rows:
    wanted = nw.col("instrument") == indicator.instrument
    if indicator.items:
        wanted = wanted & nw.col("item").is_in(list(indicator.items))
    return rows.filter(wanted & ~nw.col("score").is_null())


def _with_change(indicator: MeasuredChange, prepared: Prepared) -> Rows:
    """Population rows with `change` (mean of the items) and `domains` (items improved enough)."""
    rows = population_rows(indicator, prepared)
    measured = _measurements(indicator, prepared.frames.table("measurements"))
    pairs = _first_and_latest(indicator, prepared.definition, measured)
    moved = pairs.filter(nw.col("latest_on") > nw.col("first_on"))
    per_person = (
        moved.with_columns(improved=(nw.col("moved") >= indicator.least).cast(nw.Int64()))
        .group_by("enrolment")
        .agg(nw.col("moved").mean().alias("change"), nw.col("improved").sum().alias("domains"))
    )
    return rows.join(per_person, on="enrolment", how="left")


def _first_and_latest(indicator: MeasuredChange, definition: Definition, measured: Rows) -> Rows:
    """First and latest score of each item, found by encoded minimum and maximum.

    Day and score make one integer, which every engine orders alike. Of two ratings on one day
    the lower counts, at both ends.
    """
    score = (nw.col("score") * SCORE_STEPS).round(0).cast(nw.Int64())
    day = nw.col("measured_on").cast(nw.Int64()) * DAY_ROOM
    ends = (
        measured.with_columns(up=day + SCORE_ROOM + score, down=day + SCORE_ROOM - score)
        .group_by("enrolment", "item")
        .agg(nw.col("up").min(), nw.col("down").max())
    )
    first = nw.col("up") % DAY_ROOM - SCORE_ROOM
    latest = SCORE_ROOM - nw.col("down") % DAY_ROOM
    sign = _sign(indicator, definition)
    return ends.with_columns(
        first_on=nw.col("up") // DAY_ROOM,
        latest_on=nw.col("down") // DAY_ROOM,
        moved=(latest - first) / SCORE_STEPS * sign,
    )


def _sign(indicator: MeasuredChange, definition: Definition) -> nw.Expr:
    """+1 where higher is better, −1 where lower is: by item, else by the indicator."""
    overall = 1 if indicator.better == "higher" else -1
    turned = [
        item.code
        for instrument in definition.instruments
        if instrument.code == indicator.instrument
        for item in instrument.items
        if item.better == "lower"
    ]
    if not turned or overall < 0:
        return nw.lit(overall)
    return nw.when(nw.col("item").is_in(turned)).then(nw.lit(-1)).otherwise(nw.lit(1))


def _mean_change(indicator: Change, prepared: Prepared, rows: Rows) -> Figure:
    state = _state(indicator, prepared)
    found = (
        rows.filter(nw.col("belongs"))
        .group_by("gender")
        .agg(
            nw.col("change").sum().alias("total"),
            nw.col("change").count().alias("n"),
            nw.len().alias("all"),
        )
        .collect("polars")
    )
    cells = {
        row["gender"] or MISSING: Cell(
            row["total"] / row["n"] if row["n"] else None,
            n=int(row["n"]),
            unknown=int(row["all"] - row["n"]),
        )
        for row in found.sort("gender").iter_rows(named=True)
    }
    n = int(found["n"].sum())
    figure = figure_of(
        indicator,
        prepared,
        value=float(found["total"].sum()) / n if n else None,
        n=n,
        unknown=int(found["all"].sum()) - n,
        groups={"gender": cells},
        method="mean of paired differences",
    )
    return _said(_judged_mean(figure, indicator), indicator, state)


def _judged_mean(figure: Figure, indicator: Change) -> Figure:
    if indicator.target is None or figure.value is None:
        return figure
    reached = reaches(exact(figure.value), indicator.target)
    verdict = verdict_of(reached=reached, n=figure.n or 0, fewest=indicator.fewest)
    return replace(figure, verdict=verdict)
