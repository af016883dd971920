"""Every count of people that a follow-up prints in a breakdown, as counts of a crowd."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.disclosure.tables import TOTAL, CellKey, Reference
from stegvis.results.calculations.publishing.crowds import Crowd, Crowds, Vectors
from stegvis.results.calculations.publishing.people import (
    ENROLMENTS,
    GENDER,
    OF,
    Shape,
    counts_k,
    counts_n,
    is_about_people,
    shape_of,
)
from stegvis.results.values.figures import Figure

PERSONS, ENROLLED, EXITS = "persons", "enrolments", "exits-by-reason"
WITHIN_EXITED = frozenset({"exited", "completed"})

Place = tuple[str, str, str]  # (path of the figure, grouping, code)


@dataclass(frozen=True)
class Breakdown:
    name: str
    crowd: Crowd
    dimensions: tuple[str, ...]
    counts: dict[CellKey, int]
    is_additive: bool = True


@dataclass(frozen=True)
class Distribution:
    """How a crowd divides on the codes of a column, in all and by gender where that is told."""

    crowd: Crowd
    table: str
    column: str
    by_gender: Mapping[CellKey, int]


@dataclass
class Breakdowns:
    """`stands_on`: the cells of tables that a printed cell tells, all of which must be shown."""

    programme: str
    crowds: Crowds = field(default_factory=Crowds)
    tables: list[Breakdown] = field(default_factory=list)
    stands_on: dict[Place, tuple[Reference, ...]] = field(default_factory=dict)
    numerators: dict[str, Crowd] = field(default_factory=dict)
    distributions: list[Distribution] = field(default_factory=list)
    roots: dict[str, Crowd] = field(default_factory=dict)
    codes: dict[str, list[str]] = field(default_factory=dict)

    def read(self, figure: Figure, path: str, left_out: Iterable[str] = ()) -> None:
        """`left_out` are groupings that are not to be printed at all."""
        if not is_about_people(figure):
            return
        shapes = {one: shape_of(figure, one) for one in figure.groups if one not in left_out}
        shares = [one for one, shape in shapes.items() if shape is Shape.SHARES]
        if shares:
            self._shares(figure, path, shares)
        for grouping, shape in shapes.items():
            if shape is Shape.DISTRIBUTION:
                crossed = [
                    one
                    for one, found in shapes.items()
                    if found is Shape.CROSSED and one.startswith(f"{grouping}{OF}")
                ]
                self._distribution(figure, path, grouping, crossed)
        for part in figure.parts:
            self.read(part, f"{path}/{part.id}")

    def _wholes(self, figure: Figure) -> list[Crowd]:
        """Whom everyone in the figure is surely among; those who are interested are not yet."""
        if figure.kind == "flow":
            return []
        enrolled = ENROLLED if Unit(figure.unit) in ENROLMENTS else PERSONS
        names = [enrolled] if Unit(figure.unit) in {Unit.PERSON, *ENROLMENTS} else []
        persons, all_enrolments = self.roots.get(PERSONS), self.roots.get(ENROLLED)
        if names and figure.population in WITHIN_EXITED and persons is all_enrolments:
            names.append(EXITS)
        return [self.roots[name] for name in names if name in self.roots]

    def _shares(self, figure: Figure, path: str, groupings: Iterable[str]) -> None:
        wholes = self._wholes(figure)
        n_by = {one: counts_n(figure.groups[one]) for one in groupings}
        n_crowd = self._add(f"{path}: n", figure.n, n_by, wholes)
        k_by = {one: counts_k(figure.groups[one]) for one in groupings}
        k_crowd = self._add(f"{path}: k", figure.k, k_by, [n_crowd] if n_crowd else wholes)
        for grouping in groupings:
            for code in self.codes[grouping]:
                names = [f"{path}: {role} by {grouping}" for role in ("n", "k")]
                self._stand((path, grouping, code), [(name, (code,)) for name in names])
        if k_crowd is not None:
            self.numerators.setdefault(figure.id, k_crowd)
            self.roots.setdefault(figure.id, k_crowd)

    def _add(
        self, name: str, total: int | None, by: Vectors, wholes: Iterable[Crowd]
    ) -> Crowd | None:
        """One-way tables of a crowd; a grouping that does not add up stands by itself."""
        known = {grouping: vector for grouping, vector in by.items() if vector}
        whole = {g: v for g, v in known.items() if sum(v.values()) == total}
        for grouping in (one for one in known if one not in whole):
            alone = Crowd(f"{name} by {grouping}", 0)
            self._table(f"{name} by {grouping}", alone, known[grouping], grouping, additive=False)
        if total is None or not whole:
            return None
        filled = {g: dict.fromkeys(self.codes[g], 0) | dict(v) for g, v in whole.items()}
        crowd = self.crowds.of(name, total, filled, wholes)
        for grouping, vector in filled.items():
            if len(vector) > 1:
                self._table(f"{name} by {grouping}", crowd, vector, grouping)
        return crowd

    def _table(
        self,
        name: str,
        crowd: Crowd,
        counts: Mapping[str, int],
        grouping: str,
        *,
        additive: bool = True,
    ) -> None:
        cells: dict[CellKey, int] = {(code,): many for code, many in counts.items()}
        self.tables.append(Breakdown(name, crowd, (grouping,), cells, additive))

    def _stand(self, place: Place, references: Iterable[Reference]) -> None:
        known = {table.name for table in self.tables}
        self.stands_on[place] = tuple(one for one in references if one[0] in known)

    def _distribution(self, figure: Figure, path: str, grouping: str, crossed: list[str]) -> None:
        main = counts_k(figure.groups[grouping])
        both = by_gender(figure, grouping, crossed)
        gender = summed(both, 1)
        total = next(iter(counts_n(figure.groups[grouping]).values()), None)
        fits = _known(summed(both, 0)) == _known(main)
        name = f"{path}/{grouping}"
        by = {grouping: main} | ({GENDER: gender} if fits and both else {})
        crowd = self._add(name, total, by, self._wholes(figure))
        if crowd is not None:
            self.distributions.append(Distribution(crowd, f"{name} by {grouping}", grouping, both))
            self.roots.setdefault(figure.id, crowd)
        genders = self.codes.get(GENDER, ())
        if crowd is not None and fits and both and len(genders) > 1:
            codes = self.codes[grouping]
            cells: dict[CellKey, int] = {
                (code, one): both.get((code, one), 0) for code in codes for one in genders
            }
            self.tables.append(Breakdown(f"{name} both", crowd, (grouping, GENDER), cells))
        self._places(figure, path, grouping, crossed)

    def _places(self, figure: Figure, path: str, grouping: str, crossed: Iterable[str]) -> None:
        name = f"{path}/{grouping}"
        crossing = any(table.name == f"{name} both" for table in self.tables)
        for code in self.codes[grouping]:
            self._stand((path, grouping, code), [(f"{name} by {grouping}", (code,))])
        everyone = [f"{grouping}{OF}{gender}" for gender in self.codes.get(GENDER, ())]
        for one in everyone if crossing else crossed:
            gender = one.removeprefix(f"{grouping}{OF}")
            if not crossing:
                counts = counts_k(figure.groups[one])
                self._table(f"{name} by {one}", Crowd(one, 0), counts, one, additive=False)
            for code in self.codes[grouping]:
                both = [(f"{name} both", (code, gender)), (f"{name} both", (TOTAL, gender))]
                alone = [(f"{name} by {one}", (code,)), (f"{name} by {grouping}", (code,))]
                self._stand((path, one, code), both if crossing else alone)


def _known(vector: Mapping[str, int]) -> dict[str, int]:
    return {code: many for code, many in vector.items() if many}


def by_gender(figure: Figure, grouping: str, crossed: Iterable[str]) -> dict[CellKey, int]:
    return {
        (code, one.removeprefix(f"{grouping}{OF}")): cell.k
        for one in crossed
        for code, cell in figure.groups[one].items()
        if cell.k is not None
    }


def summed(both: Mapping[CellKey, int], position: int) -> dict[str, int]:
    many: dict[str, int] = {}
    for cell, count in both.items():
        many[cell[position]] = many.get(cell[position], 0) + count
    return many
