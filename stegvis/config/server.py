"""The web server: processes of granian, each with some threads."""

import multiprocessing
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from stegvis.config.asking import status
from stegvis.core.values.language import gettext as _

APPLICATION = "stegvis.config.served:application"
THREADS = 4  # for each process: while one waits for the database, another works
LAST_WORK_SECONDS = 5  # for answers and jobs under way at the end; a job begins again another time
PATIENCE_SECONDS, PAUSE_SECONDS = 120.0, 0.05
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - recognised, not bound to
LOCAL = ("127.0.0.1", "::1", *EVERYWHERE)


@dataclass(frozen=True)
class Place:
    host: str
    port: int
    processes: int = 1

    @property
    def address(self) -> str:
        """By name where it is this machine: passkeys do not work on a bare number."""
        shown = "localhost" if self.host in LOCAL else self.host
        return f"http://{f'[{shown}]' if ':' in shown else shown}:{self.port}/"

    @property
    def asked_host(self) -> str:
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - the same


def serve(place: Place, *, when_it_answers: Callable[[], None]) -> int:
    """Until a signal says stop; another code than nought when the server gave up by itself."""
    multiprocessing.set_start_method("spawn", force=True)
    granian = Server(
        APPLICATION,
        address=place.host,
        port=place.port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=place.processes,
        blocking_threads=THREADS,
        workers_kill_timeout=LAST_WORK_SECONDS,
        log_level=LogLevels.error,
    )
    waiting = threading.Thread(target=_tell, args=(place, when_it_answers), daemon=True)
    waiting.start()
    try:
        granian.serve()
    except SystemExit:
        print(_("Stegvis slutade svara. Felet står här ovanför."), file=sys.stderr)
        return 1
    return 0


def _tell(place: Place, when_it_answers: Callable[[], None]) -> None:
    """Whatever it answers, it has loaded all that the first page needs."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if status(place.asked_host, place.port, "/") is not None:
            when_it_answers()
            return
        time.sleep(PAUSE_SECONDS)
