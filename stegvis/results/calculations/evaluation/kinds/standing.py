"""How many are enrolled at once: an average over days, never a number of persons in all."""

from dataclasses import replace

import narwhals as nw

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import StandingVolume
from stegvis.results.calculations.evaluation.kinds.blank import figure_of
from stegvis.results.calculations.evaluation.kinds.shares import population_rows
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.verdicts import exact, lacking, reaches
from stegvis.results.values.figures import Cell, Figure, Verdict


def standing_volume(indicator: StandingVolume, prepared: Prepared) -> Figure:
    """A seat is taken from the day of enrolment up to, not including, the day of exit.

    The window says which days are looked at; who stood there before it began counts too.
    """
    everyone = indicator.population.model_copy(update={"window": None})
    each = indicator.model_copy(update={"unit": Unit.ENROLMENT, "population": everyone})
    rows = population_rows(each, prepared)
    first, last = window(indicator, prepared)
    if last < first:
        return _judged(figure_of(indicator, prepared))
    by_gender = occupied(rows, first, last)
    days = last - first + 1
    value = sum(by_gender.values()) / days if by_gender else None
    figure = figure_of(
        indicator,
        prepared,
        value=value,
        groups={"gender": {code: Cell(taken / days) for code, taken in by_gender.items()}},
        method="mean_of_days" if indicator.measure == "mean" else "at_cut_off",
    )
    return _judged(figure)


def window(indicator: StandingVolume, prepared: Prepared) -> tuple[int, int]:
    """First and last day: the population's window or the decided period, up to the cut-off."""
    cut_off = prepared.frames.cut_off
    if indicator.measure == "at_cut_off":
        return cut_off, cut_off
    given = indicator.population.window
    begins = [day for day in (given and given.first, prepared.frames.since) if day]
    first = max(begins, default=prepared.definition.first_day)
    last = (given and given.last) or prepared.definition.last_day
    return (
        cut_off if first is None else day_number(first),
        cut_off if last is None else min(cut_off, day_number(last)),
    )


def occupied(rows: Rows, first: int, last: int) -> dict[str, int]:
    """Seat days taken between two days, both included, by gender."""
    until = nw.col("exited_on").fill_null(last + 1).clip(upper_bound=last + 1)
    since = nw.col("enrolled_on").clip(lower_bound=first)
    taken = (until - since).clip(lower_bound=0)
    found = rows.with_columns(taken=taken).group_by("gender").agg(nw.col("taken").sum())
    return {
        row["gender"] or "": int(row["taken"])
        for row in found.pipe(computed).sort("gender").iter_rows(named=True)
    }


def _judged(figure: Figure) -> Figure:
    if figure.target is None:
        return figure
    if figure.value is None:
        return replace(figure, verdict=Verdict.NOT_MEASURED)
    reached = reaches(exact(figure.value), figure.target)
    verdict = Verdict.REACHED if reached else Verdict.NOT_REACHED
    return replace(figure, verdict=verdict, missing=lacking(figure.value, figure.target))
