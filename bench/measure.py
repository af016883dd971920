"""One figure beside its limit."""

import time
from collections.abc import Callable
from dataclasses import dataclass

THOUSAND = 1000


@dataclass(frozen=True)
class Measure:
    """`value` may be at most `limit`, both in `unit`; without a limit it is only told."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def is_over(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        verdict = "ÖVER" if self.is_over else "ok  "
        limit = "" if self.limit is None else f"  gräns {_short(self.limit)} {self.unit}"
        return f"  {verdict} {self.name:<56} {_short(self.value):>9} {self.unit}{limit}"


def _short(value: float) -> str:
    """Three figures, which is as many as a machine repeats."""
    return f"{value:.3g}".replace(".", ",") if abs(value) < THOUSAND else f"{value:.0f}"


def seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """The best of several runs: what is slower was somebody else's work on the machine."""
    return min(_once(work) for _ in range(times))


def milliseconds(work: Callable[[], object], *, times: int = 3) -> float:
    return THOUSAND * seconds(work, times=times)


def _once(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
