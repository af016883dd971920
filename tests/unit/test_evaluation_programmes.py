"""A delivery may hold several programmes; each counts its own."""

from dataclasses import replace
from datetime import date

import polars as pl

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation import goal_table
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.values.figures import Verdict
from tests.journeys import CUT_OFF, defined, enrolled, exited, facts, goal

PART = {"id": "delen", "name": "Delen", "part_of": "provet"}
THEIRS = {"programme": "delen"}
MEASURED = goal(denominator="enrolled", numerator="has(measurements where instrument = ladder)")

COUNTED = goal(kind="count", denominator="none", numerator=None)


def rated(enrolment):
    return {"enrolment": enrolment, "instrument": "ladder", "measured_on": date(2022, 2, 1)}


def frames(*journeys, as_of=CUT_OFF, **changed):
    return Frames(facts(*journeys), defined(**changed), day_number(as_of))


def test_the_whole_counts_what_names_no_programme_and_a_part_does_not():
    nameless = facts(enrolled(), enrolled(**THEIRS), enrolled(programme=""))
    told = nameless.tables["enrolments"].with_columns(pl.col("programme").replace("", None))
    rows = replace(nameless, tables={**nameless.tables, "enrolments": told})

    assert goal_table(defined(COUNTED), rows, as_of=CUT_OFF)[0].k == 2
    assert goal_table(defined(COUNTED, **PART), rows, as_of=CUT_OFF)[0].k == 1


def test_what_was_measured_in_another_programme_measures_nothing_here():
    mine, theirs = enrolled(), enrolled(**THEIRS)
    rows = facts(mine, theirs, measurements=[rated(2)])

    assert goal_table(defined(MEASURED), rows, as_of=CUT_OFF)[0].verdict is Verdict.NOT_MEASURED
    assert goal_table(defined(MEASURED, **PART), rows, as_of=CUT_OFF)[0].k == 1


def test_mistakes_and_late_enrolments_are_told_where_they_belong():
    mistake = exited(exit_reason="registered_in_error", **THEIRS)
    late = enrolled(enrolled_on=date(2025, 1, 1), **THEIRS)

    mine, theirs = frames(mistake, late), frames(mistake, late, **PART)

    assert (mine.registered_in_error, mine.after_cut_off("enrolments")) == (0, 0)
    assert (theirs.registered_in_error, theirs.after_cut_off("enrolments")) == (1, 1)


def test_a_local_word_for_registered_in_error_is_one_too():
    local = {"codes": [{"code": "slip", "name": "Fel", "common": "registered_in_error"}]}

    found = frames(exited(exit_reason="slip"), enrolled(), code_lists={"exit_reason": local})

    assert found.registered_in_error == 1
    assert found.journeys.collect("polars")["person"].to_list() == ["2"]
