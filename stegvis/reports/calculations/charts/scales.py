"""From values to places on the paper, and the round numbers along an axis."""

from dataclasses import dataclass
from math import ceil, floor, log10

from stegvis.core.values.formatting import number, percent

_ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_WHOLE_PERCENT = 0.01


@dataclass(frozen=True)
class Scale:
    """Values from `lowest` to `highest` laid out from `start` to `end`."""

    lowest: float
    highest: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value; one outside the scale stands at its end."""
        span = self.highest - self.lowest
        share = (value - self.lowest) / span if span else 0.0
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def round_step(highest: float, most: int = 5, *, as_percent: bool = False) -> float:
    """The smallest round step that reaches `highest` in at most `most` steps."""
    if highest <= 0:
        return 1.0
    least = highest / most
    power = 10.0 ** floor(log10(least))
    step = next(power * one for one in _ROUND_STEPS if power * one >= least * (1 - 1e-9))
    if as_percent:
        return max(step, _WHOLE_PERCENT)
    return max(step, 1.0) if highest > most else step


def round_ticks(highest: float, most: int = 5, *, as_percent: bool = False) -> list[float]:
    """Round values from 0 up to the first at or above `highest`."""
    step = round_step(highest, most, as_percent=as_percent)
    steps = max(1, ceil(highest / step - 1e-9))
    return [round(index * step, 10) for index in range(steps + 1)]


def tick_text(value: float, *, as_percent: bool) -> str:
    if as_percent:
        return percent(value)
    whole = float(value).is_integer()
    return number(value, 0 if whole else 1)
