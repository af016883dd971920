"""What happens next in a programme's own calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import Deliverable


@dataclass(frozen=True, order=True)
class Upcoming:
    on: date
    words: str


def next_event(definition: Definition, day: date) -> Upcoming | None:
    """The nearest that the definition itself gives a day, today included."""
    return min((one for one in _calendar(definition) if one.on >= day), default=None)


def _calendar(definition: Definition) -> Iterator[Upcoming]:
    yield from _decided(definition)
    if definition.intake_stop:
        yield Upcoming(definition.intake_stop, _("Sista dag för nya deltagare"))
    for phase in definition.phases:
        if phase.first:
            yield Upcoming(phase.first, _("{phase} börjar").format(phase=phase.name))
    for goal in definition.goals:
        if isinstance(goal, Deliverable) and goal.by:
            yield Upcoming(goal.by, _("Ska vara klart: {goal}").format(goal=goal.text))


def _decided(definition: Definition) -> Iterator[Upcoming]:
    for decision in definition.decisions:
        if decision.first:
            yield Upcoming(decision.first, _("Beslutad tid börjar"))
        if decision.last:
            yield Upcoming(decision.last, _("Beslutad tid slutar"))
