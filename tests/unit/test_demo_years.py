"""The example moved by whole years, and cut at the day of a delivery."""

from datetime import date

import pytest

from demo.programmes import STAGED
from demo.tables import Tables
from demo.years import (
    known_on,
    latest_friday,
    moved,
    moved_tables,
    moved_text,
    years_until_after,
    years_until_by,
)
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.files.shipped import shipped

TODAY = date(2026, 11, 22)


def test_leap_day_becomes_the_day_before_where_there_is_none():
    assert [moved(date(2012, 2, 29), years) for years in (4, 11)] == [
        date(2016, 2, 29),
        date(2023, 2, 28),
    ]


@pytest.mark.parametrize(
    ("day", "after", "by"),
    [
        (date(2015, 11, 30), 11, 10),
        (date(2015, 11, 22), 12, 11),
        (date(2015, 11, 21), 12, 11),
        (date(2027, 1, 1), 0, -1),
    ],
)
def test_years_that_move_a_day_past_today(day, after, by):
    assert (years_until_after(day, TODAY), years_until_by(day, TODAY)) == (after, by)


@pytest.mark.parametrize(
    ("today", "friday"),
    [(date(2026, 11, 22), date(2026, 11, 20)), (date(2026, 11, 20), date(2026, 11, 13))],
)
def test_latest_friday_is_before_today(today, friday):
    assert latest_friday(today) == friday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on = 2012-02-29", "on = 2023-02-28"),
        ("on = 2013-02-28, year = 2018", "on = 2024-02-28, year = 2029"),
        ("# SARA 2013–2015. Hösten 2014.", "# SARA 2024–2026. Hösten 2025."),
        ('source = "F4:1363,2014"', 'source = "F4:1363,2014"'),
        ("amount = 2_014, id = 'surplus-2022'", "amount = 2_014, id = 'surplus-2022'"),
        ('reference = "2021:13"', 'reference = "2032:13"'),
    ],
)
def test_text_is_moved_where_it_speaks_of_years(text, expected):
    assert moved_text(text, 11) == expected


@pytest.mark.parametrize("slug", [slug for one in STAGED for slug in (one.slug, *one.parts)])
@pytest.mark.parametrize("years", [2, 3, 5, 11])
def test_moved_definition_is_as_right_as_it_was(slug, years):
    text = shipped(f"{slug}.toml").read_text(encoding="utf-8")
    before = read_definition_text(text, name=slug).definition

    after = read_definition_text(moved_text(text, years), name=slug).definition

    assert after.first_day == moved(before.first_day, years)
    assert after.last_day == moved(before.last_day, years)
    assert moved_text(moved_text(text, years), -years) == text


@pytest.fixture
def tables():
    made = Tables("p")
    for name, birth_year in (("a", 2000), ("b", 2001)):
        made.add("persons", person=name, birth_year=birth_year)
    made.add("enrolments", enrolment="1", person="a", enrolled_on=date(2020, 1, 7))
    made.add("enrolments", enrolment="2", person="b", enrolled_on=date(2020, 5, 4))
    made.add(
        "steps",
        enrolment="1",
        step="s",
        started_on=date(2020, 2, 3),
        ended_on=date(2020, 6, 1),
    )
    made.add("exits", enrolment="1", exited_on=date(2020, 9, 1))
    made.add("events", event="e", happened_on=date(2020, 1, 1))
    return made


def test_tables_move_their_days_and_years(tables):
    rows = moved_tables(tables, 6).rows

    assert [row["birth_year"] for row in rows["persons"]] == [2006, 2007]
    assert rows["exits"] == [{"enrolment": "1", "exited_on": date(2026, 9, 1)}]


def test_delivery_knows_nothing_of_what_comes_later(tables):
    rows = known_on(tables, date(2020, 3, 1)).rows

    step = {"enrolment": "1", "step": "s", "started_on": date(2020, 2, 3), "ended_on": None}
    assert [row["person"] for row in rows["persons"]] == ["a"]
    assert [row["enrolment"] for row in rows["enrolments"]] == ["1"]
    assert (rows["steps"], rows["exits"], len(rows["events"])) == ([step], [], 1)
