"""Who comes and who goes, day by day: counted once, and then every span and day looked up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

import narwhals as nw

from stegvis.results.calculations.evaluation.rows import Rows, computed


@dataclass(frozen=True)
class Days:
    """How many things happened up to and with each day on which any did."""

    days: list[int]
    sums: list[int]

    @classmethod
    def of(cls, counts: Iterable[tuple[int, int]]) -> "Days":
        found = sorted(counts)
        return cls([day for day, _many in found], [*accumulate(many for _day, many in found)])

    def until(self, day: int) -> int:
        """Up to and with the day."""
        place = bisect_right(self.days, day)
        return self.sums[place - 1] if place else 0

    def before(self, day: int) -> int:
        place = bisect_left(self.days, day)
        return self.sums[place - 1] if place else 0

    def within(self, first: int, last: int) -> int:
        return self.until(last) - self.before(first)


@dataclass(frozen=True)
class Comings:
    """Enrolments and exits; the transferred went to another programme, the others out."""

    enrolled: Days
    out: Days
    transferred: Days

    @classmethod
    def of(cls, journeys: Rows, transferred: list[str]) -> "Comings":
        """Two passes, however many days are asked about: nobody leaves before they came."""
        enrolled, exited = nw.col("enrolled_on"), nw.col("exited_on")
        moved = nw.col("exit_reason").is_in(transferred).fill_null(value=False)
        came = journeys.group_by("enrolled_on").agg(nw.len().alias("many")).pipe(computed)
        left = (
            journeys.filter(~exited.is_null())
            .with_columns(day=nw.max_horizontal(exited, enrolled), moved=moved)
            .group_by("day", "moved")
            .agg(nw.len().alias("many"))
            .pipe(computed)
        )
        exits = [(bool(moved), (int(day), int(many))) for day, moved, many in left.iter_rows()]
        return cls(
            Days.of((int(day), int(many)) for day, many in came.iter_rows() if day is not None),
            Days.of(one for moved, one in exits if not moved),
            Days.of(one for moved, one in exits if moved),
        )

    def present(self, day: int) -> int:
        """Enrolled by the end of the day; whoever leaves on it is gone."""
        return self.enrolled.until(day) - self.out.until(day) - self.transferred.until(day)
