"""Whose stored follow-ups no longer say what counting them now would."""

from collections.abc import Mapping
from datetime import date
from itertools import product
from uuid import UUID

from stegvis.core.values.language import LANGUAGES
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import Decided, decided_each
from stegvis.results.calculations.days import usual_days
from stegvis.results.models import ComputedFollowUp
from stegvis.results.queries.facts import data_states
from stegvis.results.queries.states import State, counted_by, state
from stegvis.results.values.figures import DisclosureLevel

LEVELS = (DisclosureLevel.INTERNAL, DisclosureLevel.REPORT)
"""Those that somebody opens every day; open statistics are released at most half-yearly."""

WHY = "figures are counted whoever looks"

Kept = dict[tuple[UUID, State], list[ComputedFollowUp]]


def programmes_to_count(*, on: date) -> list[Programme]:
    """With facts, and without every usual day at every level and language. A handful of queries."""
    wholes = list(Programme.objects.unscoped(reason=WHY).filter(whole=None).order_by("pk"))
    known, data = decided_each(wholes), data_states(wholes)
    with_facts = [one for one in wholes if one.pk in known and data[one.pk]]
    states = {one.pk: state(known[one.pk], data[one.pk]) for one in with_facts}
    kept = _kept(states)
    return [
        one
        for one in with_facts
        if not _is_whole(kept.get((one.pk, states[one.pk]), []), known[one.pk], on)
    ]


def _kept(states: Mapping[UUID, State]) -> Kept:
    rows = ComputedFollowUp.objects.filter(programme__in=states, counted_by=counted_by())
    found: Kept = {}
    for row in rows.defer("content"):
        its = State(row.definition_digest, row.data_state, row.counted_by)
        found.setdefault((row.programme_id, its), []).append(row)
    return found


def _is_whole(rows: list[ComputedFollowUp], known: Decided, on: date) -> bool:
    """The day of the facts is known from any of them: they were counted from the same."""
    if not rows:
        return False
    days = usual_days(known.definition, rows[0].extracted_on, on)
    wanted = set(product(days, (level.value for level in LEVELS), LANGUAGES))
    return wanted <= {(row.as_of, row.level, row.language) for row in rows}
