"""The child process: started bare, listened to with a deadline, ended as a group."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import stegvis
from stegvis.core.files.isolated import limits

SHEETS = "stegvis.core.files.isolated"
CHUNK = limits.MEGABYTE
MILLISECONDS = 1_000
LEAVING_SECONDS = 1.0  # after its last word
PAUSE_SECONDS = 0.002
PROJECT = str(Path(stegvis.__file__).parents[1])


class Stopped(Exception):  # noqa: N818 - an end, told to the caller
    """The child ended without a whole answer; `reason` is a kind of problem."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Usage:
    """What the child itself used, as the kernel counted it."""

    cpu_seconds: float = 0.0
    peak_bytes: int = 0
    signal: int = 0  # that ended it, 0 when it ended by itself


@contextmanager
def child(
    request: str, *, sources: tuple[int, ...], usage: Usage, module: str = SHEETS
) -> Iterator[Iterator[bytes]]:
    """Lines that `module` writes about the open files `sources`; its usage when it has ended."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
        [sys.executable, "-P", "-s", "-m", module, request],
        stdin=subprocess.DEVNULL,
        pass_fds=sources,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd="/",
        start_new_session=True,
    )
    try:
        yield _lines(process, limits.WALL_SECONDS * len(sources))
    except BaseException:
        _kill(process)
        raise
    finally:
        _take(process, usage)


def end_of(used: Usage) -> str:
    """Why there is no whole answer: the kernel, or a native reader, ended the child."""
    if used.signal == signal.SIGXCPU:
        return "time"
    return "too_heavy" if used.signal in (signal.SIGABRT, signal.SIGKILL) else "unreadable"


def _environment() -> dict[str, str]:
    """Nothing of ours but where the code lies; one thread, as memory is counted per thread."""
    kept = {key: os.environ[key] for key in ("LD_LIBRARY_PATH",) if key in os.environ}
    return {
        **kept,
        "PYTHONPATH": PROJECT,
        "LC_ALL": "C.UTF-8",
        "POLARS_MAX_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
    }


def _lines(process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[bytes]:
    """Whole lines only: what follows the last end of line was cut off."""
    assert process.stdout is not None  # noqa: S101 - asked for above
    deadline = time.monotonic() + seconds
    descriptor, total = process.stdout.fileno(), 0
    parts: list[bytes] = []
    while chunk := _read(descriptor, deadline):
        total += len(chunk)
        if total > limits.OUTPUT_BYTES:
            raise Stopped("too_heavy")
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            yield b"".join([*parts, line])
            parts = []
        parts.append(rest)


def _read(descriptor: int, deadline: float) -> bytes:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(max(0, deadline - time.monotonic()) * MILLISECONDS):
        raise Stopped("time")
    return os.read(descriptor, CHUNK)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """The whole group; it is not reaped yet, so its number is still its own."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _take(process: "subprocess.Popen[bytes]", usage: Usage) -> None:
    """Let it leave by itself for a moment, end what is left, and take its usage."""
    assert process.stdout is not None  # noqa: S101 - asked for above
    process.stdout.close()
    deadline = time.monotonic() + LEAVING_SECONDS
    ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while not os.waitid(os.P_PID, process.pid, ended) and time.monotonic() < deadline:
        time.sleep(PAUSE_SECONDS)
    _kill(process)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    usage.cpu_seconds = used.ru_utime + used.ru_stime
    usage.peak_bytes = used.ru_maxrss * limits.KILOBYTE
    usage.signal = max(0, -process.returncode)
