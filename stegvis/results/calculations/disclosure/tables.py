"""Tables of counts before and after protection, and the words about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from math import inf

from stegvis.results.values.figures import DisclosureLevel

TOTAL = "*"  # stands in a cell's place for "all of this dimension"
SMALL_FROM, SMALL_TO = 1, 4  # architecture, Access 11: no cell under five; nought may be shown
REDACTED_TO = 7  # level open: at most this is redacted, nought as well
ROUNDED_TO = 5  # level open: the rest stands to the nearest of this

CellKey = tuple[str, ...]
Reference = tuple[str, CellKey]  # (name of the table, cell)
Key = tuple[str, tuple[tuple[str, str], ...]]  # (population, the categories that limit it)
Sum = tuple[Key, tuple[Key, ...]]  # a whole, and the parts that add up to it


class Reason(StrEnum):
    """Why a cell is hidden. For the person who reviews; readers are told only that it is."""

    SMALL = "small"
    LINKED = "linked"  # hidden so that another cannot be worked out


@dataclass(frozen=True, slots=True)
class Range:
    """What an outsider can conclude: at least `low`, at most `high` (`inf`: no limit)."""

    low: int
    high: float

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def width(self) -> float:
        """How many whole numbers are possible."""
        return self.high - self.low + 1


UNKNOWN = Range(0, inf)


@dataclass(frozen=True)
class Shape:
    """What a table says of itself without its numbers; all of it is known to an outsider."""

    name: str
    dimensions: tuple[str, ...]
    categories: tuple[tuple[str, ...], ...]
    population: str
    within: str = ""
    later: str = ""  # the same population in a later release, of which this one is part
    exact: frozenset[CellKey] = frozenset()
    is_additive: bool = True
    sums: tuple[Sum, ...] = ()

    def inner_cells(self) -> Iterator[CellKey]:
        return product(*self.categories)

    def all_cells(self) -> Iterator[CellKey]:
        """With margins, where cells add up to any."""
        if not self.is_additive:
            return self.inner_cells()
        return product(*((*categories, TOTAL) for categories in self.categories))

    def exact_cells(self) -> Iterator[CellKey]:
        """What is published exactly whatever it is: the grand total, and what stands elsewhere."""
        if self.is_additive:
            yield (TOTAL,) * len(self.dimensions)
        yield from self.exact


@dataclass(frozen=True)
class CountTable:
    """Counts of things by one or more coded dimensions; the categories do not overlap.

    `population` names what is counted: tables that count the same persons give the same name, and
    are then protected together. `within` names the population that this one is part of (those who
    reached the goal within those who exited): the difference is then protected as well.
    The grand total is published exactly; `exact` names further cells that stand exactly somewhere
    in the same report, such as a goal about one of the categories.
    `merge_as` lets small categories of a one-way table be put together under that name.
    `is_additive` False is for answers of which a person may give several: cells do not add up.
    `sums` hold between this table and others (those who reached work or studies are those with
    the destination work and those with studies); one whose cells nobody prints is left out.
    """

    name: str
    dimensions: tuple[str, ...]
    counts: Mapping[CellKey, int]
    population: str = ""
    within: str = ""
    exact: frozenset[CellKey] = frozenset()
    merge_as: str = ""
    is_additive: bool = True
    sums: tuple[Sum, ...] = ()

    @property
    def shape(self) -> Shape:
        columns = zip(*self.counts, strict=True) if self.counts else ((),) * len(self.dimensions)
        return Shape(
            name=self.name,
            dimensions=self.dimensions,
            categories=tuple(tuple(dict.fromkeys(column)) for column in columns),
            population=self.population or self.name,
            within=self.within,
            exact=self.exact,
            is_additive=self.is_additive,
            sums=self.sums,
        )

    def with_margins(self) -> dict[CellKey, int]:
        """Every cell with its margins; a combination that is not given is nought."""
        cells = dict.fromkeys(self.shape.all_cells(), 0)
        for inner, count in self.counts.items():
            if count < 0 or TOTAL in inner:
                message = f"{self.name} {inner}: {count} is no count of a category"
                raise ValueError(message)
            for cell in product(*((category, TOTAL) for category in inner)):
                if cell in cells:
                    cells[cell] += count
        return cells


@dataclass(frozen=True)
class ProtectedTable:
    """What may be published. Hidden cells are None; a withheld table shows no cell at all."""

    shape: Shape
    level: DisclosureLevel
    cells: Mapping[CellKey, int | None]
    reasons: Mapping[CellKey, Reason] = field(default_factory=dict)
    merged: tuple[str, ...] = ()  # the categories that stand together
    is_withheld: bool = False

    @property
    def name(self) -> str:
        return self.shape.name

    @property
    def hidden(self) -> tuple[CellKey, ...]:
        return tuple(cell for cell, count in self.cells.items() if count is None)


def is_small(count: int) -> bool:
    return SMALL_FROM <= count <= SMALL_TO
