"""The days on which a programme is followed up when nobody names one."""

from datetime import date, timedelta

from stegvis.core.values.periods import add_months
from stegvis.programmes.values.definition import Definition

HALF_YEAR = 6  # months
MOST_EARLIER_DAYS = 8
"""Four years of half-years: what one wants to look back on, and what a job has time for."""


def default_day(definition: Definition, extracted_on: date | None, today: date) -> date:
    """The last decided day or the day of the facts, the earlier, and never later than today."""
    known = [one for one in (definition.last_day, extracted_on) if one is not None]
    return min([*known, today])


def usual_days(definition: Definition, extracted_on: date | None, today: date) -> tuple[date, ...]:
    """Those whose figures are counted beforehand: the usual day, and what to compare it with."""
    usual = default_day(definition, extracted_on, today)
    return (usual, *earlier_days(definition, usual))


def earlier_days(definition: Definition, latest: date) -> tuple[date, ...]:
    """The ends of half-years before `latest`, within the decided period, the newest first."""
    first = definition.first_day or latest
    ends = (_half_year_end(latest, back) for back in range(MOST_EARLIER_DAYS))
    return tuple(end for end in ends if end >= first)


def _half_year_end(latest: date, back: int) -> date:
    """The last day of the half-year before that of `latest`, or of one still further `back`."""
    began = date(latest.year, 1 if latest.month <= HALF_YEAR else HALF_YEAR + 1, 1)
    return add_months(began, -HALF_YEAR * back) - timedelta(days=1)


def is_half_year_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1 and day.month % HALF_YEAR == 0
