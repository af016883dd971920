"""The goals of `evaluation_data` written by hand for Polars: what Narwhals and the data cost us.

Written as somebody who knows Polars would write it for these very goals, and nothing else: no
engine but Polars, no definition to read, no not-measured, no verdicts.
"""

from collections.abc import Mapping

import polars as pl

from bench.evaluation_data import FIRST, LAST
from stegvis.core.values.periods import day_number

CUT_OFF = day_number(LAST)
STEPS, ROOM = 1_000, 1_000_000  # scores as thousandths, and room for them beside a day

Counts = dict[str, tuple[int, ...]]
"""By gender ("" is missing) k and n; under ALL what is unknown, not yet due and left out."""

ALL = "all"
LEFT = ("unknown", "not_yet_due", "deceased")


def by_hand(tables: Mapping[str, pl.LazyFrame]) -> dict[str, Counts]:
    enrolments = _journeys(tables).collect().lazy()
    persons = _latest(enrolments).collect().lazy()
    asked = {
        "work-or-studies": _work_or_studies(persons),
        "joint-plan": _k_of_n(persons.filter(pl.col("exited_on").is_not_null()), "joint"),
        "plan-in-time": _plan_in_time(persons),
        "measured": _k_of_n(persons, "measured"),
        "progression": _k_of_n(_twice(persons), pl.col("change") >= 1),
        "two-domains": _k_of_n(_twice(persons), pl.col("domains") >= 2),  # noqa: PLR2004 - the goal
        "participants": persons.group_by("gender").agg(k=pl.len()),
        "seats": _seat_days(enrolments),
    }
    found = pl.collect_all(list(asked.values()))
    return {goal: _counts(frame) for goal, frame in zip(asked, found, strict=True)}


def _counts(frame: pl.DataFrame) -> Counts:
    rows = frame.to_dicts()
    counts: Counts = {row["gender"] or "": (int(row["k"]), int(row.get("n", 0))) for row in rows}
    if "n" in frame.columns:
        counts[ALL] = tuple(sum(int(row.get(name, 0)) for row in rows) for name in LEFT)
    return counts


def _journeys(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    """One row per enrolment, with what all the goals need to know of it."""
    exits = tables["exits"].filter(pl.col("exited_on") <= CUT_OFF)
    led_to = tables["destinations"].filter(
        pl.col("moment") == "exit", pl.col("known_on") <= CUT_OFF
    )
    plans = (
        tables["plans"]
        .filter(pl.col("established_on") <= CUT_OFF)
        .group_by("enrolment")
        .agg(
            planned_on=pl.col("established_on").min(),
            joint=pl.col("plan_kind").is_in(["joint_plan", "sip"]).any(),
        )
    )
    return (
        tables["enrolments"]
        .filter(pl.col("enrolled_on") <= CUT_OFF)
        .select("enrolment", "person", "enrolled_on")
        .join(tables["persons"].select("person", "gender"), on="person", how="left")
        .join(exits.select("enrolment", "exited_on", "exit_reason"), on="enrolment", how="left")
        .join(led_to.select("enrolment", "destination"), on="enrolment", how="left")
        .join(plans, on="enrolment", how="left")
        .join(_changes(tables["measurements"]), on="enrolment", how="left")
        .with_columns(
            pl.col("joint").fill_null(value=False), measured=pl.col("first_on").is_not_null()
        )
    )


def _changes(measurements: pl.LazyFrame) -> pl.LazyFrame:
    """First against latest rating of each item, added up for each enrolment.

    Day and score in one integer: to look for the day inside each group takes four times as long.
    """
    day = pl.col("measured_on").cast(pl.Int64) * ROOM
    score = (pl.col("score") * STEPS).round().cast(pl.Int64)
    higher = (ROOM - pl.col("latest") % ROOM) - pl.col("first") % ROOM
    return (
        measurements.filter(pl.col("instrument") == "ladder", pl.col("measured_on") <= CUT_OFF)
        .select("enrolment", "item", first=day + score, latest=day + ROOM - score)
        .group_by("enrolment", "item")
        .agg(pl.col("first").min(), pl.col("latest").max())
        .with_columns(first_on=pl.col("first") // ROOM, latest_on=pl.col("latest") // ROOM)
        .with_columns(moved=pl.when(pl.col("item") == "worry").then(-higher).otherwise(higher))
        .with_columns(moved=pl.when(pl.col("latest_on") > pl.col("first_on")).then("moved"))
        .group_by("enrolment")
        .agg(
            first_on=pl.col("first_on").min(),
            latest_on=pl.col("latest_on").max(),
            change=pl.col("moved").sum() / (pl.col("moved").count() * STEPS),
            domains=(pl.col("moved") >= STEPS).sum(),
        )
    )


def _latest(enrolments: pl.LazyFrame) -> pl.LazyFrame:
    day, key = pl.col("enrolled_on"), pl.col("enrolment")
    latest = enrolments.filter(day == day.max().over("person"))
    return latest.filter((pl.len().over("person") == 1) | (key == key.max().over("person")))


def _k_of_n(rows: pl.LazyFrame, fulfilled: str | pl.Expr) -> pl.LazyFrame:
    reached = pl.col(fulfilled) if isinstance(fulfilled, str) else fulfilled
    return rows.group_by("gender").agg(k=reached.sum(), n=pl.len())


def _work_or_studies(persons: pl.LazyFrame) -> pl.LazyFrame:
    deceased = (pl.col("exit_reason") == "deceased").fill_null(value=False)
    reached = pl.col("destination").is_in(["work", "studies"])
    return (
        persons.filter(pl.col("exited_on").is_not_null())
        .group_by("gender")
        .agg(
            k=(reached & ~deceased).sum(),
            n=(~deceased).sum(),
            unknown=(reached.is_null() & ~deceased).sum(),
            deceased=deceased.sum(),
        )
    )


def _plan_in_time(persons: pl.LazyFrame) -> pl.LazyFrame:
    enrolled, planned = pl.col("enrolled_on"), pl.col("planned_on")
    last = enrolled.cast(pl.Date).dt.offset_by("2mo").cast(pl.Int32)
    in_time = ((planned >= enrolled) & (planned <= last)).fill_null(value=False)
    due = last <= CUT_OFF
    return persons.group_by("gender").agg(
        k=(in_time & due).sum(), n=due.sum(), not_yet_due=(~due).sum()
    )


def _twice(persons: pl.LazyFrame) -> pl.LazyFrame:
    return persons.filter(pl.col("latest_on") > pl.col("first_on"))


def _seat_days(enrolments: pl.LazyFrame) -> pl.LazyFrame:
    first = day_number(FIRST)
    until = pl.col("exited_on").fill_null(CUT_OFF + 1).clip(upper_bound=CUT_OFF + 1)
    since = pl.col("enrolled_on").clip(lower_bound=first)
    taken = (until - since).clip(lower_bound=0).cast(pl.Int64)
    return enrolments.group_by("gender").agg(k=taken.sum())
