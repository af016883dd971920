"""The search for what to hide: attack, mend what gives something away, attack again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from stegvis.results.calculations.disclosure.attack import another_table, conclude
from stegvis.results.calculations.disclosure.patterns import (
    Problem,
    cheapest_pattern,
    costs_of,
    grown_pattern,
    is_large,
)
from stegvis.results.calculations.disclosure.systems import Equation, components, touching
from stegvis.results.calculations.disclosure.truth import Truth


@dataclass
class Search:
    """What has been found so far for one group of tied quantities."""

    problem: Problem
    small: set[int]
    least: set[int]
    hidden: set[int]
    ambiguous: set[int] = field(default_factory=set)
    public: set[int] | None = None  # follows from the grand totals alone, whatever is hidden
    given_away: set[int] = field(default_factory=set)

    def answer(self, truth: Truth, recovered: Collection[int]) -> bool:
        """Hides more where something has been recovered; False when there is nothing to do."""
        own = (self.small | self.hidden).intersection(recovered).difference(self.public or ())
        if not own or self.given_away:
            return False
        pattern = None
        if not own <= self.ambiguous:
            self.ambiguous |= own
            pattern = (
                grown_pattern(self.problem, self.hidden, own)
                if is_large(self.problem, self.ambiguous)
                else cheapest_pattern(self.problem, self.least, self.ambiguous)
            )
        if pattern is None:
            self._give_up(truth)
        else:
            self.hidden = pattern
        return True

    def _give_up(self, truth: Truth) -> None:
        """Hide everything; once it is known what is public anyway, try again without that."""
        everything = set(self.problem.costs)
        if self.public is not None:
            self.hidden = everything
            return
        self.public = _recovered(truth, everything, self.problem.equations)
        self.given_away = self.public & self.small
        self.hidden = everything if self.given_away else self.least
        self.ambiguous = set()


def searches_of(truth: Truth) -> list[Search]:
    searches = []
    for group in components(truth.system.equations, truth.system.inexact):
        small = truth.small(group)
        if small:
            problem = _problem_of(truth, group)
            least = truth.printed_for(small).intersection(problem.costs)
            searches.append(Search(problem, small, least, least))
    return searches


def run(truth: Truth, searches: Sequence[Search]) -> None:
    """Attack all groups at once, mend those that give something away, and attack again."""
    active = list(searches)
    while active:
        hidden = {place for search in active for place in search.hidden}
        equations = [equation for search in active for equation in search.problem.equations]
        recovered = _recovered(truth, hidden, equations)
        active = [search for search in active if search.answer(truth, recovered)]


def _problem_of(truth: Truth, group: Sequence[int]) -> Problem:
    printed = [place for place in group if place in truth.weight]
    return Problem(
        unknowns=tuple(group),
        equations=tuple(touching(truth.system.equations, group)),
        values={place: truth.values[place] for place in group},
        costs=costs_of(printed, truth.values, truth.weight),
        follows=tuple(
            pair for pair in truth.system.derived.values() if set(group).issuperset(pair)
        ),
    )


def _recovered(truth: Truth, hidden: Collection[int], equations: Collection[Equation]) -> set[int]:
    knowledge = truth.knowledge(hidden)
    places = {place for whole, parts in equations for place in (whole, *parts)}
    unsure = {place for place in places if not knowledge[place].is_exact}
    for sign in (1.0, -1.0):
        other = another_table(equations, knowledge, sign)
        unsure -= {place for place, value in other.items() if value != truth.values[place]}
    concluded = conclude(equations, knowledge, unsure) if unsure else {}
    return {place for place, found in concluded.items() if found.is_exact}
