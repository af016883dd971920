"""What each process of the started server loads: the application, and one that does the jobs."""

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from stegvis.config import environment
from stegvis.config.garbage import look_for_garbage_seldom
from stegvis.core.values.refusals import Refused

INSIDE, SEPARATE = "inside", "separate"
FIRST_PAGE_SECONDS = 3.0  # jobs that waited for a start can wait for its first page too


def application() -> Callable[..., Any]:
    """Called once by the server in each of its processes."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C is for who started us
    threading.Thread(target=_end_with_starter, daemon=True).start()
    try:
        return _loaded()
    except Refused as refused:
        sys.exit(str(refused))


def _loaded() -> Callable[..., Any]:
    loaded: Callable[..., Any] = import_module("stegvis.config.wsgi").application
    look_for_garbage_seldom()
    if environment.one_of("STEGVIS_JOBS", (INSIDE, SEPARATE)) == INSIDE:
        start_worker = import_module("stegvis.config.worker").start_worker_thread
        later = threading.Timer(FIRST_PAGE_SECONDS, start_worker)
        later.daemon = True
        later.start()
    return loaded


def _end_with_starter() -> None:
    """One that was killed has told nobody: nothing of ours is left running behind it."""
    starter = multiprocessing.parent_process()
    if starter is not None:
        multiprocessing.connection.wait([starter.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
