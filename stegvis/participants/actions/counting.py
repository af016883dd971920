"""The figures are told that somebody is counted in another way than before."""

from uuid import UUID

from stegvis.core.actions.jobs import ask_for
from stegvis.core.queries.queue import waiting_locks

COUNT_ANEW = "stegvis.results.tasks.recorded.count_anew"
"""The task, in a room to the left of this one. Nothing in the queue says of whom."""


def count_anew(association: UUID) -> None:
    """After a consent, its withdrawal, a protection, or a change of who somebody is."""
    lock = f"recorded {association}"
    if lock not in waiting_locks(COUNT_ANEW):
        ask_for(COUNT_ANEW, subject=association, lock=lock)
