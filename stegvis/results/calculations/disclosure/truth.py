"""The true values of a system of tables, as the one who protects them knows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stegvis.results.calculations.disclosure.systems import System, system_of
from stegvis.results.calculations.disclosure.tables import (
    TOTAL,
    UNKNOWN,
    CountTable,
    Range,
    is_small,
)


@dataclass(frozen=True)
class Truth:
    system: System
    values: tuple[int, ...]
    weight: Mapping[int, int]  # of what is printed: how dear it is to hide, margins dearest

    def knowledge(self, hidden: Iterable[int]) -> list[Range]:
        """What an outsider reads when all but `hidden` is printed."""
        unread = set(hidden) | (set(self.system.derived) - self.system.exact)
        return [
            UNKNOWN if place in unread else Range(value, value)
            for place, value in enumerate(self.values)
        ]

    def small(self, group: Iterable[int]) -> set[int]:
        return {place for place in group if is_small(self.values[place])}

    def printed_for(self, places: Iterable[int]) -> set[int]:
        """Where one is a difference, its part stands for it: nobody prints the difference."""
        derived = self.system.derived
        return {derived[place][1] if place in derived else place for place in places}


def truth_of(tables: Sequence[CountTable]) -> Truth:
    shapes = [table.shape for table in tables]
    system = system_of(shapes)
    found: dict[int, int] = {}
    weight: dict[int, int] = {}
    for table, shape in zip(tables, shapes, strict=True):
        for cell, count in table.with_margins().items():
            place = system.of(shape, cell)
            if found.setdefault(place, count) != count:
                message = f"{table.name} {cell}: {count} here, {found[place]} in another table"
                raise ValueError(message)
            weight[place] = max(weight.get(place, 1), 1 + cell.count(TOTAL))
    for rest, (whole, part) in system.derived.items():
        found[rest] = found[whole] - found[part]
        if found[rest] < 0:
            message = f"a part of {found[part]} is larger than its whole of {found[whole]}"
            raise ValueError(message)
    return Truth(system, tuple(found[place] for place in range(system.size)), weight)
