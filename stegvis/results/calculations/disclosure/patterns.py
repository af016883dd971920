"""The cheapest set of further cells to hide, so that none can be worked out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stegvis.results.calculations.disclosure.programs import Program
from stegvis.results.calculations.disclosure.systems import Equation

TIE = 100  # the size of a number decides only between patterns of as many cells
AT_ONCE = 1_500  # unknowns in one programme for the best pattern, some 0.2 s
CHOSEN = 0.5  # a yes or no of the solver is read as yes above this


@dataclass(frozen=True)
class Problem:
    """A group of tied quantities: their true values, and what it costs to hide each."""

    unknowns: tuple[int, ...]
    equations: tuple[Equation, ...]
    values: Mapping[int, int]
    costs: Mapping[int, float]  # of the cells that are printed; the rest nobody prints
    follows: tuple[tuple[int, int], ...]  # (whole, part): hiding the whole hides the part


def cheapest_pattern(
    problem: Problem, hidden: Collection[int], ambiguous: Collection[int]
) -> set[int] | None:
    """Hides at least `hidden`, so that every one of `ambiguous` has another possible value.

    For each of them the solver must find a second table that fits what is left: one that differs
    from the true one only in what is hidden. Steps of one are enough in nearly all tables; where
    they are not, any step is tried. None when not even hiding everything is enough.
    """
    largest = max(problem.values.values(), default=1)
    for step in (1, largest):
        program = Program()
        switches = {
            unknown: program.unknown(float(unknown in hidden), 1, cost=cost, whole=True)
            for unknown, cost in problem.costs.items()
        }
        for whole, part in problem.follows:
            program.row([(switches[part], 1), (switches[whole], -1)], 0, 1)
        for unknown in ambiguous:
            _second_table(program, problem, switches, (unknown, step))
        solution = program.solve()
        if solution is not None:
            return {unknown for unknown, place in switches.items() if solution[place] > CHOSEN}
    return None


def is_large(problem: Problem, ambiguous: Collection[int]) -> bool:
    """Whether the best pattern for all of them at once would take seconds to find."""
    return len(problem.unknowns) * len(ambiguous) > AT_ONCE


def grown_pattern(
    problem: Problem, hidden: Collection[int], ambiguous: Collection[int]
) -> set[int] | None:
    """What is hidden and what more each of `ambiguous` needs, one after the other.

    Not the cheapest for all of them together, but found in milliseconds each.
    """
    grown = set(hidden)
    for unknown in sorted(ambiguous, key=lambda one: (problem.values[one], one)):
        more = cheapest_pattern(problem, grown, [unknown])
        if more is None:
            return None
        grown = more
    return grown


def _second_table(
    program: Program, problem: Problem, switches: Mapping[int, int], wanted: tuple[int, int]
) -> None:
    """A table that differs from the true one by one in the wanted quantity, up or down."""
    unknown, step = wanted
    differences = {
        place: program.unknown(-min(step, problem.values[place]), step)
        for place in problem.unknowns
    }
    for whole, parts in problem.equations:
        terms = [(differences[part], 1.0) for part in parts if part in differences]
        if whole in differences:
            terms.append((differences[whole], -1.0))
        program.row(terms, 0, 0)
    for place, switch in switches.items():
        down = min(step, problem.values[place])
        program.row([(differences[place], 1), (switch, -step)], -2 * step, 0)
        program.row([(differences[place], 1), (switch, down)], 0, 2 * step)
    is_down = program.unknown(0, min(1, problem.values[unknown]), whole=True)
    program.row([(differences[unknown], 1), (is_down, 2)], 1, 1)


def costs_of(
    printed: Sequence[int], values: Sequence[int], weight: Mapping[int, int]
) -> dict[int, float]:
    """Fewest cells first, margins dearest, then the smallest numbers; a nought protects least."""
    dearest = max((values[place] for place in printed), default=0) + 1
    return {
        place: weight[place] + (values[place] or dearest) / (dearest * TIE) for place in printed
    }
