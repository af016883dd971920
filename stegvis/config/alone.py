"""One start for each data folder: the second is told where the first one answers."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

PATIENCE_SECONDS = 5.0  # a start that has not said its address by then installs or loads
PAUSE_SECONDS = 0.1


@contextmanager
def alone(data: Path) -> Iterator[Callable[[str], None]]:
    """Gives a function to say one's address with; the kernel lets go when the process ends."""
    descriptor = os.open(data / "serving", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(_already(descriptor)) from None
        _say(descriptor, "")
        yield lambda address: _say(descriptor, address)
    finally:
        os.close(descriptor)


def _say(descriptor: int, address: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, address.encode(), 0)


def _already(descriptor: int) -> str:
    until = time.monotonic() + PATIENCE_SECONDS
    address = ""
    while not address and time.monotonic() < until:
        address = os.pread(descriptor, 200, 0).decode()
        time.sleep(PAUSE_SECONDS)
    if not address:
        return _("Stegvis håller redan på att starta här. Vänta tills adressen visas där.")
    sentence = _(
        "Stegvis är redan igång här: {address}. Öppna adressen i webbläsaren, eller avsluta med "
        "Ctrl-C i det fönster där Stegvis startades."
    )
    return sentence.format(address=address)
