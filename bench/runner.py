"""Finds the benchmarks, runs the ones asked for and says which figures are over."""

import sys
from importlib import import_module
from pathlib import Path

from bench.machine import machine

PREFIX = "bench_"
FOLDER = Path(__file__).parent
MISUSED = 2


def names(folder: Path = FOLDER) -> list[str]:
    return sorted(file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.py"))


def main(arguments: list[str]) -> int:
    known = names()
    unknown = [name for name in arguments if name not in known]
    if unknown:
        print(f"Okänt: {', '.join(unknown)}. Finns: {', '.join(known)}", file=sys.stderr)
        return MISUSED
    print(machine())
    over = sum([run(name) for name in arguments or known])
    print(f"{over} över sin gräns" if over else "Allt inom sina gränser")
    return 1 if over else 0


def run(name: str) -> int:
    """How many figures of one benchmark were over."""
    print(f"\n{name}", flush=True)
    over = 0
    for measure in import_module(f"bench.{PREFIX}{name}").measures():
        print(measure, flush=True)
        over += measure.is_over
    return over
