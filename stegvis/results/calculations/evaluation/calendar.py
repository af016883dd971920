"""Calendar months on day numbers, in integer arithmetic that every engine agrees on.

Exact from 1900-03-01 to 2100-02-28, where every fourth year is a leap year. Each step is a set
of columns of its own: nested in one expression the steps would repeat each other until an
engine chokes on it.
Source: [NeriSchneider2022].
"""

import narwhals as nw

from stegvis.results.calculations.evaluation.rows import Rows

DAYS_PER_WEEK = 7
FIRST_YEAR, FIRST_OF_MARCH = 1900, -25_508
"""Years begin on 1 March 1900 (a day number), so that a leap day is the last of its year."""
NEW_YEAR_1901 = -25_202
DAYS_PER_FOUR_YEARS = 1461
MARCH = 3


def with_year(rows: Rows, day: str, name: str) -> Rows:
    quarters = (nw.col(day) - NEW_YEAR_1901) * 4 + 3
    return rows.with_columns((quarters // DAYS_PER_FOUR_YEARS + FIRST_YEAR + 1).alias(name))


def with_months_later(rows: Rows, day: str, months: int, name: str) -> Rows:
    """`name` is the same day `months` after `day`, or the last of a month without that day."""
    before = rows.collect_schema().names()
    year, of_year, of_month, month, wanted, last = (
        nw.col(f"{name}_{step}")
        for step in ("year", "of_year", "of_month", "month", "wanted", "last")
    )
    quarters = (nw.col(day) - FIRST_OF_MARCH) * 4 + 3
    scaled = of_year * 2141 + 197_913
    steps = (
        {"year": quarters // DAYS_PER_FOUR_YEARS, "of_year": quarters % DAYS_PER_FOUR_YEARS // 4},
        {
            "of_month": scaled % 65_536 // 2141,
            "month": year * 12 + scaled // 65_536 + (months - MARCH),
        },
        {"wanted": _first_of(month) + of_month, "last": _first_of(month + 1) - 1},
    )
    for step in steps:
        rows = rows.with_columns(**{f"{name}_{part}": found for part, found in step.items()})
    later = nw.when(wanted > last).then(last).otherwise(wanted)
    return rows.select(*before, later.alias(name))


def _first_of(month: nw.Expr) -> nw.Expr:
    """The day number of the first of a month counted from March 1900."""
    year = month // 12
    return year * DAYS_PER_FOUR_YEARS // 4 + (month % 12 * 153 + 2) // 5 + FIRST_OF_MARCH
