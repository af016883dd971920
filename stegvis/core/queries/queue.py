"""What waits in the queue itself, whatever has been told of it."""

from procrastinate.contrib.django.models import ProcrastinateJob

WAITING = "todo"


def waiting_locks(task: str) -> set[str]:
    """The locks of the waiting jobs of one task."""
    waiting = ProcrastinateJob.objects.filter(task_name=task, status=WAITING)
    return {lock for lock in waiting.values_list("lock", flat=True) if lock}
