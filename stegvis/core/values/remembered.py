"""What has been asked once while a page is read, and need not be asked again for it.

Only a page that changes nothing remembers; elsewhere each asks anew.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Known = TypeVar("Known")

_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("remembered", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def remembered(key: Hashable, ask: Callable[[], Known]) -> Known:
    """`key` says what is asked and of whom; nobody changes what is answered."""
    known = _known.get()
    if known is None:
        return ask()
    if key not in known:
        known[key] = ask()
    found: Known = known[key]
    return found
