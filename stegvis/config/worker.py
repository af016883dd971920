"""The worker: carries out jobs, in the web process or in one of its own.

A job whose worker died is taken up again: what it did was in one transaction, and is not there.
"""

import asyncio
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from threading import Event, Thread
from typing import Any

import django
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.periodic import PeriodicRegistry

ALIVE_SECONDS = 3.0  # between two signs of life
DEAD_AFTER_SECONDS = 12.0  # without one: four missed
STALLED_SECONDS = 5.0  # between two looks for jobs whose worker died
AGAIN_SECONDS = 2.0  # after the database went away
POLL_SECONDS = 1.0  # for a job that waited for another's lock: nobody is notified of that
LEAVE_SECONDS = 20.0  # for what is being done when the worker is stopped
LAST_SECONDS = 3.0  # the same when the process ends: what is not done begins again later
AT_ONCE = 2

logger = logging.getLogger(__name__)


class WorkerThread:
    """A worker in a daemon thread of this process; it survives a database that goes away."""

    def __init__(self) -> None:
        self._stopping = Event()
        self._stop: Callable[[], None] | None = None
        self._thread = Thread(target=self._work, name="stegvis-worker", daemon=True)

    def start(self) -> "WorkerThread":
        """At the end of the process it stops before the threads that do its jobs.

        Otherwise it would fetch jobs that nothing can do any more, and call them failed. What
        concurrent.futures uses for the same is used here, since atexit comes too late.
        """
        threading._register_atexit(self._leave)  # type: ignore[attr-defined] # noqa: SLF001
        self._thread.start()
        return self

    def _leave(self) -> None:
        self.stop(wait_seconds=LAST_SECONDS)

    def stop(self, *, wait_seconds: float = LEAVE_SECONDS) -> None:
        """No new jobs; what is being done may be finished first."""
        self._stopping.set()
        if self._stop is not None:
            self._stop()
        self._thread.join(wait_seconds)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                asyncio.run(serve(self._told_how_to_stop))
            except Exception:
                logger.exception("the worker stopped; it starts again")
            self._stopping.wait(AGAIN_SECONDS)

    def _told_how_to_stop(self, stop: Callable[[], None]) -> None:
        self._stop = stop
        if self._stopping.is_set():
            stop()


def start_worker_thread() -> WorkerThread:
    return WorkerThread().start()


async def serve(told: Callable[[Callable[[], None]], None]) -> None:
    """Carry out jobs until stopped; `told` is given the way to stop from another thread."""
    own = with_own_connections()
    async with own.open_async():
        worker = own._worker(  # noqa: SLF001 - the one way to a worker that can be stopped
            concurrency=AT_ONCE,
            fetch_job_polling_interval=POLL_SECONDS,
            update_heartbeat_interval=ALIVE_SECONDS,
            stalled_worker_timeout=DEAD_AFTER_SECONDS,
            shutdown_graceful_timeout=LEAVE_SECONDS,
            install_signal_handlers=False,
            delete_jobs="successful",
            task_middleware=[without_connections_left],
        )
        told(worker.stop)
        await ask_for_the_regular(own)
        await _until_done(worker, own)


def with_own_connections() -> Any:
    """The queue, through connections that are opened anew when the database comes back.

    Not replace_connector: pages of this process go on deferring within their transactions. What
    is asked for by the hour is bound to the page's connections, unless it is told otherwise.
    """
    from procrastinate.contrib.django import app  # noqa: PLC0415 - the apps must be ready

    own: Any = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
    own.perform_import_paths()
    regular, own.periodic_registry = own.periodic_registry, PeriodicRegistry()
    for one in regular.periodic_tasks.values():
        task = copy(one.task)
        task.blueprint = own
        own.periodic_registry.register_task(task, one.cron, one.periodic_id, {})
    return own


async def ask_for_the_regular(app: Any) -> None:
    """Not only when its hour comes: the machine may have been off, or the release is a new one."""
    for one in app.periodic_registry.periodic_tasks.values():
        with suppress(AlreadyEnqueued):  # another worker has asked, and nobody has begun
            await one.task.configure().defer_async(timestamp=int(time.time()))


async def _until_done(worker: Any, app: Any) -> None:
    looking = asyncio.create_task(take_up_stalled(app))
    try:
        await worker.run()
    finally:
        looking.cancel()


async def take_up_stalled(app: Any) -> None:
    """Jobs whose worker has given no sign of life begin again, for as long as this one lives."""
    jobs = app.job_manager
    while True:
        for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER_SECONDS):
            await jobs.retry_job(job)
        await jobs.prune_stalled_workers(DEAD_AFTER_SECONDS)
        await asyncio.sleep(STALLED_SECONDS)


def without_connections_left(work: Callable[[], Any], _context: object, _worker: object) -> Any:
    from django.db import connections  # noqa: PLC0415 - the settings must be ready

    try:
        return work()
    finally:
        connections.close_all()


def main(_arguments: list[str] | None = None) -> int:
    """A process of its own, until it is asked to leave."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings")
    django.setup()
    leaving = Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: leaving.set())
    worker = start_worker_thread()
    leaving.wait()
    worker.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
