"""The limits the kernel holds this process to."""

import resource
import sys
import time

from stegvis.core.files.isolated import limits

NO_CORE = (0, 0)  # a dump would hold personal data


def restrain_look() -> None:
    """Before the first byte of a file is read: two seconds of time, 300 MB of memory."""
    resource.setrlimit(resource.RLIMIT_CORE, NO_CORE)
    scratch = limits.SCRATCH_BYTES
    resource.setrlimit(resource.RLIMIT_FSIZE, (scratch, scratch))
    _set(seconds=limits.LOOK_SECONDS, space=limits.LOOK_MEMORY, private=limits.LOOK_MEMORY)


def allow_scan(size: int) -> None:
    """The table of contents is honest: time in proportion to what it says."""
    seconds = limits.LOOK_SECONDS + size // limits.SCAN_BYTES_PER_SECOND
    _set(seconds=seconds, space=limits.LOOK_MEMORY, private=limits.LOOK_MEMORY)


def allow_read(*, cells: int, text: int = 0) -> None:
    """Every byte has been looked at: memory in proportion to what was found."""
    space = limits.LOOK_MEMORY + cells * limits.READ_BYTES_PER_CELL + 4 * text
    _set(seconds=limits.READ_SECONDS, space=space, private=space)


def allow_polars(*, cells: int, text: int) -> None:
    """Polars reserves address space that it never uses, so private memory is what is limited."""
    private = limits.POLARS_MEMORY + cells * limits.READ_BYTES_PER_CELL + 4 * text
    space = limits.POLARS_ADDRESS_SPACE + private
    _set(seconds=limits.READ_SECONDS, space=space, private=private)


def allow_cleaning(seconds: int, memory: int) -> None:
    """The kind of the file is known: time to make it anew."""
    _set(seconds=seconds, space=memory, private=memory)


def seal() -> None:
    """From here on nothing can be opened: no file, no connection, no pipe, no other process.

    What is already open goes on working, and so does what is already imported.
    """
    for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC):
        resource.setrlimit(kind, (0, 0))


def _set(*, seconds: int, space: int, private: int) -> None:
    """Time counts from now, as a child may read several files; memory is all that it holds."""
    seconds += int(time.process_time()) + 1
    if "polars" in sys.modules:
        space += limits.POLARS_ADDRESS_SPACE
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, seconds, limits.HARD_SECONDS),
        (resource.RLIMIT_AS, space, limits.HARD_MEMORY),
        (resource.RLIMIT_DATA, private, limits.HARD_MEMORY),
    ):
        resource.setrlimit(kind, (min(soft, hard), hard))
