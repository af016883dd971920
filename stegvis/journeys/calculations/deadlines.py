"""What must be done when, reckoned from the day somebody came in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stegvis.core.values.periods import add_months
from stegvis.programmes.values.conditions import Span
from stegvis.programmes.values.definition import Definition, Due

SOON = timedelta(days=7)
"""Own choice: the week ahead is what one plans for."""

LONGEST_MONTH = 31  # days


@dataclass(frozen=True, order=True)
class Deadline:
    """A plan of one kind that is not made: the last day that is still in time."""

    by: date
    plan_kind: str

    def is_late(self, today: date) -> bool:
        return self.by < today

    def is_soon(self, today: date) -> bool:
        return today <= self.by <= today + SOON


def plans_due(definition: Definition, enrolled_on: date, made: Iterable[str]) -> list[Deadline]:
    """Plans that the definition asks for and nobody has made, the first first."""
    done = set(made)
    return sorted(one for one in _asked(definition, enrolled_on) if one.plan_kind not in done)


def _asked(definition: Definition, enrolled_on: date) -> Iterator[Deadline]:
    for due in definition.due:
        if due.what == "plan" and due.within is not None:
            yield Deadline(later(enrolled_on, due.within, due.span), due.code)


def later(day: date, amount: int, span: Span) -> date:
    """The same day so much later: what is done on it is in time."""
    match span:
        case Span.MONTHS:
            return add_months(day, amount)
        case Span.WEEKS:
            return day + timedelta(weeks=amount)
        case Span.DAYS:
            return day + timedelta(days=amount)


def first_in_time(due: Due, today: date) -> date:
    """Whoever came in on that day or later is not late today."""
    amount = due.within or 0
    day = today - timedelta(days=amount * DAYS[due.span])
    while later(day, amount, due.span) < today:
        day += timedelta(days=1)
    return day


DAYS = {Span.MONTHS: LONGEST_MONTH, Span.WEEKS: 7, Span.DAYS: 1}
"""At least so many days are in each."""
