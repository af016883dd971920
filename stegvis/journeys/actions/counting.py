"""The figures are told that a journey has changed."""

from uuid import UUID

from stegvis.core.actions.jobs import ask_for
from stegvis.core.queries.queue import waiting_locks
from stegvis.programmes.models import Programme

COUNT_RECORDED = "stegvis.results.tasks.recorded.count_recorded"
"""The task, in a room to the left of this one, that lays journeys flat without names."""


def count_recorded(programme: Programme) -> None:
    """Asked for once, however many are recorded until it begins; nobody waits for it."""
    whole = programme.whole_id or programme.pk
    lock = lock_of(whole)
    if lock not in waiting_locks(COUNT_RECORDED):
        ask_for(COUNT_RECORDED, subject=whole, lock=lock)


def lock_of(whole: UUID) -> str:
    """One change of a programme's facts at a time, wherever they come from."""
    return f"facts {whole}"
