"""The sums that tie published cells together, within a table and between tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from stegvis.results.calculations.disclosure.tables import TOTAL, CellKey, Key, Shape

Equation = tuple[int, tuple[int, ...]]  # a whole, and the parts that it is the sum of


@dataclass(frozen=True)
class System:
    """One unknown per different quantity, whatever it is called.

    A cell that stands in two tables is one; so are two cells that are equal (a sum of one part).
    `derived` are quantities that no table prints but anyone can subtract: those within a
    population who are outside its part.
    """

    place: Mapping[Key, int]
    equations: tuple[Equation, ...]
    exact: frozenset[int]
    derived: Mapping[int, tuple[int, int]]  # unknown: (whole, part)
    grown: frozenset[int]  # those of `derived` that have come since an earlier release

    @property
    def size(self) -> int:
        return _next(self.place)

    @property
    def inexact(self) -> list[int]:
        return [unknown for unknown in range(self.size) if unknown not in self.exact]

    def of(self, shape: Shape, cell: CellKey) -> int:
        return self.place[key_of(shape.population, shape.dimensions, cell)]


def key_of(population: str, dimensions: Sequence[str], cell: CellKey) -> Key:
    limits = zip(dimensions, cell, strict=True)
    return population, tuple(sorted(limit for limit in limits if limit[1] != TOTAL))


def system_of(shapes: Iterable[Shape]) -> System:
    known = list(shapes)
    place = _places(known)
    exact: set[int] = set()
    equations: dict[Equation, None] = {}
    for shape in known:
        for cell in shape.exact_cells():
            exact.add(place[key_of(shape.population, shape.dimensions, cell)])
    for shape in known:
        if shape.is_additive:
            equations |= dict.fromkeys(_sums(shape, place))
        equations |= dict.fromkeys(_sums_between(shape, place))
    derived = _differences(known, place)
    grown = _differences([replace(shape, within="") for shape in known], place)
    equations |= {(whole, (part, rest)): None for rest, (whole, part) in derived.items()}
    exact |= {rest for rest, pair in derived.items() if exact.issuperset(pair)}
    return System(place, tuple(equations), frozenset(exact), derived, frozenset(grown))


def _next(place: Mapping[Key, int]) -> int:
    return max(place.values(), default=-1) + 1


def _places(shapes: Sequence[Shape]) -> dict[Key, int]:
    keys = {
        key_of(shape.population, shape.dimensions, cell): None
        for shape in shapes
        for cell in shape.all_cells()
    }
    equal = {key: key for key in keys}

    def root(key: Key) -> Key:
        while equal[key] != key:
            equal[key] = key = equal[equal[key]]
        return key

    for whole, parts in (one for shape in shapes for one in shape.sums if len(one[1]) == 1):
        if whole in equal and parts[0] in equal:
            equal[root(parts[0])] = root(whole)
    number = {one: place for place, one in enumerate(dict.fromkeys(map(root, keys)))}
    return {key: number[root(key)] for key in keys}


def _sums(shape: Shape, place: Mapping[Key, int]) -> Iterable[Equation]:
    """Each margin is the sum along its dimension."""

    def unknown(cell: CellKey) -> int:
        return place[key_of(shape.population, shape.dimensions, cell)]

    for cell in shape.all_cells():
        for axis, categories in enumerate(shape.categories):
            if cell[axis] == TOTAL and categories:
                parts = [(*cell[:axis], category, *cell[axis + 1 :]) for category in categories]
                yield unknown(cell), tuple(map(unknown, parts))


def _sums_between(shape: Shape, place: Mapping[Key, int]) -> Iterable[Equation]:
    for whole, parts in shape.sums:
        if len(parts) > 1 and whole in place and all(part in place for part in parts):
            yield place[whole], tuple(place[part] for part in parts)


def _differences(shapes: Sequence[Shape], place: dict[Key, int]) -> dict[int, tuple[int, int]]:
    """A new unknown for each cell that a part and its whole have in common."""
    pairs: dict[tuple[int, int], int] = {}
    following = _next(place)
    for shape in shapes:
        keys = [key_of(shape.population, shape.dimensions, cell) for cell in shape.all_cells()]
        for whole, (population, limits) in product((shape.within, shape.later), keys):
            if (whole, limits) in place:
                rest = place.setdefault((f"{whole} − {population}", limits), following)
                following = max(following, rest + 1)
                pairs[place[whole, limits], place[population, limits]] = rest
    return {rest: pair for pair, rest in pairs.items()}


def components(equations: Iterable[Equation], unknowns: Iterable[int]) -> list[list[int]]:
    """Unknowns that are tied to each other, by what is not known."""
    parent = {unknown: unknown for unknown in unknowns}

    def root(unknown: int) -> int:
        while parent[unknown] != unknown:
            parent[unknown] = unknown = parent[parent[unknown]]
        return unknown

    for whole, parts in equations:
        tied = [unknown for unknown in (whole, *parts) if unknown in parent]
        for unknown in tied[1:]:
            parent[root(unknown)] = root(tied[0])
    groups: dict[int, list[int]] = {}
    for unknown in parent:
        groups.setdefault(root(unknown), []).append(unknown)
    return list(groups.values())


def touching(equations: Iterable[Equation], group: Iterable[int]) -> list[Equation]:
    inside = set(group)
    return [
        (whole, parts)
        for whole, parts in equations
        if whole in inside or not inside.isdisjoint(parts)
    ]
