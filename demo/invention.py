"""What no report tells, made up: the same from the same seed, on every machine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass
class Invention:
    """Uses only `Random.random`, whose sequence Python promises never to change."""

    seed: str
    _random: Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = Random(f"stegvis {self.seed}")

    def share(self) -> float:
        return self._random.random()

    def whole(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self.share() * (highest - lowest + 1))

    def day(self, first: date, last: date) -> date:
        """A weekday between two days, moved back to the Friday from a weekend if it can be."""
        day = first + timedelta(days=self.whole(0, (last - first).days))
        friday = day - timedelta(days=max(0, day.weekday() - 4))
        return max(friday, first)

    def mixed(self, things: Iterable[T]) -> list[T]:
        drawn = [(self.share(), place, thing) for place, thing in enumerate(things)]
        return [thing for _share, _place, thing in sorted(drawn, key=lambda one: one[:2])]

    def some(self, things: Sequence[T], number: int) -> list[T]:
        return self.mixed(things)[:number]

    def parts(self, total: int, number: int, *, least: int) -> list[int]:
        """`total` in `number` whole parts of at least `least`, unequal but not wildly."""
        weights = [0.5 + self.share() for _part in range(number)]
        spare = total - least * number
        parts = [least + int(spare * weight / sum(weights)) for weight in weights]
        parts[-1] += total - sum(parts)
        return parts

    def born(self, enrolled_on: date, ages: tuple[int, int]) -> int:
        return enrolled_on.year - self.whole(*ages)


def dealt(numbers: Mapping[T, int]) -> list[T]:
    """Each thing as many times as it is counted."""
    return [thing for thing, number in numbers.items() for _time in range(number)]


def days(number: int) -> timedelta:
    return timedelta(days=number)
