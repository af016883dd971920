"""Change of the same person between the first and the latest measurement."""

from dataclasses import replace
from decimal import ROUND_CEILING
from typing import Any

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
from stegvis.results.calculations.evaluation.populations import left_out
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.calculations.verdicts import exact, reaches, verdict_of, without_noise
from stegvis.results.values.figures import Cell, Figure, Verdict

DAY_ROOM = 10_000_000
SCORE_ROOM = 5_000_000
SCORE_STEPS = 1_000  # scores keep three decimals and stay within ±5 000

MeasuredChange = Change | DomainsImproved


def change(indicator: Change, prepared: Prepared) -> Figure:
    """The mean of a person's items changes by at least `least`, or the mean change of all."""
    if indicator.measure == "mean_change":
        return _mean_change(indicator, prepared)
    return _share_of_measured(indicator, prepared, nw.col("change") >= indicator.least)


def domains_improved(indicator: DomainsImproved, prepared: Prepared) -> Figure:
    return _share_of_measured(indicator, prepared, nw.col("domains") >= indicator.domains)


def _share_of_measured(indicator: MeasuredChange, prepared: Prepared, enough: nw.Expr) -> Figure:
    counts = counted(indicator, prepared, _with_change(indicator, prepared), Asked(enough))
    told = any(one.fulfilled is not None for one in counts)
    state = None if told else _state(indicator, prepared)
    figure = share_figure(indicator, prepared, counts, measured=state is None)
    return _said(figure, indicator, state)


def _said(figure: Figure, indicator: MeasuredChange, state: Verdict | None) -> Figure:
    if state is None or indicator.target is None:
        return figure
    return replace(figure, verdict=state)


def _state(indicator: MeasuredChange, prepared: Prepared) -> Verdict | None:
    """Why no change can be told: nobody was measured, or nobody twice; None when it can."""
    if not prepared.frames.has("measurements"):
        return Verdict.NOT_MEASURED
    changed = ~nw.col("change").is_null()
    found = (
        _changes(indicator, prepared)
        .select(rows=nw.len(), changed=changed.cast(nw.Int64()).sum())
        .pipe(computed)
    )
    if not int(found["rows"][0]):
        return Verdict.NOT_MEASURED
    return None if int(found["changed"][0]) else Verdict.NO_BASELINE


def _with_change(indicator: MeasuredChange, prepared: Prepared) -> Rows:
    rows = population_rows(indicator, prepared)
    return rows.join(_changes(indicator, prepared), on="enrolment", how="left")


def _changes(indicator: MeasuredChange, prepared: Prepared) -> Rows:
    """`change` (mean of the items) and `domains` (items improved enough) of each enrolment rated.

    Both are unknown where no item was rated on two days. Scores are whole thousandths up to the
    one division, so that no noise of floating numbers decides at the border.
    """
    asked = (indicator.instrument, indicator.items, indicator.better, indicator.least)
    return prepared.kept(("changes", *asked), lambda: _each_change(indicator, prepared))


def _each_change(indicator: MeasuredChange, prepared: Prepared) -> Rows:
    if not prepared.frames.has("measurements"):
        nobody, unknown = prepared.frames.table("measurements"), nw.lit(None).cast(nw.Float64())
        return nobody.select("enrolment", change=unknown, domains=unknown)
    moved, twice = nw.col("moved"), nw.col("latest_on") > nw.col("first_on")
    enough = moved >= thousandths(indicator.least)
    summed = (
        _first_and_latest(indicator, prepared)
        .with_columns(twice=twice.cast(nw.Int64()), moved=nw.when(twice).then(moved))
        .with_columns(improved=enough.cast(nw.Int64()))
        .group_by("enrolment", "item")
        .agg(nw.col("twice").sum(), nw.col("moved").sum(), nw.col("improved").max())
        .group_by("enrolment")
        .agg(nw.col("twice").sum(), nw.col("moved").sum(), nw.col("improved").sum())
    )
    items = nw.col("twice")
    return summed.select(
        "enrolment",
        change=nw.when(items > 0).then(moved / (items * SCORE_STEPS)),
        domains=nw.when(items > 0).then(nw.col("improved")),
    )


def thousandths(least: float) -> int:
    """The smallest change in whole thousandths that is at least `least`."""
    return int((exact(least) * SCORE_STEPS).to_integral_value(ROUND_CEILING))


def _first_and_latest(indicator: MeasuredChange, prepared: Prepared) -> Rows:
    """First and latest day of each item and rater, and how far it `moved` between them.

    A rating is only ever compared with an earlier one by the same rater.

    Day and score make one integer, whose minimum and maximum every engine finds alike. Of two
    ratings on one day the lower counts, at both ends.
    """
    score = (nw.col("score") * SCORE_STEPS).round(0).cast(nw.Int64())
    day = nw.col("measured_on") * DAY_ROOM + SCORE_ROOM
    ends = (
        _measurements(indicator, prepared.frames.table("measurements"))
        .select("enrolment", "item", "rater", up=day + score, down=day - score)
        .group_by("enrolment", "item", "rater")
        .agg(nw.col("up").min(), nw.col("down").max())
    )
    risen = 2 * SCORE_ROOM - nw.col("down") % DAY_ROOM - nw.col("up") % DAY_ROOM
    return ends.with_columns(
        first_on=nw.col("up") // DAY_ROOM,
        latest_on=nw.col("down") // DAY_ROOM,
        moved=_turned(risen, indicator, prepared.definition),
    )


def _measurements(indicator: MeasuredChange, rows: Rows) -> Rows:
    wanted = nw.col("instrument") == indicator.instrument
    if indicator.items:
        wanted = wanted & nw.col("item").is_in(list(indicator.items))
    return rows.filter(wanted & ~nw.col("score").is_null())


def _turned(risen: nw.Expr, indicator: MeasuredChange, definition: Definition) -> nw.Expr:
    """The change for the better: downwards where lower is better, by item or for all of them."""
    if indicator.better == "lower":
        return 0 - risen
    lower = [
        item.code
        for instrument in definition.instruments
        if instrument.code == indicator.instrument
        for item in instrument.items
        if item.better == "lower"
    ]
    if not lower:
        return risen
    return nw.when(nw.col("item").is_in(lower)).then(0 - risen).otherwise(risen)


def _mean_change(indicator: Change, prepared: Prepared) -> Figure:
    state = _state(indicator, prepared)
    counted, excluded = _summed_change(indicator, prepared)
    cells = {
        row["gender"] or MISSING: Cell(
            row["total"] / row["n"] if row["n"] else None,
            n=int(row["n"]),
            unknown=int(row["all"] - row["n"]),
        )
        for row in counted
    }
    n = sum(int(row["n"]) for row in counted)
    figure = figure_of(
        indicator,
        prepared,
        value=sum(float(row["total"]) for row in counted) / n if n else None,
        n=n,
        excluded=excluded,
        unknown=sum(int(row["all"]) for row in counted) - n,
        groups={"gender": cells},
        method="mean of paired differences",
    )
    return _said(_judged_mean(figure, indicator), indicator, state)


def _summed_change(
    indicator: Change, prepared: Prepared
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The changes added up for each gender, and how many are left out why."""
    change, scope = nw.col("change"), prepared.scope(indicator)
    found = (
        _with_change(indicator, prepared)
        .with_columns(left_out=left_out(indicator.exclusions, scope))
        .group_by("gender", "left_out")
        .agg(change.sum().alias("total"), change.count().alias("n"), nw.len().alias("all"))
        .pipe(computed)
        .sort("gender", nulls_last=True)
        .rows(named=True)
    )
    excluded = {reason.id: 0 for reason in indicator.exclusions}
    for row in found:
        if row["left_out"] is not None:
            excluded[row["left_out"]] = excluded.get(row["left_out"], 0) + int(row["all"])
    return [row for row in found if row["left_out"] is None], excluded


def _judged_mean(figure: Figure, indicator: Change) -> Figure:
    if indicator.target is None or figure.value is None:
        return figure
    reached = reaches(without_noise(figure.value), indicator.target)
    verdict = verdict_of(reached=reached, n=figure.n or 0, fewest=indicator.fewest)
    return replace(figure, verdict=verdict)
