"""Calendar months on day numbers, in integer arithmetic that every engine agrees on.

Each step is a column of its own: nested in one expression the steps would repeat each other
until an engine chokes on it.
Source: [Hinnant2013].
"""

import narwhals as nw

from stegvis.results.calculations.evaluation.rows import Rows

DAYS_PER_ERA = 146_097  # 400 years
EPOCH_SHIFT = 719_468  # from 0000-03-01 to 1970-01-01
DAYS_PER_WEEK = 7
JANUARY = 10  # months are counted from March, so that a leap day is the last of its year


def _col(prefix: str, step: str) -> nw.Expr:
    return nw.col(f"{prefix}_{step}")


def _with_steps(rows: Rows, prefix: str, steps: dict[str, nw.Expr]) -> Rows:
    for step, expression in steps.items():
        rows = rows.with_columns(expression.alias(f"{prefix}_{step}"))
    return rows


def _civil_steps(day: nw.Expr, prefix: str) -> dict[str, nw.Expr]:
    """Ends in `year` (from March), `month` (0 = March) and `of_month` (1–31)."""

    def col(step: str) -> nw.Expr:
        return _col(prefix, step)

    of_era, of_year = col("of_era"), col("of_year")
    return {
        "shifted": day.cast(nw.Int64()) + EPOCH_SHIFT,
        "era": col("shifted") // DAYS_PER_ERA,
        "of_era": col("shifted") - col("era") * DAYS_PER_ERA,
        "turns": (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365,
        "of_year": of_era - 365 * col("turns") - col("turns") // 4 + col("turns") // 100,
        "month": (5 * of_year + 2) // 153,
        "of_month": of_year - (153 * col("month") + 2) // 5 + 1,
        "year": col("turns") + col("era") * 400,
    }


def _first_of_steps(prefix: str, months: nw.Expr, name: str) -> dict[str, nw.Expr]:
    """Ends in `name`: the day number of the first of a month counted from March of year 0."""

    def col(step: str) -> nw.Expr:
        return _col(prefix, f"{name}_{step}")

    return {
        f"{name}_years": months // 12,
        f"{name}_month": months % 12,
        f"{name}_era": col("years") // 400,
        f"{name}_turns": col("years") % 400,
        f"{name}_days": 365 * col("turns") + col("turns") // 4 - col("turns") // 100,
        name: col("era") * DAYS_PER_ERA + col("days") + (153 * col("month") + 2) // 5 - EPOCH_SHIFT,
    }


def with_months_later(rows: Rows, day: str, months: int, name: str) -> Rows:
    """`name` is the same day `months` after `day`, or the last of a month without that day."""
    before = rows.collect_schema().names()
    wanted = _col(name, "first") + _col(name, "of_month") - 1
    last = _col(name, "next") - 1
    steps = (
        _civil_steps(nw.col(day), name)
        | {"target": _col(name, "year") * 12 + _col(name, "month") + months}
        | _first_of_steps(name, _col(name, "target"), "first")
        | _first_of_steps(name, _col(name, "target") + 1, "next")
    )
    found = _with_steps(rows, name, steps)
    return found.with_columns(
        nw.when(wanted > last).then(last).otherwise(wanted).alias(name)
    ).select(*before, name)


def with_year(rows: Rows, day: str, name: str) -> Rows:
    before = rows.collect_schema().names()
    found = _with_steps(rows, name, _civil_steps(nw.col(day), name))
    in_next_year = (_col(name, "month") >= JANUARY).cast(nw.Int64())
    return found.with_columns((_col(name, "year") + in_next_year).alias(name)).select(*before, name)
