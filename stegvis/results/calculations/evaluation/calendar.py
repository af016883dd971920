"""Calendar months on day numbers, in integer arithmetic that every engine agrees on.

Each step is a set of columns of its own: nested in one expression the steps would repeat each
other until an engine chokes on it.
Source: [NeriSchneider2022].
"""

import narwhals as nw

from stegvis.results.calculations.evaluation.rows import Rows

EPOCH_SHIFT = 719_468  # from 0000-03-01 to 1970-01-01
DAYS_PER_CENTURIES = 146_097  # 400 years
DAYS_PER_YEARS = 1461  # 4 years
DAYS_PER_WEEK = 7
NEW_YEAR = 306  # days from the first of March to the first of January
MARCH = 3  # years begin here, so that a leap day is the last of its year

Steps = tuple[dict[str, nw.Expr], ...]


class _Steps:
    """Columns of the steps on the way to `name`, which are dropped when it is found."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getitem__(self, step: str) -> nw.Expr:
        return nw.col(f"{self.name}_{step}")

    def taken(self, rows: Rows, steps: Steps) -> Rows:
        for together in steps:
            named = {f"{self.name}_{step}": found for step, found in together.items()}
            rows = rows.with_columns(**named)
        return rows


def _year_steps(day: nw.Expr, at: _Steps) -> Steps:
    """Ends in the year from March as `century` and `year`, and the day of it, from nought."""
    quarters = (day.cast(nw.Int64()) + EPOCH_SHIFT) * 4 + 3
    left = at["of_century"] // 4 * 4 + 3
    return (
        {"century": quarters // DAYS_PER_CENTURIES, "of_century": quarters % DAYS_PER_CENTURIES},
        {"year": left // DAYS_PER_YEARS, "of_year": left % DAYS_PER_YEARS // 4},
    )


def _month_steps(at: _Steps, months: int) -> Steps:
    """Ends in the day of the month, from nought, and the month `months` later."""
    scaled = at["of_year"] * 2141 + 197_913
    year = at["century"] * 100 + at["year"]
    return (
        {"of_month": scaled % 65_536 // 2141, "month": year * 12 + scaled // 65_536},
        {"month": at["month"] + (months - MARCH)},
    )


def _first_of(month: nw.Expr) -> nw.Expr:
    """The day number of the first of a month counted from March of year 0."""
    year = month // 12
    days = year * 365 + year // 4 - year // 100 + year // 400
    return days + (month % 12 * 153 + 2) // 5 - EPOCH_SHIFT


def with_months_later(rows: Rows, day: str, months: int, name: str) -> Rows:
    """`name` is the same day `months` after `day`, or the last of a month without that day."""
    before = rows.collect_schema().names()
    at = _Steps(name)
    found = at.taken(
        rows,
        (
            *_year_steps(nw.col(day), at),
            *_month_steps(at, months),
            {
                "wanted": _first_of(at["month"]) + at["of_month"],
                "last": _first_of(at["month"] + 1) - 1,
            },
        ),
    )
    later = nw.when(at["wanted"] > at["last"]).then(at["last"]).otherwise(at["wanted"])
    return found.select(*before, later.alias(name))


def with_year(rows: Rows, day: str, name: str) -> Rows:
    before = rows.collect_schema().names()
    at = _Steps(name)
    found = at.taken(rows, _year_steps(nw.col(day), at))
    in_next_year = (at["of_year"] >= NEW_YEAR).cast(nw.Int64())
    year = at["century"] * 100 + at["year"] + in_next_year
    return found.select(*before, year.alias(name))
