"""The outsider: what can be concluded from what is published."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, isinf

from stegvis.results.calculations.disclosure.programs import Program, is_whole
from stegvis.results.calculations.disclosure.systems import Equation, components, touching
from stegvis.results.calculations.disclosure.tables import Range

ENDLESS = 1_000_000  # stands for "no limit" in a programme; no association counts so many
GOLDEN = 0.6180339887498949  # its multiples never repeat, so no two unknowns weigh the same


class Contradiction(ValueError):  # noqa: N818 - says what was found, not what went wrong
    """No table of counts fits all that is published."""


@dataclass(frozen=True)
class _Tied:
    """Unknowns that hang together, their limits, and the sums they must fit."""

    unknowns: tuple[int, ...]
    limits: tuple[tuple[float, float], ...]
    rows: tuple[tuple[tuple[tuple[int, float], ...], float], ...]

    def has_any(self, places: Collection[int]) -> bool:
        return any(unknown in places for unknown in self.unknowns)

    def copy_into(self, program: Program, costs: Mapping[int, float], *, whole: bool) -> int:
        """Adds the unknowns and their sums once more; returns where the copy starts."""
        start = len(program.costs)
        for position, (low, high) in enumerate(self.limits):
            program.unknown(low, high, cost=costs.get(position, 0.0), whole=whole)
        for terms, right in self.rows:
            program.row([(start + position, factor) for position, factor in terms], right, right)
        return start


def conclude(
    equations: Iterable[Equation], knowledge: Sequence[Range], about: Iterable[int]
) -> dict[int, Range]:
    """The smallest and largest whole number that each can be, given what is known.

    Sound and sharp: every end is reached by a table of whole numbers ≥ 0 that fits all that is
    published.
    """
    sums = list(equations)
    settled = _subtract(sums, knowledge)
    concluded = {place: settled[place] for place in about}
    groups = [tied for tied in _groups(sums, settled) if tied.has_any(concluded)]
    ends = _ends(groups, concluded, whole=False)
    for tied in groups:
        own = {place: ends[place] for place in tied.unknowns if place in concluded}
        if not all(map(_is_whole_table, (table for pair in own.values() for table in pair))):
            own = _ends([tied], concluded, whole=True)
        for position, place in enumerate(tied.unknowns):
            if place in own:
                low, high = (table[position] for table in own[place])
                concluded[place] = Range(round(low), inf if high >= ENDLESS / 2 else round(high))
    return concluded


def another_table(
    equations: Iterable[Equation], knowledge: Sequence[Range], sign: float
) -> dict[int, int]:
    """Some other table that fits, as far from the middle as it goes: cheap, and often enough.

    Where it differs from the true one nothing exact can be concluded.
    """
    sums = list(equations)
    program = Program()
    groups = list(_groups(sums, _subtract(sums, knowledge)))
    starts = []
    for tied in groups:
        weights = {p: sign * (p * GOLDEN % 1 - 0.5) for p in range(len(tied.unknowns))}
        starts.append(tied.copy_into(program, weights, whole=False))
    solution = program.solve() or []
    found: dict[int, int] = {}
    for tied, start in zip(groups, starts, strict=True):
        table = solution[start : start + len(tied.unknowns)]
        if table and _is_whole_table(table):
            found |= zip(tied.unknowns, map(round, table), strict=True)
    return found


def _subtract(equations: Iterable[Equation], knowledge: Sequence[Range]) -> list[Range]:
    """What plain subtraction gives, again and again: no solver is needed for it."""
    settled = list(knowledge)
    waiting = list(equations)
    while waiting:
        still = []
        for whole, parts in waiting:
            unknown = [place for place in (whole, *parts) if not settled[place].is_exact]
            if len(unknown) == 1:
                known = sum(settled[part].low for part in parts if part != unknown[0])
                value = known if unknown[0] == whole else settled[whole].low - known
                settled[unknown[0]] = Range(value, value)
            elif unknown:
                still.append((whole, parts))
        if len(still) == len(waiting):
            break
        waiting = still
    return settled


def _groups(equations: Sequence[Equation], knowledge: Sequence[Range]) -> Iterator[_Tied]:
    places = {place for whole, parts in equations for place in (whole, *parts)}
    unknowns = sorted(place for place in places if not knowledge[place].is_exact)
    for group in components(equations, unknowns):
        limits = [(knowledge[place].low, knowledge[place].high) for place in group]
        yield _Tied(
            unknowns=tuple(group),
            limits=tuple((low, ENDLESS if isinf(high) else high) for low, high in limits),
            rows=tuple(_rows(group, touching(equations, group), knowledge)),
        )


def _rows(
    group: Sequence[int], equations: Iterable[Equation], knowledge: Sequence[Range]
) -> Iterator[tuple[tuple[tuple[int, float], ...], float]]:
    """Parts − whole = 0, with what is known moved to the right."""
    position = {unknown: place for place, unknown in enumerate(group)}
    for whole, parts in equations:
        terms: list[tuple[int, float]] = []
        right = 0.0
        for unknown, factor in [(whole, -1.0), *((part, 1.0) for part in parts)]:
            if unknown in position:
                terms.append((position[unknown], factor))
            else:
                right -= factor * knowledge[unknown].low
        yield tuple(terms), right


Table = list[float]


def _ends(
    groups: Sequence[_Tied], wanted: Collection[int], *, whole: bool
) -> dict[int, tuple[Table, Table]]:
    """The tables in which each wanted unknown is smallest and largest.

    One programme for all of them: a copy of the tied unknowns for each end.
    """
    program = Program()
    copies: dict[int, tuple[slice, slice]] = {}
    for tied in groups:
        size = len(tied.unknowns)
        for position, place in enumerate(tied.unknowns):
            if place in wanted:
                low = tied.copy_into(program, {position: 1.0}, whole=whole)
                high = tied.copy_into(program, {position: -1.0}, whole=whole)
                copies[place] = slice(low, low + size), slice(high, high + size)
    solution = program.solve()
    if solution is None:
        raise Contradiction("what is published contradicts itself")
    return {place: (solution[low], solution[high]) for place, (low, high) in copies.items()}


def _is_whole_table(table: Iterable[float]) -> bool:
    return all(map(is_whole, table))
