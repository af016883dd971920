"""The second wall: the database itself shows a transaction only what its viewer may see.

What is set here ends with the transaction; a transaction that says nothing sees no person.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from stegvis.core.values.viewers import Viewer

LOOK = (
    "SELECT set_config('stegvis.user', %s, true), set_config('stegvis.units', %s, true),"
    " set_config('stegvis.agencies', %s, true), set_config('stegvis.today', %s, true),"
    " set_config('stegvis.unscoped', '', true)"
)
READ_ONLY = ", set_config('transaction_read_only', 'on', true)"


def look_as(viewer: Viewer, *, read_only: bool = False) -> None:
    """First thing in every transaction of a page; one statement, whatever it sets."""
    where = [_array(viewer.units), _array(viewer.agencies)]
    with connection.cursor() as cursor:
        cursor.execute(
            LOOK + (READ_ONLY if read_only else ""),
            [str(viewer.user or ""), *where, viewer.on.isoformat()],
        )


@contextmanager
def unscoped(*, reason: str) -> Iterator[None]:
    """For nobody in particular: a job, a search for doubles, the demo. Inside a transaction."""
    before = _set(reason or "?")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            _set(before)


def _set(reason: str) -> str:
    """What was set before. A connection without a transaction keeps it for its own statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('stegvis.unscoped', true)")
        (before,) = cursor.fetchone()
        cursor.execute("SELECT set_config('stegvis.unscoped', %s, true)", [reason])
    return before or ""


def _array(keys: Iterable[UUID]) -> str:
    return "{" + ",".join(sorted(map(str, keys))) + "}"
