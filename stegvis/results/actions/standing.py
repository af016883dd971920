"""Follow-ups computed beforehand, so that the usual day is there when somebody opens it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from stegvis.core.models import Job
from stegvis.core.queries.queue import waiting_locks
from stegvis.core.values.language import LANGUAGES, current_language, speaking
from stegvis.programmes.actions.definitions import RECOMPUTE, count_again, lock_of
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import Decided, decided
from stegvis.results.calculations.days import usual_days
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.calculations.follow_up_json import written
from stegvis.results.calculations.publishing import publish
from stegvis.results.models import ComputedFollowUp
from stegvis.results.queries.current import LEVELS, programmes_to_count
from stegvis.results.queries.facts import data_state, facts_of
from stegvis.results.queries.states import State, state
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import DisclosureLevel, FollowUp

TASK = RECOMPUTE

Told = Callable[[int, int], None]
"""How many of the days are done, and how many there are."""


def ask_to_compute(programme: Programme, *, by: UUID | None = None) -> Job:
    """Said when facts or the definition have changed; the whole's figures hold its parts'."""
    return count_again(programme, by=by)


def ask_for_what_is_not_current(*, on: date) -> list[Job]:
    """After a new release, and when the usual day has moved; not what waits to be counted."""
    waiting = waiting_locks(TASK)
    found = programmes_to_count(on=on)
    return [ask_to_compute(one) for one in found if lock_of(one.pk) not in waiting]


def compute(programme: Programme, *, as_of: date, level: DisclosureLevel) -> FollowUp:
    """One day at one level in the language spoken; put in the place of an earlier one."""
    return _Ground.of(programme).computed(as_of, (level,))[0]


def compute_usual_days(programme: Programme, *, told: Told = lambda _done, _all: None) -> date:
    """The usual day and the ends of the half-years before it, at every level and language.

    What was counted of another state or day is thrown away. Some seconds; each stands at once.
    """
    ground = _Ground.of(programme)
    days = usual_days(ground.known.definition, ground.facts.extracted_on, timezone.localdate())
    work = [(day, language) for day in days for language in LANGUAGES]
    for done, (day, language) in enumerate(work):
        told(done, len(work))
        with speaking(language):
            ground.computed(day, LEVELS)
    stale = ComputedFollowUp.objects.filter(programme=programme)
    stale.exclude(**ground.state.fields, as_of__in=days).delete()
    return days[0]


@dataclass(frozen=True)
class _Ground:
    """What figures are counted from, fetched once for many days."""

    programme: Programme
    known: Decided
    state: State
    facts: FactSet

    @classmethod
    def of(cls, programme: Programme) -> "_Ground":
        known = decided(programme)
        basis = state(known, data_state(programme))
        return cls(programme, known, basis, facts_of(programme))

    def computed(self, as_of: date, levels: Sequence[DisclosureLevel]) -> list[FollowUp]:
        definitions = (self.known.definition, *self.known.parts)
        found = evaluate(definitions[0], definitions[1:], self.facts, as_of=as_of)
        return [self._kept(publish(found, level, definitions)) for level in levels]

    def _kept(self, found: FollowUp) -> FollowUp:
        ComputedFollowUp.objects.update_or_create(
            programme=self.programme,
            as_of=found.as_of,
            level=found.level.value,
            language=current_language(),
            **self.state.fields,
            defaults={"content": written(found), "extracted_on": self.facts.extracted_on},
        )
        return found
