"""Calendar arithmetic in columns gives what Python's own dates give."""

from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.core.values.periods import EPOCH, add_months, day_number, day_of
from stegvis.programmes.values.conditions import Span
from stegvis.results.calculations.evaluation.calendar import with_months_later, with_year
from stegvis.results.calculations.evaluation.deadlines import last_start

DAYS = st.dates(date(1900, 3, 1), date(2075, 12, 31))
FIRST_DAY, LAST_DAY = day_number(date(1900, 1, 1)), day_number(date(2100, 12, 31))
MONTHS = st.integers(0, 240)


def rows(*days):
    numbers = [None if day is None else day_number(day) for day in days]
    return nw.from_native(pl.LazyFrame({"day": numbers}, schema={"day": pl.Int32}))


def later(months, *days):
    found = with_months_later(rows(*days), "day", months, "later").collect("polars")
    assert found.columns == ["day", "later"]
    return [None if number is None else day_of(number) for number in found["later"]]


def years(*days):
    return with_year(rows(*days), "day", "year").collect("polars")["year"].to_list()


@given(st.lists(DAYS, min_size=1, max_size=20), MONTHS)
def test_months_later_is_what_the_calendar_says(days, months):
    assert later(months, *days) == [add_months(day, months) for day in days]


@given(st.lists(DAYS, min_size=1, max_size=20))
def test_year_is_the_year_of_the_day(days):
    assert years(*days) == [day.year for day in days]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2000, 1, 29), 1, date(2000, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (EPOCH, 0, EPOCH),
    ],
)
def test_the_last_day_stands_in_for_one_that_a_month_lacks(day, months, expected):
    assert later(months, day) == [expected]


def test_every_day_over_two_centuries_changes_year_on_the_first_of_january():
    days = [day_of(number) for number in range(FIRST_DAY, LAST_DAY + 1)]

    assert years(*days) == [day.year for day in days]


def test_an_unknown_day_stays_unknown():
    assert later(2, None, EPOCH) == [None, date(1970, 3, 1)]
    assert years(None) == [None]


@given(DAYS, MONTHS)
def test_the_last_start_is_the_last_day_whose_months_have_run_out(passed, months):
    last = day_of(last_start(day_number(passed), months, Span.MONTHS))

    assert add_months(last, months) <= passed < add_months(last + timedelta(days=1), months)


@pytest.mark.parametrize(("span", "days"), [(Span.DAYS, 2), (Span.WEEKS, 14)])
def test_the_last_start_of_days_and_weeks_is_that_many_days_before(span, days):
    assert last_start(100, 2, span) == 100 - days
