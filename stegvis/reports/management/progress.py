"""One line a step on the screen of the person who waits, with the time it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _


@contextmanager
def step(what: str) -> Iterator[None]:
    """Goes to stderr, so that the goal table alone stands on stdout."""
    started = time.perf_counter()
    yield
    seconds = number(time.perf_counter() - started, 1)
    print(_("{what} ({seconds} s)").format(what=what, seconds=seconds), file=sys.stderr, flush=True)
