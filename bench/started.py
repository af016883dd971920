"""The product started as anybody starts it, with the example, in a folder of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAST_LINE = "Avsluta med Ctrl-C."
NOT_OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "STEGVIS_MODE")
PROC = Path("/proc")
KIB = 1024
IDLE_WITHIN_SECONDS, IDLE_SECONDS = 120, 2.0
IDLE_TICKS = 20  # hundredths of a second of processor in those seconds
USER, SYSTEM = 11, 12  # places after the name in /proc/PID/stat, see proc(5)


@dataclass(frozen=True)
class Started:
    pid: int
    port: int
    password: str
    seconds: float

    def memory_mib(self, *, of_database: bool) -> float:
        """Memory of the server's processes or of the database's; what is shared is shared out."""
        family = _descendants(self.pid)
        chosen = _postgres(self.pid) if of_database else family
        return sum(map(_proportional_kib, chosen)) / KIB

    def wait_until_idle(self) -> None:
        """The figures of the example are counted after the first start; nobody measures then."""
        until = time.monotonic() + IDLE_WITHIN_SECONDS
        before = _ticks(self.pid)
        while time.monotonic() < until:
            time.sleep(IDLE_SECONDS)
            before, latest = _ticks(self.pid), before
            if before - latest <= IDLE_TICKS:
                return


@contextmanager
def started(data: Path, *options: str) -> Iterator[Started]:
    """Until its address is said, which it is when the first page has been answered."""
    began = time.perf_counter()
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-P", "-m", "stegvis.config.commands", "start", *options],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), "STEGVIS_DATA": str(data)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        said = "".join(_until_last_line(process))
        seconds = time.perf_counter() - began
        port, password = re.search(r":(\d+)/", said), re.search(r"alla: (\S+)", said)
        if port is None or password is None:
            raise AssertionError(said)
        yield Started(process.pid, int(port[1]), password[1], seconds)
    finally:
        process.terminate()
        process.communicate()


def _until_last_line(process: subprocess.Popen[str]) -> Iterator[str]:
    for line in process.stdout or ():
        yield line
        if line.strip() == LAST_LINE:
            return


def _ticks(pid: int) -> int:
    stats = [(PROC / f"{one}/stat").read_text().rpartition(")")[2] for one in _descendants(pid)]
    return sum(int(stat.split()[place]) for stat in stats for place in (USER, SYSTEM))


def _descendants(pid: int) -> list[int]:
    children = [int(one) for one in (PROC / f"{pid}/task/{pid}/children").read_text().split()]
    return [pid, *(one for child in children for one in _descendants(child))]


def _postgres(pid: int) -> list[int]:
    """Every process that stands in the database's folder; it belongs to nobody of ours."""
    data = os.environ.get("STEGVIS_DATA", "") or _environment(pid)["STEGVIS_DATA"]
    folder = str(Path(data).resolve() / "postgresql")
    return [int(one.name) for one in PROC.iterdir() if one.name.isdigit() and _cwd(one) == folder]


def _environment(pid: int) -> dict[str, str]:
    pairs = (PROC / f"{pid}/environ").read_text().split("\0")
    return dict(pair.partition("=")[::2] for pair in pairs)


def _cwd(process: Path) -> str:
    try:
        return str((process / "cwd").readlink())
    except OSError:
        return ""


def _proportional_kib(pid: int) -> int:
    text = (PROC / f"{pid}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0
