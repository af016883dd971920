"""Level open: one cut of each figure, by gender or by its own categories, and no other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.disclosure.tables import CellKey, CountTable
from stegvis.results.calculations.publishing.breakdowns import (
    ENROLLED,
    PERSONS,
    by_gender,
    summed,
)
from stegvis.results.calculations.publishing.crowds import Crowd, Crowds
from stegvis.results.calculations.publishing.flows import FLOW
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
from stegvis.results.calculations.publishing.reading import EVERYONE, paths
from stegvis.results.values.figures import Figure, FollowUp

ALL = "all"
ASKED = "asked"
K, N = "k", "n"


def table_name(path: str, role: str, cut: str) -> str:
    return f"{path}: {role} by {cut}"


def cuts_of(figure: Figure) -> list[str]:
    """The declared cuts: gender for shares and counts, the column of a distribution."""
    shapes = {grouping: shape_of(figure, grouping) for grouping in figure.groups}
    if shapes.get(GENDER) is Shape.SHARES and figure.groups[GENDER]:
        return [GENDER]
    cuts = [one for one, shape in shapes.items() if shape in _OWN]
    return [one for one in cuts if not one.startswith(f"{FLOW}{OF}")]


_OWN = frozenset({Shape.DISTRIBUTION, Shape.TOTALS, Shape.RANGES})


def open_tables(follow_up: FollowUp) -> list[CountTable]:
    tables = list(_each(follow_up))
    totals = {
        sum(table.counts.values()): table.shape.population for table in tables if table.is_additive
    }
    return [_tied(table, totals) if not table.is_additive else table for table in tables]


def _tied(table: CountTable, totals: Mapping[int, str]) -> CountTable:
    """A total by itself and a breakdown with the same total are of the same people."""
    (grouping,) = table.dimensions
    equal = [
        ((totals[many], ()), ((table.name, ((grouping, code),)),))
        for (code,), many in table.counts.items()
        if many in totals
    ]
    return replace(table, sums=(*table.sums, *equal))


def _each(follow_up: FollowUp) -> Iterator[CountTable]:
    crowds = Crowds()
    roots: dict[str, Crowd] = {}
    named = [(path, figure) for path, figure in paths(follow_up) if is_about_people(figure)]
    for path, figure in sorted(named, key=lambda one: one[1].id not in EVERYONE):
        yield from _tables(figure, path, crowds, roots)


def _tables(
    figure: Figure, path: str, crowds: Crowds, roots: dict[str, Crowd]
) -> Iterator[CountTable]:
    cuts = cuts_of(figure)
    root = roots.get(ENROLLED if Unit(figure.unit) in ENROLMENTS else PERSONS)
    for cut in cuts:
        if shape_of(figure, cut) is Shape.SHARES:
            yield from _shares(figure, path, crowds, roots)
        elif shape_of(figure, cut) is Shape.DISTRIBUTION:
            yield from _distribution(figure, path, cut, crowds)
        else:
            yield from _alone(figure, path, cut)
    if not cuts and figure.k is not None:
        within = root.name if root and root.total > figure.k else ""
        population = root.name if root and root.total == figure.k else f"{path}: k"
        yield CountTable(table_name(path, K, ALL), (ALL,), {(ALL,): figure.k}, population, within)
    for part in figure.parts:
        yield from _tables(part, f"{path}/{part.id}", crowds, roots)


def _shares(
    figure: Figure, path: str, crowds: Crowds, roots: dict[str, Crowd]
) -> Iterator[CountTable]:
    """Of a count k are the people; of a share n are, and k is within."""
    k, n = counts_k(figure.groups[GENDER]), counts_n(figure.groups[GENDER])
    people = n or k
    if not people:
        return
    root = roots.get(ENROLLED if Unit(figure.unit) in ENROLMENTS else PERSONS)
    crowd = crowds.of(f"{path}: {N if n else K}", sum(people.values()), {GENDER: people})
    if figure.id in {PERSONS, ENROLLED}:
        roots.setdefault(figure.id, crowd)
    within = root.name if root and root.holds(crowd) and figure.id not in roots else ""
    yield _table(table_name(path, N if n else K, GENDER), people, crowd.name, within)
    if n and k:
        yield _table(table_name(path, K, GENDER), k, f"{path}: k", crowd.name)


def _table(name: str, counts: Mapping[str, int], population: str, within: str) -> CountTable:
    cells: dict[CellKey, int] = {(code,): many for code, many in counts.items()}
    return CountTable(name, (name.rpartition(" by ")[2],), cells, population, within)


def _distribution(figure: Figure, path: str, cut: str, crowds: Crowds) -> Iterator[CountTable]:
    counts = counts_k(figure.groups[cut])
    asked = next(iter(counts_n(figure.groups[cut]).values()), 0)
    name = table_name(path, K, cut)
    if sum(counts.values()) == asked:
        crossed = [one for one in figure.groups if one.startswith(f"{cut}{OF}")]
        gender = summed(by_gender(figure, cut, crossed), 1)
        vectors = {cut: counts} | ({GENDER: gender} if sum(gender.values()) == asked else {})
        crowd = crowds.of(f"{path}/{cut}", asked, vectors)
        yield _table(name, counts, crowd.name, "")
        return
    cells: dict[CellKey, int] = {(code,): many for code, many in counts.items()}
    yield CountTable(name, (cut,), cells, is_additive=False)
    yield CountTable(table_name(path, N, cut), (ASKED,), {(ASKED,): asked}, is_additive=False)


def _alone(figure: Figure, path: str, cut: str) -> Iterator[CountTable]:
    """Totals beside each other, and the ends of ranges: each by itself."""
    for role, counts in ((K, counts_k(figure.groups[cut])), (N, counts_n(figure.groups[cut]))):
        cells: dict[CellKey, int] = {(code,): many for code, many in counts.items()}
        if cells:
            yield CountTable(table_name(path, role, cut), (cut,), cells, is_additive=False)
