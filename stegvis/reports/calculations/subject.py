"""What a report speaks of: one programme or sub-programme, with its figures and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import AnyIndicator, Level
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.reports.values.document import Block
from stegvis.reports.values.remaining import Remaining
from stegvis.results.values.figures import DisclosureLevel, Figure, FollowUp


@dataclass(frozen=True)
class Goal:
    """A goal as it was decided, and the figure that answers it."""

    indicator: AnyIndicator
    figure: Figure


@dataclass(frozen=True)
class Subject:
    """`said` is what people have written, ready as blocks, by heading id or goal id."""

    definition: Definition
    follow_up: FollowUp
    parts: "tuple[Subject, ...]" = ()
    said: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    remaining: tuple[Remaining, ...] = ()
    signature_lines: tuple[str, ...] = ()

    @cached_property
    def words(self) -> Vocabulary:
        return Vocabulary(self.definition)

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def hides_small_cells(self) -> bool:
        return self.follow_up.level is not DisclosureLevel.INTERNAL

    def alone(self) -> "Subject":
        return replace(self, parts=())

    def with_parts(self) -> "tuple[Subject, ...]":
        return (self, *self.parts)

    def key(self, figure: Figure) -> str:
        """The figure's name in the whole report: `programme/figure`."""
        return f"{self.follow_up.programme}/{figure.id}"

    def figure(self, figure_id: str) -> Figure | None:
        return self.follow_up.figure(figure_id)

    def figures_like(self, prefix: str) -> list[Figure]:
        return [one for one in self.follow_up.figures if one.id.startswith(prefix)]

    def goals(self, level: Level | None = None) -> list[Goal]:
        """In the definition's order, a replaced goal right before the one that replaces it."""
        return [
            Goal(indicator, figure)
            for indicator in self._ordered()
            if level is None or indicator.level is level
            if (figure := self.figure(indicator.id)) is not None
        ]

    def _ordered(self) -> list[AnyIndicator]:
        goals = {goal.id: goal for goal in self.definition.goals}
        replaced = {goal.replaces for goal in goals.values() if goal.replaces}
        ordered: list[AnyIndicator] = []
        for goal in goals.values():
            if goal.id not in replaced:
                ordered += _history(goal, goals)
        return ordered


def _history(goal: AnyIndicator, goals: dict[str, AnyIndicator]) -> list[AnyIndicator]:
    earlier = goals.get(goal.replaces or "")
    return [*(_history(earlier, goals) if earlier else []), goal]
