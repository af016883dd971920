"""One at a time, and who is using the server: locks that the kernel drops with their process."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stegvis.core.actions.postgresql.places import Place
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

PATIENCE_SECONDS = 150.0  # longer than one start that has to recover
PAUSE_SECONDS = 0.02

_leases: dict[tuple[int, Path], int] = {}


@contextmanager
def alone(place: Place) -> Iterator[None]:
    descriptor = _opened(place.lock)
    try:
        _wait_for(descriptor, place)
        yield
    finally:
        os.close(descriptor)


def hold(place: Place) -> None:
    """Count this process among the users, until it lets go or dies."""
    key = (os.getpid(), place.directory)
    if key not in _leases:
        _leases[key] = _opened(place.in_use)
        fcntl.flock(_leases[key], fcntl.LOCK_SH)


def let_go(place: Place) -> None:
    """A lease inherited through fork stays: it is the parent's."""
    descriptor = _leases.pop((os.getpid(), place.directory), None)
    if descriptor is not None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def somebody_uses(place: Place) -> bool:
    descriptor = _opened(place.in_use)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)


def _wait_for(descriptor: int, place: Place) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(PAUSE_SECONDS)
    raise Refused(
        _(
            "En annan start av databasen i {directory} har pågått i flera minuter. "
            "Avsluta den och försök igen."
        ).format(directory=place.directory)
    )
