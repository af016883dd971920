"""Which processes serve a data directory: looked up, never believed from a file alone."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
PROGRAM = "postgres"


@dataclass(frozen=True)
class PidFile:
    """What a postmaster writes of itself; its lines are numbered in PostgreSQL's pidfile.h."""

    pid: int
    directory: Path
    port: int
    socket_directory: Path


def read_pid_file(directory: Path) -> PidFile | None:
    """None while there is none, or it is being written."""
    try:
        lines = (directory / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid, folder, _started, port, socket_directory = lines[:5]
        return PidFile(int(pid), Path(folder), int(port), Path(socket_directory))
    except (OSError, ValueError):
        return None


def remove_pid_file(directory: Path) -> None:
    """Only when nobody serves the directory: PostgreSQL believes any process with that pid."""
    (directory / "postmaster.pid").unlink(missing_ok=True)


def servers_of(directory: Path) -> list[int]:
    """The postmaster and all that it started: each stands in the data directory."""
    if PROC.is_dir():
        return [int(entry.name) for entry in PROC.iterdir() if _serves(entry, directory)]
    found = read_pid_file(directory)
    return [found.pid] if found and PROGRAM in _command_of(found.pid) else []


def send(number: signal.Signals, pids: list[int]) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def is_alive(pid: int) -> bool:
    """A zombie is dead: its parent has only not been told. Nought stands for none."""
    if not pid:
        return False
    try:
        os.kill(pid, 0)
        return not PROC.is_dir() or " Z " not in (PROC / str(pid) / "stat").read_text()[:64]
    except PermissionError:
        return True
    except OSError:
        return False


def _serves(entry: Path, directory: Path) -> bool:
    try:
        return (
            entry.name.isdigit()
            and (entry / "comm").read_text().strip() == PROGRAM
            and Path(os.readlink(entry / "cwd")) == directory  # noqa: PTH115 - the kernel's own word
        )
    except OSError:
        return False  # gone meanwhile, or another account's


def _command_of(pid: int) -> str:
    program = shutil.which("ps", path=os.defpath)
    if program is None:
        return ""
    command = [program, "-p", str(pid), "-o", "comm="]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
