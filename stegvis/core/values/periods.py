"""Periods are half-open inside; files, screens and reports give the last day included."""

from dataclasses import dataclass
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since 1970-01-01: the form in which every date of a fact is compared."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    return EPOCH + timedelta(days=number)


def add_months(day: date, months: int) -> date:
    """The same day `months` later; the last day of the month where that day is missing."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


@dataclass(frozen=True, order=True)
class Period:
    """From `start` up to, not including, `end`; an open end is None."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            message = "a period ends after it begins"
            raise ValueError(message)

    @classmethod
    def from_days(cls, first: date, last: date | None) -> "Period":
        """The one converter from the outer form, whose last day is included."""
        return cls(first, None if last is None else last + timedelta(days=1))

    @property
    def last_day(self) -> date | None:
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def days(self) -> int | None:
        return None if self.end is None else (self.end - self.start).days

    def contains(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        starts_before = other.end is None or self.start < other.end
        return starts_before and (self.end is None or other.start < self.end)
