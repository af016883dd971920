"""The whole command from a cold start, as a person waits for it."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measure

ROOT = Path(__file__).parents[1]
LIMIT = 6.0  # seconds, issue 2
TIMES = 3
PROGRAMME = "ung-framtid"


def measures() -> Iterator[Measure]:
    """A new process each time; the quickest, since a busy machine only makes it slower."""
    with tempfile.TemporaryDirectory() as out:
        taken = min(seconds(Path(out)) for _time in range(TIMES))
    yield Measure("follow-up för Ung Framtid från kallstart", taken, "s", LIMIT)


def seconds(out: Path) -> float:
    definition = ROOT / "definitions" / f"{PROGRAMME}.toml"
    data = ROOT / "demo" / "data" / PROGRAMME
    command = [sys.executable, "-P", "-m", "stegvis.config.commands", "follow-up"]
    started = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [*command, str(definition), str(data), "--out", str(out)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - started
